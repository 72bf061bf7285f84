import { text } from '../../messages/index.ts';
import { RecordLink } from '../../practice/record-list.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import styles from './page.module.css';

/** How many of the reviews before are offered. */
const SHOWN = 8;

/** Reviews that took place. Weeks without one leave no gap. */
export function Earlier() {
  const told = usePractice('records', { kind: 'week' }).data?.told;
  if (told === undefined || told === null || told.records.length === 0) return null;
  return (
    <section className={styles.block} aria-labelledby="earlier">
      <div className={styles.label}>
        <h2 id="earlier">{text.week.earlier}</h2>
      </div>
      <ul className={styles.earlier}>
        {told.records.slice(0, SHOWN).map((record) => (
          <li key={record.id}>
            <RecordLink record={record} />
          </li>
        ))}
      </ul>
    </section>
  );
}
