import { plain } from '../../domain/plain.ts';
import type { ClaimOutcome } from '../../domain/records/journal.ts';
import { Button } from '../design/button.tsx';
import { Problem } from '../design/problem.tsx';
import { text } from '../messages/index.ts';
import styles from './answers.module.css';
import { usePracticeDeed } from './use-practice.ts';

const OUTCOMES = Object.keys({ held: true, failed: true, unknowable: true } satisfies Record<
  ClaimOutcome,
  true
>) as readonly ClaimOutcome[];

interface OutcomesProps {
  /** The entry of the journal. */
  readonly id: string;
  readonly title: string;
}

/** What became of a claim: one press. */
export function Outcomes({ id, title }: OutcomesProps) {
  const resolve = usePracticeDeed('journal-resolve');
  const { outcomes, outcomeOf } = text.journal;
  return (
    <div className={styles.answers}>
      {OUTCOMES.map((outcome) => (
        <Button
          key={outcome}
          className={styles.small}
          disabled={resolve.isPending}
          aria-label={outcomeOf(outcomes[outcome], plain(title))}
          onClick={() => resolve.mutate({ id, outcome }, { onSuccess: () => resolve.told() })}
        >
          {outcomes[outcome]}
        </Button>
      ))}
      {resolve.isError ? <Problem error={resolve.error} /> : null}
    </div>
  );
}
