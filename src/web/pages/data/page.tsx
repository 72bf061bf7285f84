import type { DataStanding, Unanswered } from '../../../domain/data-standing.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { FindingList } from './finding-list.tsx';
import styles from './page.module.css';
import { RepositoryFacts } from './repository-facts.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { UnansweredTable } from './unanswered-table.tsx';
import { WhereItLies } from './where-it-lies.tsx';

/** What evidence there is, what is missing and what that blocks; reading it anew; where it lies. */
export function DataPage() {
  const standing = useAnswer('data', {});
  const unanswered = useAnswer('data/unanswered', {});
  return (
    <>
      <PageHead
        title={text.data.title}
        lead={unanswered.data === undefined ? text.data.lead : <Said>{unanswered.data.summary}</Said>}
      />
      <div className={styles.page}>
        <ScanPanel scannedAt={lastRead(standing.data)} />
        <Answered result={standing} skeleton={<Skeleton shape="table" rows={8} />}>
          {(answer) => <Standing standing={answer} unanswered={unanswered.data ?? null} />}
        </Answered>
      </div>
    </>
  );
}

interface StandingProps {
  readonly standing: DataStanding;
  /** Null until every measure was asked. */
  readonly unanswered: Unanswered | null;
}

function Standing({ standing, unanswered }: StandingProps) {
  const { evidence, sources, notes } = standing;
  return (
    <div className={styles.page}>
      <FindingList findings={evidence} blocked={unanswered?.blocked ?? null} />
      <UnansweredTable unanswered={unanswered} />
      <section className={styles.section} aria-labelledby="repositories">
        <h2 id="repositories">{text.data.repositories.title}</h2>
        {sources.map((source) => (
          <RepositoryFacts key={source.repository} source={source} />
        ))}
      </section>
      {notes.length === 0 ? null : (
        <section className={styles.section} aria-labelledby="notes">
          <h2 id="notes">{text.data.notes.title}</h2>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={note}>
                <Said>{note}</Said>
              </li>
            ))}
          </ul>
        </section>
      )}
      <WhereItLies standing={standing} />
    </div>
  );
}

function lastRead(standing: DataStanding | undefined): number | null {
  const times = standing?.sources.flatMap(({ scannedAt }) => scannedAt ?? []) ?? [];
  return times.length === 0 ? null : Math.max(...times);
}
