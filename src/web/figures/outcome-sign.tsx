import type { Outcome } from '../../domain/outcome.ts';
import styles from './outcome-sign.module.css';

/** Nearly stopped: a full triangle down. Slowed: the same, hollow. As usual: a ring. */
export function OutcomeSign({ outcome, x, y }: { readonly outcome: Outcome; readonly x: number; readonly y: number }) {
  if (outcome === 'normal') return <circle className={styles.normal} cx={x} cy={y} r="3.5" />;
  return (
    <path className={outcome === 'slowed' ? styles.slowed : styles.stopped} d={`M${x - 4.5} ${y - 3.5}h9l-4.5 8z`} />
  );
}
