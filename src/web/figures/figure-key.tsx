import { cx } from '../design/cx.ts';
import styles from './figure-key.module.css';

/** How something is drawn: what depends on one person, what does not, what is left, a line, a silence of either kind. */
export type KeyMark = 'alone' | 'others' | 'left' | 'line' | 'filled' | 'hatched';

/** What the marks of a drawing mean, in its order. The table beside it says the same to whoever does not see it. */
export function FigureKey({ marks }: { readonly marks: readonly (readonly [KeyMark, string])[] }) {
  return (
    <p className={styles.key} aria-hidden="true">
      {marks.map(([mark, label]) => (
        <span key={label} className={styles.item}>
          <span className={cx(styles.mark, styles[mark])} />
          {label}
        </span>
      ))}
    </p>
  );
}
