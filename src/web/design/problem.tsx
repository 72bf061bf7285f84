import type { ReactNode } from 'react';
import { text } from '../messages/index.ts';
import styles from './problem.module.css';
import { Said } from './said.tsx';

interface ProblemProps {
  /** What was thrown: its `message` says what is wrong, its `hint`, where it has one, what to do. */
  readonly error: unknown;
  readonly action?: ReactNode;
}

/** What went wrong and what to do about it. */
export function Problem({ error, action }: ProblemProps) {
  const message = error instanceof Error && error.message !== '' ? error.message : text.design.unexpected;
  const hint = typeof error === 'object' && error !== null && 'hint' in error ? error.hint : null;
  return (
    <div className={styles.problem} role="alert">
      <p className={styles.title}>{text.design.problem}</p>
      <p>
        <Said>{message}</Said>
      </p>
      {typeof hint === 'string' ? (
        <p className={styles.hint}>
          <Said>{hint}</Said>
        </p>
      ) : null}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
