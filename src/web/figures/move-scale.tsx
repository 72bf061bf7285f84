import { text } from '../messages/index.ts';
import styles from './move-scale.module.css';

interface MoveScaleProps {
  /** D before and after a move, and what the moves are to reach. */
  readonly before: number;
  readonly after: number;
  readonly target: number;
}

const two = (value: number): string => value.toFixed(2);
const at = (value: number): string => `${(Math.max(0, Math.min(1, value)) * 100).toFixed(2)}%`;

/** What a move does to D, on a scale from nothing to everything, with the target marked. */
export function MoveScale({ before, after, target }: MoveScaleProps) {
  const said = text.fortnight.dScale(two(before), two(after), two(target));
  return (
    <span className={styles.scale}>
      <svg className={styles.drawing} width="100%" height="16" role="img" aria-label={said}>
        <rect className={styles.track} x="0" y="5" width="100%" height="6" rx="3" />
        <rect className={styles.gone} x={at(after)} y="5" width={at(Math.max(0, before - after))} height="6" />
        <rect className={styles.left} x="0" y="5" width={at(after)} height="6" rx="3" />
        <line className={styles.target} x1={at(target)} x2={at(target)} y1="0" y2="16" />
      </svg>
      <span className={styles.words}>{text.fortnight.dThen(two(before), two(after))}</span>
    </span>
  );
}
