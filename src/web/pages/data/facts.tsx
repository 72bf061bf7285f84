import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** What is known of something, each with its name. */
export function Facts({ rows }: { readonly rows: readonly { readonly label: string; readonly value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
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
