import type { ToldAbsence } from '../../domain/absence-told.ts';
import type { Share } from '../../domain/report.ts';
import { percent, percentWithin } from '../../domain/words.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-outcomes.module.css';

/** What absences under leads like this did elsewhere: three outcomes side by side, or why none can be told. */
export function AbsenceOutcomes({ absence }: { readonly absence: ToldAbsence }) {
  const { told, outcome } = absence;
  const words = text.fortnight;
  if (told.outcome === null || outcome.verdict === 'none') {
    return (
      <FigureCard id="outcomes" title={words.outcomesNone} sure={told.sure} isReasonSaid>
        <p className={styles.sentence}>{words.outcomesNoneWhy}</p>
      </FigureCard>
    );
  }
  const { rows, range, sure, seen, remarks, own, deputy, limits } = told.outcome;
  const owned = outcome.own.absences;
  const cell = (share: Share | null, otherwise: string) =>
    share === null ? otherwise : `${percentWithin(share)} ${text.design.of(share.of)}`;
  return (
    <FigureCard
      id="outcomes"
      title={words.outcomesTitle}
      meaning={words.outcomesMeaning}
      sure={sure}
      copy={{
        title: words.outcomesTitle,
        columns: [
          { label: words.outcome, align: 'left' },
          { label: words.seen(range), align: 'right' },
          { label: words.prior, align: 'right' },
          ...(owned > 0 ? [{ label: words.own, align: 'right' } as const] : []),
        ],
        rows: rows.map((row) => [
          row.label,
          row.seenText,
          cell(row.prior, ''),
          ...(row.own === null ? [] : [words.ownOf(row.own, owned)]),
        ]),
        note: [seen, ...limits].join(' '),
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a landmark would stand beside that of the card with the same name. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div role="group" className={styles.box} aria-label={words.outcomesTitle} tabIndex={0}>
        <table className={styles.table}>
          <caption className="only-read">{words.outcomesTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.outcome}</th>
              <td className={styles.scale} aria-hidden="true">
                <svg className={styles.drawing} width="100%" height="14" aria-hidden="true">
                  {GRID.map((share) => (
                    <text
                      key={share}
                      className={styles.key}
                      x={at(share)}
                      y="11"
                      textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
                    >
                      {percent(share)}
                    </text>
                  ))}
                </svg>
              </td>
              <th scope="col" className={styles.right}>
                <Key />
                {words.seen(range)}
              </th>
              <th scope="col" className={styles.right}>
                <Key isPrior />
                {words.prior}
              </th>
              {owned > 0 ? (
                <th scope="col" className={styles.right}>
                  {words.own}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.outcome}>
                <th scope="row" className={styles.label}>
                  <Said>{row.label}</Said>
                </th>
                <td className={styles.scale}>
                  <Intervals seen={row.seen} prior={row.prior} />
                </td>
                <td className={styles.right}>{row.seenText}</td>
                <td className={styles.right}>{cell(row.prior, '')}</td>
                {row.own === null ? null : <td className={styles.right}>{words.ownOf(row.own, owned)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.words}>
        <div>
          <List sentences={[seen, ...remarks]} />
        </div>
        <div>
          <List sentences={own} />
        </div>
      </div>
      <h3 className={styles.sub}>
        <Said>{deputy.question}</Said>
      </h3>
      <ul className={styles.branches}>
        <li>
          <Said>{deputy.nobody}</Said>
        </li>
        <li>
          <Said>{deputy.somebody}</Said>
        </li>
      </ul>
      <Disclosure summary={words.howMade}>
        <List sentences={limits} />
      </Disclosure>
    </FigureCard>
  );
}

function List({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.sentence}>
          <Said>{sentence}</Said>
        </p>
      ))}
    </>
  );
}

const GRID = [0, 0.5, 1] as const;
const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** What was seen above, the prior below, each a point and where the true share lies 19 times of 20. */
function Intervals({ seen, prior }: { readonly seen: Share | null; readonly prior: Share }) {
  return (
    <svg className={styles.drawing} width="100%" height="34" aria-hidden="true">
      {GRID.map((share) => (
        <line key={share} className={styles.grid} x1={at(share)} x2={at(share)} y1="0" y2="34" />
      ))}
      {seen === null ? null : (
        <>
          <line className={styles.whisker} x1={at(seen.low)} x2={at(seen.high)} y1="11" y2="11" />
          <Mark x={at(seen.share)} y="11" />
        </>
      )}
      <line className={styles.whisker} x1={at(prior.low)} x2={at(prior.high)} y1="24" y2="24" />
      <Mark x={at(prior.share)} y="24" isPrior />
    </svg>
  );
}

/** Stands before the name of a column that is drawn so. */
function Key({ isPrior = false }: { isPrior?: boolean }) {
  return (
    <svg className={styles.mark} width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <Mark x="5" y="5" isPrior={isPrior} />
    </svg>
  );
}

function Mark({ x, y, isPrior = false }: { x: string; y: string; isPrior?: boolean }) {
  return <circle className={isPrior ? styles.prior : styles.seen} cx={x} cy={y} r="4" />;
}
