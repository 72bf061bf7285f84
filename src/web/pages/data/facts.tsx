import type { ReactNode } from 'react';
import { cx } from '../../design/cx.ts';
import styles from './facts.module.css';

interface FactsProps {
  readonly rows: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Values that are short stand in two columns where there is room. */
  readonly isShort?: boolean;
}

/** What is known of something, each with its name. */
export function Facts({ rows, isShort = false }: FactsProps) {
  return (
    <dl className={cx(styles.facts, isShort && styles.short)}>
      {rows.map(({ label, value }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label can stand there twice, and nothing moves.
        <div key={i} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
