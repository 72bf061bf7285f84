import type { ReactNode } from 'react';
import type { ToldAbsence } from '../../domain/absence-told.ts';
import { Command } from '../design/command.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Evidence } from '../design/evidence.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { LimitedList } from '../design/limited-list.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-moves.module.css';
import { AbsencePieces } from './absence-pieces.tsx';
import { MoveScale } from './move-scale.tsx';

/** As many as are read; a history with very many decisions or areas has thousands. */
const FINDINGS = 12;

interface AbsenceMovesProps {
  readonly absence: ToldAbsence;
  /** What is supposed, where it can be changed. */
  readonly assumptions?: ReactNode;
}

/** The few moves that would change the answer, those that matter most first: what each does, and what it costs. */
export function AbsenceMoves({ absence, assumptions }: AbsenceMovesProps) {
  const { moves: plan, told } = absence;
  const { moves } = told;
  const words = text.fortnight;
  const before = plan.before;
  const said = (pieces: (typeof moves)['text']) => pieces.map((piece) => piece.text).join('');
  return (
    <FigureCard
      id="moves"
      title={moves.title}
      meaning={words.movesMeaning}
      sure={moves.sure}
      copy={{
        title: moves.title,
        columns: [
          { label: words.movesShort, align: 'left' },
          { label: words.covered, align: 'right' },
          { label: words.load, align: 'right' },
          { label: 'D', align: 'right' },
        ],
        rows: [
          ...plan.moves.map((move, i) => [
            said(moves.moves[i]?.text ?? []),
            words.landedOfNote(move.covers.recent, move.share.of),
            moves.moves[i]?.weekly ?? '',
            moves.moves[i]?.after ?? '',
          ]),
          ...moves.findings.map((finding) => [said(finding), '', '', '']),
        ],
        note: said(moves.text),
      }}
    >
      {/* Where nothing can be told, why not stands beside how sure it is. */}
      {moves.sure.level === 'none' ? null : (
        <p className={styles.text}>
          <AbsencePieces pieces={moves.text} />
        </p>
      )}
      {plan.moves.length === 0 || before === null ? null : (
        <ol className={styles.moves}>
          {plan.moves.map((move, i) => {
            const toldMove = moves.moves[i];
            if (toldMove === undefined) return null;
            return (
              <li key={said(toldMove.text)} className={styles.move}>
                <p className={styles.what}>
                  <AbsencePieces pieces={toldMove.text} />
                </p>
                <div className={styles.effect}>
                  <MoveScale
                    before={plan.moves[i - 1]?.after ?? before.share}
                    after={move.after}
                    target={plan.target}
                  />
                </div>
                <p className={styles.cost}>
                  {[
                    words.coversOf(move.covers.recent, move.share.of),
                    words.weekly(toldMove.weekly),
                    ...(toldMove.learns === null ? [] : [words.learns(toldMove.learns)]),
                  ].join(' · ')}{' '}
                  <Evidence pieces={move.evidence} total={move.evidenceTotal} title={words.covered} />
                </p>
              </li>
            );
          })}
        </ol>
      )}
      {moves.findings.length === 0 ? null : (
        <>
          <h3 className={styles.sub}>{words.findings}</h3>
          <LimitedList
            className={styles.findings}
            limit={FINDINGS}
            items={moves.findings.map((finding) => ({
              key: said(finding),
              content: <AbsencePieces pieces={finding} />,
            }))}
          />
        </>
      )}
      {moves.remarks.length === 0 ? null : (
        <Disclosure summary={words.remarks}>
          <ul className={styles.remarks}>
            {moves.remarks.map((remark) => (
              <li key={remark}>
                <Said>{remark}</Said>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {assumptions === undefined ? null : <Disclosure summary={words.assumptions}>{assumptions}</Disclosure>}
      <h3 className={styles.sub}>{words.goOn}</h3>
      <dl className={styles.commands}>
        <dt>{words.plan}</dt>
        <dd>
          <Command>{told.commands.handover}</Command>
        </dd>
        {plan.moves.length === 0 ? null : (
          <>
            <dt>{words.keep}</dt>
            <dd>
              <Command>{told.commands.keep}</Command>
            </dd>
            <dt>{words.check}</dt>
            <dd>
              <Command>{told.commands.check}</Command>
            </dd>
          </>
        )}
      </dl>
    </FigureCard>
  );
}
