import type { DecisionEvidence } from '../../../domain/decisions.ts';
import { numeral } from '../../../domain/words.ts';
import { DataTable } from '../../design/data-table.tsx';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { ShareBar } from '../../design/share-bar.tsx';
import { text } from '../../messages/index.ts';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import styles from './page.module.css';

/** How fast decisions are made, and the busy areas that none names. */
export function EvidenceCard() {
  const result = usePractice('decisions/evidence', {});
  return (
    <ToldOf result={result} isWithin>
      {(told) => <Told evidence={told} />}
    </ToldOf>
  );
}

function Told({ evidence: { latency, coverage, notes } }: { readonly evidence: DecisionEvidence }) {
  const words = text.decisions;
  const { median, low, high, count, decidedAtOnce } = latency;
  return (
    <div className={styles.evidence}>
      <FigureCard id="speed" title={words.speed} meaning={words.speedMeaning}>
        <p>{median === null ? words.noMedian(count) : words.median(median, low, high, count)}</p>
        {decidedAtOnce === 0 ? null : <p className={styles.note}>{words.atOnce(decidedAtOnce)}</p>}
      </FigureCard>
      <FigureCard id="coverage" title={words.coverage} meaning={words.coverageMeaning(coverage.busyFrom)}>
        {coverage.share === null ? <p>{words.noBusy}</p> : <ShareBar share={coverage.share} tone="others" />}
        {coverage.uncovered.length === 0 ? null : (
          <div className={styles.uncovered}>
            <h3>{words.uncovered}</h3>
            <DataTable
              caption={words.uncovered}
              limit={8}
              columns={[
                { key: 'area', label: words.area },
                { key: 'changes', label: words.changes, align: 'right' },
              ]}
              rows={coverage.uncovered.map((one) => ({
                key: one.area,
                cells: {
                  area: <Said>{one.area}</Said>,
                  changes: (
                    <Evidence pieces={one.evidence} total={one.changes} label={numeral(one.changes)} title={one.area} />
                  ),
                },
              }))}
            />
          </div>
        )}
      </FigureCard>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          <Said>{note}</Said>
        </p>
      ))}
    </div>
  );
}
