import type { CodingLog } from '../../../domain/coding-log.ts';
import { percent, percentWithin } from '../../../domain/words.ts';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './target-card.module.css';

const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The hands-on share of the evidence with its interval, and the target as a mark on the same line. */
export function TargetCard({ handsOn: { share, target, answer, confidence } }: Pick<CodingLog, 'handsOn'>) {
  const words = text.coding;
  return (
    <FigureCard id="target" title={words.target} meaning={words.targetMeaning(target)} sure={confidence}>
      <div className={styles.figure}>
        <p className={styles.answer}>
          <Said>{answer}</Said>
        </p>
        {share === null ? null : (
          <div className={styles.scale}>
            <svg
              className={styles.bar}
              width="100%"
              height="28"
              role="img"
              aria-label={words.targetFigure(percentWithin(share), percent(target))}
            >
              <rect className={styles.track} x="0" y="9" width="100%" height="10" rx="5" />
              <rect className={styles.fill} x="0" y="9" width={at(share.share)} height="10" rx="5" />
              <line className={styles.whisker} x1={at(share.low)} x2={at(share.high)} y1="14" y2="14" />
              <line className={styles.whisker} x1={at(share.low)} x2={at(share.low)} y1="8" y2="20" />
              <line className={styles.whisker} x1={at(share.high)} x2={at(share.high)} y1="8" y2="20" />
              <line className={styles.target} x1={at(target)} x2={at(target)} y1="0" y2="28" />
            </svg>
            <span className={styles.label} aria-hidden="true" style={{ insetInlineStart: at(target) }}>
              {words.targetLabel(target)}
            </span>
          </div>
        )}
      </div>
    </FigureCard>
  );
}
