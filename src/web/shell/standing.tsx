import type { ReactNode } from 'react';
import styles from './standing.module.css';
import { Dots } from './wordmark.tsx';

interface StandingProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Of fourteen. */
  readonly dots?: number;
}

/** A whole screen that says how things stand, when there is no page to show. */
export function Standing({ title, children, dots = 14 }: StandingProps) {
  return (
    <div className={styles.standing}>
      <Dots size={7} done={dots} />
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <div className={styles.words}>{children}</div>
    </div>
  );
}
