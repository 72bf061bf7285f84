import type { CalibrationRow, JournalCalibration } from '../../../domain/journal-calibration.ts';
import { numeral } from '../../../domain/words.ts';
import type { Copyable } from '../../design/copyable.ts';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { ShareBar } from '../../design/share-bar.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** How often claims held, beside how sure their author was. */
export function CalibrationCard({ calibration }: { readonly calibration: JournalCalibration }) {
  const words = text.journal;
  const { all, rows, brier, leftOut, answer } = calibration;
  const out = (['unknowable', 'unsure', 'open', 'overdue'] as const).flatMap((why) =>
    leftOut[why] === 0 ? [] : [words.left[why](leftOut[why])],
  );
  const shown = all.claims === 0 ? [] : rows.length > 1 ? [...rows, all] : rows;
  return (
    <FigureCard id="calibration" title={words.calibration} meaning={words.calibrationMeaning} copy={copyOf(shown, all)}>
      <div className={styles.figure}>
        <p className={styles.answer}>
          <Said>{answer}</Said>
        </p>
        {shown.length === 0 ? null : (
          <DataTable
            caption={words.calibration}
            columns={[
              { key: 'stated', label: words.columns.stated },
              { key: 'claims', label: words.columns.claims, align: 'right' },
              { key: 'held', label: words.columns.held, align: 'right' },
              { key: 'share', label: words.columns.share, width: '45%' },
            ]}
            rows={shown.map((row) => ({
              key: `${row.from}-${row.to}`,
              cells: {
                stated: statedOf(row, all),
                claims: numeral(row.claims),
                held: numeral(row.held),
                share:
                  row.share === null ? (
                    <span className={styles.meaning}>{words.tooFew}</span>
                  ) : (
                    <>
                      <ShareBar share={row.share} tone="accent" />
                      <p className={styles.meaning}>{words.verdicts[row.verdict]}</p>
                    </>
                  ),
              },
            }))}
          />
        )}
        {brier === null ? null : <p className={styles.meaning}>{words.brier(brier.toFixed(2))}</p>}
        {out.length === 0 ? null : <p className={styles.meaning}>{words.leftOut(out)}</p>}
      </div>
    </FigureCard>
  );
}

const statedOf = (row: CalibrationRow, all: CalibrationRow): string =>
  row === all ? text.journal.allClaims : text.journal.stated(row.from, row.to);

function copyOf(rows: readonly CalibrationRow[], all: CalibrationRow): Copyable {
  const { columns, calibration } = text.journal;
  return {
    title: calibration,
    columns: [
      { label: columns.stated, align: 'left' },
      { label: columns.claims, align: 'right' },
      { label: columns.held, align: 'right' },
    ],
    rows: rows.map((row) => [statedOf(row, all), numeral(row.claims), numeral(row.held)]),
  };
}
