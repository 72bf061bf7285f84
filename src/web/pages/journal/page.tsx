import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { RecordList } from '../../practice/record-list.tsx';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import { CalibrationCard } from './calibration-card.tsx';
import { Candidates } from './candidates.tsx';
import { Capture } from './capture.tsx';
import { ClaimsDue } from './claims-due.tsx';
import styles from './page.module.css';

/** The journal of invisible impact: a line to write, claims to look at, and how often they hold. */
export function JournalPage() {
  const result = usePractice('records', { kind: 'journal' });
  const calibration = usePractice('journal', {});
  const words = text.journal;
  return (
    <>
      <PracticeTabs kind="journal" />
      <PageHead title={words.title} lead={words.lead} />
      <ToldOf result={result} skeleton={<Skeleton rows={8} />}>
        {({ kind, records }, today) => (
          <div className={styles.page}>
            <Capture />
            <ClaimsDue records={records} today={today} />
            <ToldOf result={calibration} isWithin>
              {(told) => <CalibrationCard calibration={told} />}
            </ToldOf>
            <Candidates />
            <section className={styles.section} aria-labelledby="entries">
              <h2 id="entries">{words.entries}</h2>
              {records.length === 0 ? (
                <Empty title={words.noEntries.title}>{words.noEntries.why}</Empty>
              ) : (
                <RecordList kind={kind} records={records} />
              )}
            </section>
          </div>
        )}
      </ToldOf>
    </>
  );
}
