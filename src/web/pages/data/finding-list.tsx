import type { RestedFinding, Unanswered } from '../../../domain/data-standing.ts';
import { Command } from '../../design/command.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import styles from './finding-list.module.css';
import { StateMark } from './state-mark.tsx';

interface FindingListProps {
  readonly findings: readonly RestedFinding[];
  /** Measures without an answer; null until every measure was asked. */
  readonly blocked: Unanswered['blocked'] | null;
}

/** What is missing is told first, and what is there last. */
const ORDER: readonly RestedFinding['state'][] = ['missing', 'thin', 'there'];

/** Each kind of evidence: whether it is there, what was found, what rests on it and what would give more. */
export function FindingList({ findings, blocked }: FindingListProps) {
  const words = text.data.evidence;
  return (
    <section className={styles.section} aria-labelledby="evidence">
      <h2 id="evidence">{words.title}</h2>
      {findings.every(({ state }) => state === 'there') ? <p className={styles.whole}>{words.nothing}</p> : null}
      <ul className={styles.list}>
        {findings
          .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
          .map((finding) => (
            <li key={finding.id} className={styles.finding}>
              <h3 className={styles.title}>
                <Said>{finding.title}</Said>
              </h3>
              <StateMark state={finding.state} />
              <div className={styles.words}>
                <p>
                  <Said>{finding.finding}</Said>
                </p>
                {finding.remedy === null ? null : (
                  <p className={styles.remedy}>
                    <Said>{finding.remedy}</Said>
                  </p>
                )}
                <Ways ways={finding.ways} />
                <RestsOnIt finding={finding} blocked={blocked} />
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Ways({ ways }: Pick<RestedFinding, 'ways'>) {
  const words = text.data.evidence;
  if (ways.length === 0) return null;
  return (
    <ul className={styles.ways} aria-label={words.more}>
      {ways.map((way) =>
        way.kind === 'command' ? (
          <li key={way.command}>
            <Command>{way.command}</Command>
          </li>
        ) : way.kind === 'window' ? (
          <li key="window">
            <To page="/data" query={{ since: way.since }}>
              {words.window}
            </To>
          </li>
        ) : (
          <li key="people">
            <To page="/people">{words.people}</To>
          </li>
        ),
      )}
    </ul>
  );
}

function RestsOnIt({
  finding: { readBy },
  blocked,
}: { readonly finding: RestedFinding } & Omit<FindingListProps, 'findings'>) {
  const words = text.data.evidence;
  if (readBy.length === 0) return null;
  if (blocked === null) return <Skeleton rows={1} />;
  const without = new Set(blocked.map(({ measure }) => measure));
  const parts = [
    { label: words.blocks, measures: readBy.filter(({ measure }) => without.has(measure)) },
    { label: words.weakens, measures: readBy.filter(({ measure }) => !without.has(measure)) },
  ];
  return (
    <dl className={styles.rests}>
      {parts.map(({ label, measures }) =>
        measures.length === 0 ? null : (
          <div key={label} className={styles.rest}>
            <dt>{label}</dt>
            <dd>
              {measures.map(({ measure, title }, i) => (
                <span key={measure}>
                  <To page={`/measure/${measure}`}>{title}</To>
                  {i < measures.length - 1 ? ', ' : ''}
                </span>
              ))}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
