import type { SmartLetter, Unsaid } from '../../domain/delegations.ts';
import { text } from '../messages/index.ts';
import styles from './contract.module.css';

/** In their order; what the contract has besides does not compile here. */
const PARTS = Object.keys({
  specific: true,
  measurable: true,
  actionable: true,
  relevant: true,
  'time-bound': true,
  trackable: true,
} satisfies Record<SmartLetter, true>) as readonly SmartLetter[];

/** How much of a SMART-T contract is said: six letters, those that are not in outline. */
export function Contract({ unsaid }: { readonly unsaid: readonly Unsaid[] }) {
  const words = text.delegations;
  const missing = new Set(unsaid.map(({ part }) => part));
  return (
    <span className={styles.contract}>
      <span className="only-read">{words.contract(PARTS.filter((part) => missing.has(part)))}</span>
      {PARTS.map((part) => (
        <span key={part} aria-hidden="true" title={part} className={missing.has(part) ? styles.unsaid : styles.said}>
          {words.letters[part]}
        </span>
      ))}
    </span>
  );
}
