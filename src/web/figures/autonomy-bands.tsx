import { cellText, isShare } from '../../domain/figure-words.ts';
import type { Report } from '../../domain/report.ts';
import { percent } from '../../domain/words.ts';
import { Bars } from '../design/charts/bars.tsx';
import { Evidence } from '../design/evidence.tsx';
import { text } from '../messages/index.ts';
import styles from './autonomy-bands.module.css';

/** What lands without the lead, by complexity: a bar with its interval for each band; no bar where evidence is missing. */
export function AutonomyBands({ report }: { readonly report: Report }) {
  return (
    <Bars
      caption={text.flow.autonomy}
      most={1}
      format={percent}
      bars={report.rows.map((row) => {
        const share = isShare(row.cells.share) ? row.cells.share : null;
        const label = String(row.cells.band);
        return {
          key: label,
          label: (
            <span className={styles.band}>
              {label}
              <span className={styles.count}>{text.flow.changes(Number(row.cells.changes))}</span>
            </span>
          ),
          value: share?.share ?? null,
          low: share?.low,
          high: share?.high,
          tone: 'others' as const,
          note: (
            <span className={styles.note}>
              <span>{share === null ? text.design.noFigure : cellText(share, 'share')}</span>
              {row.evidence.length === 0 ? null : (
                <Evidence
                  pieces={row.evidence}
                  total={row.evidenceTotal}
                  title={text.flow.evidenceOf(`${text.flow.autonomy}: ${label}`)}
                />
              )}
            </span>
          ),
        };
      })}
    />
  );
}
