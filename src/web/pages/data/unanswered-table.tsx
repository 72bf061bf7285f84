import type { Unanswered } from '../../../domain/data-standing.ts';
import { DataTable } from '../../design/data-table.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** Measures without an answer, and why. */
export function UnansweredTable({ unanswered }: { readonly unanswered: Unanswered | null }) {
  const words = text.data.unanswered;
  return (
    <section className={styles.section} aria-labelledby="unanswered">
      <h2 id="unanswered">{words.title}</h2>
      {unanswered === null ? (
        <Skeleton rows={2} />
      ) : (
        <DataTable
          caption={words.title}
          columns={[
            { key: 'measure', label: words.measure, width: '34%' },
            { key: 'because', label: words.because },
          ]}
          rows={unanswered.blocked.map(({ measure, title, because }) => ({
            key: measure,
            cells: {
              measure: <To page={`/measure/${measure}`}>{title}</To>,
              because: <Said>{because}</Said>,
            },
          }))}
          empty={words.none}
        />
      )}
    </section>
  );
}
