import type { ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { cx } from '../cx.ts';
import styles from './bars.module.css';

interface BarsProps {
  /** What is compared: heads the column of names. */
  readonly caption: string;
  readonly bars: readonly {
    readonly key: string;
    readonly label: ReactNode;
    /** Null: not enough evidence. */
    readonly value: number | null;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
    /** What stands beside the bar; the value, formatted, unless given. */
    readonly note?: ReactNode;
    readonly tone?: 'alone' | 'others' | 'accent' | 'quiet';
  }[];
  format(value: number): string;
  /** What the whole width stands for; the largest value unless given. */
  readonly most?: number;
}

/** Values side by side, as a table with bars in it. Never of people. */
export function Bars({ caption, bars, format, most }: BarsProps) {
  const whole = most ?? Math.max(1e-9, ...bars.map(({ value, high }) => high ?? value ?? 0));
  const at = (value: number): string => `${(Math.max(0, Math.min(1, value / whole)) * 100).toFixed(2)}%`;
  return (
    <table className={styles.bars}>
      <caption className="only-read">{caption}</caption>
      <tbody>
        {bars.map(({ key, label, value, low, high, note, tone = 'accent' }) => (
          <tr key={key}>
            <th scope="row" className={styles.label}>
              {label}
            </th>
            <td className={styles.cell}>
              {value === null ? null : (
                <svg className={cx(styles.bar, styles[tone])} width="100%" height="14" aria-hidden="true">
                  {most === undefined ? null : (
                    <rect className={styles.track} x="0" y="2" width="100%" height="10" rx="2" />
                  )}
                  <rect className={styles.fill} x="0" y="2" width={at(value)} height="10" rx="2" />
                  {low === undefined || high === undefined ? null : (
                    <>
                      <line className={styles.whisker} x1={at(low)} x2={at(high)} y1="7" y2="7" />
                      <line className={styles.whisker} x1={at(low)} x2={at(low)} y1="3.5" y2="10.5" />
                      <line className={styles.whisker} x1={at(high)} x2={at(high)} y1="3.5" y2="10.5" />
                    </>
                  )}
                </svg>
              )}
            </td>
            <td className={cx(styles.note, value === null && styles.none)}>
              {note ?? (value === null ? text.design.noFigure : format(value))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
