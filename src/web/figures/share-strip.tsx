import type { Share } from '../../domain/report.ts';
import { cx } from '../design/cx.ts';
import styles from './share-strip.module.css';

const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A share as a thin bar with its interval; its figures are told beside it. */
export function ShareStrip({ share, tone }: { readonly share: Share; readonly tone: 'alone' | 'others' | 'accent' }) {
  return (
    <svg className={cx(styles.strip, styles[tone])} width="100%" height="10" aria-hidden="true">
      <rect className={styles.track} x="0" y="3" width="100%" height="4" rx="2" />
      {share.share > 0 ? <rect className={styles.fill} x="0" y="3" width={at(share.share)} height="4" rx="2" /> : null}
      <line className={styles.whisker} x1={at(share.low)} x2={at(share.high)} y1="5" y2="5" />
      <line className={styles.whisker} x1={at(share.low)} x2={at(share.low)} y1="1.5" y2="8.5" />
      <line className={styles.whisker} x1={at(share.high)} x2={at(share.high)} y1="1.5" y2="8.5" />
    </svg>
  );
}
