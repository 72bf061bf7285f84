import { useParams } from '@tanstack/react-router';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { text } from '../../messages/index.ts';
import { Begin } from '../../practice/begin.tsx';
import { RecordList } from '../../practice/record-list.tsx';
import { PracticeTabs } from '../../practice/tabs.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import styles from './page.module.css';

/** Every record of a kind: the page a kind gets from its schema alone. */
export function RecordsPage() {
  const { kind = '' } = useParams({ strict: false }) as { readonly kind?: string };
  const result = usePractice('records', { kind });
  const told = result.data?.told?.kind.id === kind ? result.data.told : null;
  return (
    <>
      <PracticeTabs kind={kind} />
      <PageHead title={told === null ? text.records.title : upper(told.kind.many)} lead={told?.kind.meaning}>
        {told === null ? null : <Begin kind={told.kind} />}
      </PageHead>
      <ToldOf result={result} skeleton={<Skeleton shape="table" rows={8} />}>
        {({ kind: described, records }) => (
          <div className={styles.page}>
            {records.length === 0 ? (
              <Empty title={text.records.first(described.many)}>{described.summary}</Empty>
            ) : (
              <RecordList kind={described} records={records} />
            )}
            <p className={styles.where}>
              {described.visibility === 'team' ? text.practice.team : text.practice.private}
            </p>
          </div>
        )}
      </ToldOf>
    </>
  );
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
