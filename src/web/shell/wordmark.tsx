import { text } from '../messages/index.ts';
import styles from './wordmark.module.css';

const DAYS = Array.from({ length: 14 }, (_, i) => i);

/** Fourteen days, two weeks below each other; `done` of them are filled, from the left, week by week. */
export function Dots({ done = 14, size = 3 }: { readonly done?: number; readonly size?: number }) {
  const step = size * 2.6;
  return (
    <svg
      className={styles.dots}
      width={step * 6 + size * 2}
      height={Math.ceil(step + size * 2)}
      aria-hidden="true"
      focusable="false"
    >
      {DAYS.map((i) => (
        <circle
          key={i}
          className={i < done ? styles.filled : styles.open}
          cx={size + (i % 7) * step}
          cy={size + Math.floor(i / 7) * step}
          r={i < done ? size : size - 0.5}
        />
      ))}
    </svg>
  );
}

/** The product's name with its mark. */
export function Wordmark() {
  return (
    <span className={styles.mark}>
      <Dots size={2} />
      <span className={styles.name}>{text.shell.product}</span>
    </span>
  );
}
