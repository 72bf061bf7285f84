import type { Share } from '../../domain/report.ts';
import { percent, percentWithin } from '../../domain/words.ts';
import { text } from '../messages/index.ts';
import { cx } from './cx.ts';
import styles from './share-bar.module.css';

interface ShareBarProps {
  readonly share: Share;
  /** Orange where it waits on one person, blue where others can, else the accent. */
  readonly tone?: 'alone' | 'others' | 'accent';
}

const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** A share as a bar, its interval as a whisker over it, and both in figures. */
export function ShareBar({ share, tone = 'alone' }: ShareBarProps) {
  return (
    <span className={styles.share}>
      <svg className={cx(styles.bar, styles[tone])} width="100%" height="12" aria-hidden="true">
        <rect className={styles.track} x="0" y="3" width="100%" height="6" rx="3" />
        {share.share > 0 ? (
          <rect className={styles.fill} x="0" y="3" width={at(share.share)} height="6" rx="3" />
        ) : null}
        <line className={styles.whisker} x1={at(share.low)} x2={at(share.high)} y1="6" y2="6" />
        <line className={styles.whisker} x1={at(share.low)} x2={at(share.low)} y1="2" y2="10" />
        <line className={styles.whisker} x1={at(share.high)} x2={at(share.high)} y1="2" y2="10" />
      </svg>
      <span className={styles.words}>
        <span className={styles.figure}>{percent(share.share)}</span>
        <span className={styles.within}>{percentWithin(share).slice(percent(share.share).length)}</span>
        <span className={styles.of}> {text.design.of(share.of)}</span>
      </span>
    </span>
  );
}
