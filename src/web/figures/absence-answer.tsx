import type { ReactNode } from 'react';
import type { ToldAbsence } from '../../domain/absence-told.ts';
import { Said } from '../design/said.tsx';
import { Sure } from '../design/sure.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-answer.module.css';
import { AbsencePieces } from './absence-pieces.tsx';
import { AbsenceWork } from './absence-work.tsx';

interface AbsenceAnswerProps {
  readonly absence: ToldAbsence;
  /** Stands after what to do first: what can be asked otherwise. */
  readonly controls?: ReactNode;
  /** Stands under what to do first. */
  readonly actions?: ReactNode;
}

/** The answer in one sentence, what stands behind it, and the one thing to do first. */
export function AbsenceAnswer({ absence, controls, actions }: AbsenceAnswerProps) {
  const { told } = absence;
  return (
    <div className={styles.answer}>
      <p className={styles.headline}>
        <Headline>{told.headline}</Headline>
      </p>
      <p className={styles.sure}>
        <Sure confidence={told.sure} />
      </p>
      <div className={styles.columns}>
        <section className={styles.first} aria-labelledby="fortnight-first">
          <h2 id="fortnight-first" className={styles.label}>
            {text.fortnight.first[told.first.kind]}
          </h2>
          <p className={styles.step}>
            <AbsencePieces pieces={told.first.text} />
          </p>
          {told.first.effect === null ? null : (
            <p className={styles.effect}>
              <Said>{told.first.effect}</Said>
            </p>
          )}
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </section>
        {controls === undefined ? null : <div className={styles.controls}>{controls}</div>}
        <section className={styles.behind} aria-labelledby="fortnight-behind">
          <h2 id="fortnight-behind" className={styles.label}>
            {text.fortnight.behind}
          </h2>
          <AbsenceWork absence={absence} />
          {[...(told.silent === null ? [] : [told.silent]), ...told.seen].map((sentence) => (
            <p key={sentence}>
              <Said>{sentence}</Said>
            </p>
          ))}
          {[told.deputy, told.likeThat].map((sentence) =>
            sentence === null ? null : (
              <p key={sentence}>
                <Said>{sentence}</Said>
              </p>
            ),
          )}
          {told.needed.length === 0 ? null : (
            <ul className={styles.needed} aria-label={text.fortnight.wouldGive}>
              {told.needed.map((sentence) => (
                <li key={sentence}>
                  <Said>{sentence}</Said>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

/** The sentence as it is set large: figures stay whole, and its apostrophes are those of print. */
function Headline({ children }: { readonly children: string }) {
  return (
    <>
      {children
        .replace(/(?<=\p{L})'/gu, '’')
        .split(/([<>]?\d+% \([^)]*%\))/)
        .map((part, i) =>
          i % 2 === 0 ? (
            <Said key={part}>{part}</Said>
          ) : (
            <span key={part} className={styles.figure}>
              {part}
            </span>
          ),
        )}
    </>
  );
}
