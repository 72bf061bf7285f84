import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Answered } from '../design/answered.tsx';
import { Empty } from '../design/empty.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { text } from '../messages/index.ts';
import styles from './told.module.css';

/** Every answer about the practice stands in one. */
export interface Told<T> {
  readonly isHidden: boolean;
  readonly isDemo: boolean;
  readonly today: string;
  readonly missing: { readonly message: string; readonly hint: string } | null;
  readonly told: T | null;
}

interface ToldProps<T> {
  readonly result: UseQueryResult<Told<T>, Error>;
  readonly skeleton?: ReactNode;
  /** Within another one, which said already that this is the demo. */
  readonly isWithin?: boolean;
  children(told: T, today: string): ReactNode;
}

/** What the practice tells; while names are hidden, that nothing is told; without a place for records, why. */
export function ToldOf<T>({ result, skeleton, isWithin = false, children }: ToldProps<T>) {
  const { hidden } = text.practice;
  return (
    <Answered result={result} skeleton={skeleton ?? <Skeleton rows={6} />}>
      {({ isHidden, isDemo, today, missing, told }) =>
        missing !== null ? (
          <Empty title={missing.message}>
            <p>{missing.hint}</p>
          </Empty>
        ) : isHidden || told === null ? (
          <Empty title={hidden.title}>
            <p>{hidden.why}</p>
            <p>{hidden.how}</p>
          </Empty>
        ) : (
          <>
            {isDemo && !isWithin ? <p className={styles.demo}>{text.practice.demo}</p> : null}
            {children(told, today)}
          </>
        )
      }
    </Answered>
  );
}
