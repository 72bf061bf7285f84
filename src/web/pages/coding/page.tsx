import { useAddress } from '../../client/use-address.ts';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { RecordList } from '../../practice/record-list.tsx';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import styles from './page.module.css';
import { Queue } from './queue.tsx';
import { SharesCard } from './shares-card.tsx';
import { TargetCard } from './target-card.tsx';

/** Why am I coding: what is to be answered, what the answers come to, and the hands-on share beside its target. */
export function CodingPage() {
  const [{ by }, change] = useAddress();
  const period = by === 'month' ? 'month' : 'quarter';
  const result = usePractice('coding', { by: period });
  const entries = usePractice('records', { kind: 'coding' }).data?.told ?? null;
  const words = text.coding;
  return (
    <>
      <PracticeTabs kind="coding" />
      <PageHead title={words.title} lead={words.lead} />
      <ToldOf result={result} skeleton={<Skeleton rows={8} />}>
        {(log) => (
          <div className={styles.page}>
            <Queue asked={log.asked} />
            <TargetCard handsOn={log.handsOn} />
            <SharesCard
              log={log}
              by={period}
              onBy={(value) => change({ by: value === 'quarter' ? undefined : value })}
            />
            {entries === null || entries.records.length === 0 ? null : (
              <section className={styles.log} aria-labelledby="log">
                <h2 id="log">{words.log}</h2>
                <RecordList kind={entries.kind} records={entries.records} />
              </section>
            )}
            {log.notes.length === 0 ? null : (
              <ul className={styles.notes}>
                {log.notes.map((note) => (
                  <li key={note}>
                    <Said>{note}</Said>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </ToldOf>
    </>
  );
}
