import { text } from '../messages/index.ts';
import { cx } from './cx.ts';
import styles from './skeleton.module.css';

interface SkeletonProps {
  /** What is about to come: lines of text, a figure with its heading, a table. */
  readonly shape?: 'text' | 'figure' | 'table';
  /** How many lines or rows. */
  readonly rows?: number;
}

const WIDTHS = ['88%', '74%', '92%', '61%', '80%'] as const;

/** Stands where an answer will stand, in its shape, so that nothing jumps when it comes. */
export function Skeleton({ shape = 'text', rows = 3 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="only-read">{text.design.loading}</span>
      {shape === 'figure' ? <div className={cx(styles.bone, styles.figure)} /> : null}
      {shape === 'figure'
        ? null
        : Array.from({ length: rows }, (_, i) => i).map((i) => (
            <div
              key={i}
              className={cx(styles.bone, shape === 'table' ? styles.row : styles.line)}
              style={shape === 'table' ? undefined : { width: WIDTHS[i % WIDTHS.length] }}
            />
          ))}
    </div>
  );
}
