import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { text } from '../messages/index.ts';
import styles from './answered.module.css';
import { Button } from './button.tsx';
import { Problem } from './problem.tsx';
import { Skeleton } from './skeleton.tsx';

interface AnsweredProps<A> {
  readonly result: UseQueryResult<A, Error>;
  children(answer: A): ReactNode;
  /** Stands until the first answer comes; in its shape. */
  readonly skeleton?: ReactNode;
}

/** An answer while it is waited for, when it is there, while it is asked again, and when there is none. */
export function Answered<A>({ result, children, skeleton }: AnsweredProps<A>) {
  if (result.isError) {
    return (
      <Problem error={result.error} action={<Button onClick={() => result.refetch()}>{text.design.tryAgain}</Button>} />
    );
  }
  if (result.data === undefined) return <>{skeleton ?? <Skeleton />}</>;
  return (
    <div className={result.isPlaceholderData ? styles.stale : undefined} aria-busy={result.isPlaceholderData}>
      {children(result.data)}
    </div>
  );
}
