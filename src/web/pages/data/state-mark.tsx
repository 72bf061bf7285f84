import type { Finding } from '../../../domain/diagnosis.ts';
import { text } from '../../messages/index.ts';
import styles from './state-mark.module.css';

/** All of a disc, its left half, nothing of it. */
const FILLED = { there: 'M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12z', thin: 'M7 1a6 6 0 0 0 0 12z', missing: null } as const;

/** How much there is of something: a disc that is full, half or empty, and the word. */
export function StateMark({ state }: Pick<Finding, 'state'>) {
  return (
    <span className={styles.state} data-state={state}>
      <svg width="12" height="12" viewBox="0 0 14 14" aria-hidden="true" className={styles.disc}>
        {FILLED[state] === null ? null : <path d={FILLED[state]} className={styles.full} />}
        <circle cx="7" cy="7" r="6" className={styles.rim} />
      </svg>
      {text.data.evidence.states[state]}
    </span>
  );
}
