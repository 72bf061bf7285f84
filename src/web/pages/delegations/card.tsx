import type { DelegationTold } from '../../../domain/delegations.ts';
import { plain } from '../../../domain/plain.ts';
import { Button } from '../../design/button.tsx';
import { Problem } from '../../design/problem.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { Clock } from '../../practice/clock.tsx';
import { Contract } from '../../practice/contract.tsx';
import { RecordLink } from '../../practice/record-list.tsx';
import { usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './card.module.css';

interface CardProps {
  readonly told: DelegationTold;
  readonly today: string;
}

/** A contract on the board. */
export function Card({ told, today }: CardProps) {
  const { record, to, level, clock, nextCheckIn, unsaid, checkIns } = told;
  const act = usePracticeDeed('delegation-act');
  const words = text.delegations;
  const isTalkDue = checkIns.some(({ state }) => state === 'now' || state === 'missed');
  const ended = words.state[record.status as keyof typeof words.state];
  return (
    <article className={styles.card}>
      <h3 className={styles.title}>
        <RecordLink record={record} />
      </h3>
      <p className={styles.line}>
        <Said>{to === null ? words.nobody : words.to(to)}</Said>
        {' · '}
        {level === null ? words.noLevel : words.level(level.level)}
      </p>
      {record.isOpen ? (
        <>
          <dl className={styles.days}>
            <div>
              <dt>{words.talk}</dt>
              <dd>
                <Clock day={nextCheckIn} today={today} />
              </dd>
            </div>
            <div>
              <dt>{words.due}</dt>
              <dd>
                <Clock day={clock.due} today={today} />
              </dd>
            </div>
          </dl>
          <p className={styles.foot}>
            <Contract unsaid={unsaid} />
            {isTalkDue ? (
              <Button
                disabled={act.isPending}
                aria-label={words.holdOne(plain(record.title))}
                onClick={() => act.mutate({ id: record.id, act: 'check-in' }, { onSuccess: () => act.told() })}
              >
                {words.hold}
              </Button>
            ) : null}
          </p>
        </>
      ) : (
        <p className={styles.line}>{ended}</p>
      )}
      {act.isError ? <Problem error={act.error} /> : null}
    </article>
  );
}
