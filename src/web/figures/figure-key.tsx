import type { Outcome } from '../../domain/outcome.ts';
import { cx } from '../design/cx.ts';
import styles from './figure-key.module.css';
import { OutcomeSign } from './outcome-sign.tsx';

/**
 * How something is drawn: what depends on one person, what does not, what is left, a line, own work, a silence of either
 * kind, what came of one.
 */
export type KeyMark = 'alone' | 'others' | 'left' | 'line' | 'own' | 'filled' | 'hollow' | Outcome;

/** What the marks of a drawing mean, in its order. The table beside it says the same to whoever does not see it. */
export function FigureKey({ marks }: { readonly marks: readonly (readonly [KeyMark, string])[] }) {
  return (
    <p className={styles.key} aria-hidden="true">
      {marks.map(([mark, label]) => (
        <span key={label} className={styles.item}>
          {mark === 'nearly-stopped' || mark === 'slowed' || mark === 'normal' ? (
            <svg className={styles.sign} width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
              <OutcomeSign outcome={mark} x={5.5} y={5.5} />
            </svg>
          ) : (
            <span className={cx(styles.mark, styles[mark])} />
          )}
          {label}
        </span>
      ))}
    </p>
  );
}
