import type { CodingLog, CodingPeriod, CodingShares } from '../../../domain/coding-log.ts';
import { numeral, percentWithin } from '../../../domain/words.ts';
import type { Copyable } from '../../design/copyable.ts';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { text } from '../../messages/index.ts';
import { CODING_REASONS } from '../../practice/coding-reasons.ts';
import styles from './shares-card.module.css';

interface SharesCardProps {
  readonly log: CodingLog;
  readonly by: CodingPeriod;
  onBy(by: CodingPeriod): void;
}

/** Why the lead coded, time by time: counts always, shares with their interval once there are enough answers. */
export function SharesCard({ log: { all, periods }, by, onBy }: SharesCardProps) {
  const words = text.coding;
  const rows = all.answers === 0 ? [] : [...periods, all];
  return (
    <FigureCard
      id="shares"
      title={words.shares}
      meaning={words.sharesMeaning}
      copy={copyOf(rows)}
      actions={
        <Segmented
          label={words.by.label}
          value={by}
          options={[
            { value: 'month', label: words.by.month },
            { value: 'quarter', label: words.by.quarter },
          ]}
          onChange={onBy}
        />
      }
    >
      {rows.length === 0 ? (
        <p className={styles.none}>{words.noShares}</p>
      ) : (
        <DataTable
          caption={words.shares}
          columns={[
            { key: 'period', label: words.period },
            { key: 'answers', label: words.answers, align: 'right' },
            ...CODING_REASONS.map((why) => ({ key: why, label: words.reasons[why].label })),
          ]}
          rows={rows.map((row) => ({
            key: row.period,
            cells: {
              period: row.period === 'all' ? words.everything : row.period,
              answers: numeral(row.answers),
              ...Object.fromEntries(row.reasons.map((one) => [one.why, <Share key={one.why} reason={one} />])),
            },
          }))}
        />
      )}
    </FigureCard>
  );
}

type Reason = CodingShares['reasons'][number];

function Share({ reason: { answers, share } }: { readonly reason: Reason }) {
  return (
    <span className={styles.share}>
      <span className={styles.count}>{numeral(answers)}</span>
      {share === null ? null : (
        <>
          <svg className={styles.bar} width="100%" height="6" aria-hidden="true">
            <rect className={styles.track} width="100%" height="6" rx="3" />
            {share.share > 0 ? (
              <rect className={styles.fill} width={`${(share.share * 100).toFixed(2)}%`} height="6" rx="3" />
            ) : null}
          </svg>
          <span className={styles.within}>{percentWithin(share)}</span>
        </>
      )}
    </span>
  );
}

function copyOf(rows: readonly CodingShares[]): Copyable {
  const words = text.coding;
  return {
    title: words.shares,
    columns: [
      { label: words.period, align: 'left' },
      { label: words.answers, align: 'right' },
      ...CODING_REASONS.map((why) => ({ label: words.reasons[why].label, align: 'right' as const })),
    ],
    rows: rows.map(({ period, answers, reasons }) => [
      period === 'all' ? words.everything : period,
      numeral(answers),
      ...CODING_REASONS.map((why) => {
        const one = reasons.find((reason) => reason.why === why);
        if (one === undefined) return '';
        return one.share === null ? numeral(one.answers) : `${numeral(one.answers)}, ${percentWithin(one.share)}`;
      }),
    ]),
    note: words.sharesMeaning,
  };
}
