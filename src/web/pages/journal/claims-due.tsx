import type { RecordData } from '../../../domain/records/entry.ts';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { Clock } from '../../practice/clock.tsx';
import { Outcomes } from '../../practice/outcomes.tsx';
import { RecordLink } from '../../practice/record-list.tsx';
import styles from './page.module.css';

interface ClaimsDueProps {
  readonly records: readonly RecordData[];
  readonly today: string;
}

/** Claims whose day has come, the oldest first, each settled by one press. */
export function ClaimsDue({ records, today }: ClaimsDueProps) {
  const words = text.journal;
  const due = records
    .filter(({ isOpen, fields }) => isOpen && typeof fields.claim === 'string' && dayOf(fields) <= today)
    .sort((a, b) => dayOf(a.fields).localeCompare(dayOf(b.fields)));
  return (
    <section className={styles.section} aria-labelledby="due">
      <header>
        <h2 id="due">{words.due}</h2>
        <p className={styles.meaning}>{due.length === 0 ? words.noneDue : words.dueMeaning}</p>
      </header>
      {due.length === 0 ? null : (
        <ul className={styles.claims}>
          {due.map((record) => (
            <li key={record.id} className={styles.claim}>
              <div className={styles.words}>
                <p className={styles.said}>
                  <Said>{String(record.fields.claim)}</Said>
                </p>
                <p className={styles.meaning}>
                  <RecordLink record={record} />
                </p>
                <p className={styles.meaning}>
                  {typeof record.fields.sure === 'number' ? `${words.sure(record.fields.sure)} · ` : null}
                  <Clock day={dayOf(record.fields)} today={today} />
                </p>
              </div>
              <Outcomes id={record.id} title={record.title} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A claim without a day to look is not due. */
const dayOf = ({ 'check-on': day }: RecordData['fields']): string => (typeof day === 'string' ? day : '9999-12-31');
