import { plain } from '../../domain/plain.ts';
import { Button } from '../design/button.tsx';
import { Problem } from '../design/problem.tsx';
import { text } from '../messages/index.ts';
import styles from './answers.module.css';
import { CODING_REASONS, type CodingReason } from './coding-reasons.ts';
import { usePracticeDeed } from './use-practice.ts';

interface ReasonsProps {
  /** The commit with which the change landed. */
  readonly change: string;
  readonly title: string;
  /** Without what each reason means. */
  readonly isSmall?: boolean;
  onAnswered?(reason: CodingReason): void;
}

/** Why a change was written: one press. */
export function Reasons({ change, title, isSmall = false, onAnswered }: ReasonsProps) {
  const answer = usePracticeDeed('coding-answer');
  const { reasons } = text.coding;
  return (
    <div className={styles.answers}>
      {CODING_REASONS.map((why) => (
        <Button
          key={why}
          className={isSmall ? styles.small : styles.reason}
          disabled={answer.isPending}
          aria-label={isSmall ? `${reasons[why].label}: ${plain(title)}` : undefined}
          data-answer={reasons[why].key}
          onClick={() =>
            answer.mutate(
              { change, why },
              {
                onSuccess: async () => {
                  onAnswered?.(why);
                  await answer.told();
                },
              },
            )
          }
        >
          <span className={styles.word}>
            {isSmall ? null : <kbd className={styles.key}>{reasons[why].key}</kbd>}
            {reasons[why].label}
          </span>
          {isSmall ? null : <span className={styles.doc}>{reasons[why].doc}</span>}
        </Button>
      ))}
      {answer.isError ? <Problem error={answer.error} /> : null}
    </div>
  );
}
