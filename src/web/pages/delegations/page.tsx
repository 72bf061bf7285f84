import type { DelegationList, DelegationTold } from '../../../domain/delegations.ts';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import { Alerts } from './alerts.tsx';
import { Card } from './card.tsx';
import styles from './page.module.css';
import { StartButton } from './start.tsx';
import { Suggestions } from './suggestions.tsx';

/** The delegation board: the lead's own promises first, then what was given away by where it stands. */
export function DelegationsPage() {
  const result = usePractice('delegations', {});
  const words = text.delegations;
  const canAdd = result.data?.told != null;
  return (
    <>
      <PracticeTabs kind="delegation" />
      <PageHead title={words.title} lead={words.lead}>
        {canAdd ? <StartButton label={words.add} look="primary" /> : null}
      </PageHead>
      <ToldOf result={result} skeleton={<Skeleton rows={8} />}>
        {(told, today) => <Board told={told} today={today} />}
      </ToldOf>
      {canAdd ? <Suggestions /> : null}
    </>
  );
}

function Board({
  told: { alerts, delegations, notes },
  today,
}: {
  readonly told: DelegationList;
  readonly today: string;
}) {
  const words = text.delegations;
  const isClosed = ({ record }: DelegationTold) => !record.isOpen;
  const columns = [
    { id: 'proposed', those: delegations.filter(({ record }) => record.status === 'proposed') },
    { id: 'active', those: delegations.filter((one) => !isClosed(one) && one.record.status !== 'proposed') },
    { id: 'closed', those: delegations.filter(isClosed) },
  ] as const;
  return (
    <div className={styles.page}>
      <Alerts alerts={alerts} />
      <div className={styles.board}>
        {columns.map(({ id, those }) => (
          <section key={id} className={styles.column} aria-labelledby={`column-${id}`}>
            <h2 id={`column-${id}`}>{words.columns[id]}</h2>
            {those.length === 0 ? <p className={styles.quiet}>{words.none[id]}</p> : null}
            {those.map((one) => (
              <Card key={one.record.id} told={one} today={today} />
            ))}
          </section>
        ))}
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          <Said>{note}</Said>
        </p>
      ))}
    </div>
  );
}
