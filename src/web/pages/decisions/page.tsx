import type { DecisionList, DecisionTold } from '../../../domain/decisions.ts';
import { Disclosure } from '../../design/disclosure.tsx';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { Begin } from '../../practice/begin.tsx';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { useKind } from '../../practice/use-kinds.ts';
import { usePractice } from '../../practice/use-practice.ts';
import { DecisionRow } from './decision-row.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import styles from './page.module.css';

/** Every decision by where it stands: what asks for something first. */
export function DecisionsPage() {
  const result = usePractice('decisions', {});
  const kind = useKind('decision');
  const words = text.decisions;
  const isTold = result.data?.told != null;
  return (
    <>
      <PracticeTabs kind="decision" />
      <PageHead title={words.title} lead={words.lead}>
        {isTold && kind !== null ? <Begin kind={kind} label={words.add} /> : null}
      </PageHead>
      <ToldOf result={result} skeleton={<Skeleton rows={8} />}>
        {(told, today) => <Log told={told} today={today} />}
      </ToldOf>
      {isTold ? <EvidenceCard /> : null}
    </>
  );
}

type Group = keyof typeof text.decisions.groups;

const GROUP_OF: Readonly<Record<DecisionTold['standing']['state'], Group>> = {
  reopened: 'reopened',
  draft: 'deciding',
  proposed: 'deciding',
  unknown: 'deciding',
  accepted: 'force',
  rejected: 'closed',
  abandoned: 'closed',
  deprecated: 'closed',
  superseded: 'closed',
};
const GROUPS: readonly Group[] = ['reopened', 'deciding', 'force', 'closed'];

function Log({
  told: { decisions, unreadable, notes },
  today,
}: {
  readonly told: DecisionList;
  readonly today: string;
}) {
  const words = text.decisions;
  if (decisions.length === 0) return <Empty title={words.none.title}>{words.none.why}</Empty>;
  const groups = GROUPS.map((group) => ({
    group,
    those: decisions.filter(({ standing }) => GROUP_OF[standing.state] === group),
  })).filter(({ those }) => those.length > 0);
  return (
    <div className={styles.page}>
      {groups.map(({ group, those }) => {
        const rows = those.map((one) => <DecisionRow key={one.record.id} told={one} today={today} />);
        return (
          <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{words.groups[group]}</h2>
            {group === 'closed' ? (
              <Disclosure summary={words.closedCount(those.length)}>
                <ul>{rows}</ul>
              </Disclosure>
            ) : (
              <ul>{rows}</ul>
            )}
          </section>
        );
      })}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          <Said>{note}</Said>
        </p>
      ))}
      {unreadable.length === 0 ? null : (
        <section className={styles.group}>
          <h2>{words.unreadable}</h2>
          <ul>
            {unreadable.map(({ path, why }) => (
              <li key={path} className={styles.note}>
                <Said>{`${path}: ${why}`}</Said>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
