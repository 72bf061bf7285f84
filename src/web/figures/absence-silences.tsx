import type { ReactNode } from 'react';
import type { ToldAbsence } from '../../domain/absence-told.ts';
import { DataTable } from '../design/data-table.tsx';
import { More } from '../design/more.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-silences.module.css';

const ROWS = 8;

interface AbsenceSilencesProps {
  readonly absence: ToldAbsence;
  onOpen?(from: number): void;
  /** Drawings of them: they stand between the answer and the list. */
  readonly children?: ReactNode;
}

/** What is known of own past silences: in words, then one by one, newest first. */
export function AbsenceSilences({ absence, onOpen, children }: AbsenceSilencesProps) {
  const { past } = absence.told;
  const words = text.fortnight;
  return (
    <div className={styles.silences}>
      <p className={styles.text}>
        <Said>{past.text}</Said>
      </p>
      {past.leftOut === null ? null : (
        <p className={styles.quiet}>
          <Said>{past.leftOut}</Said>
        </p>
      )}
      {children}
      {past.absences.length === 0 ? null : (
        <More summary={words.silencesTable(past.absences.length)}>
          <DataTable
            caption={past.title}
            limit={ROWS}
            columns={[
              { key: 'days', label: words.silentFrom },
              { key: 'became', label: words.became },
              { key: 'work', label: words.usualLanded },
              { key: 'stepped', label: words.steppedIn },
              { key: 'compared', label: words.comparedColumn },
            ]}
            rows={past.absences.map((one) => ({
              key: String(one.from),
              cells: {
                days:
                  onOpen === undefined ? (
                    one.days
                  ) : (
                    <button
                      type="button"
                      className={styles.open}
                      aria-label={words.openSilence(one.days)}
                      onClick={() => onOpen(one.from)}
                    >
                      {one.days}
                    </button>
                  ),
                became: <span className={styles.cell}>{one.kind}</span>,
                work: <span className={styles.cell}>{one.work}</span>,
                stepped: (
                  <span className={styles.cell}>
                    {one.nobodyStepped === null ? (
                      <Names names={one.steppedIn.people} />
                    ) : (
                      <Said>{one.nobodyStepped}</Said>
                    )}
                  </span>
                ),
                compared:
                  one.notCompared === null ? words.yes : <span className={styles.reason}>{one.notCompared}</span>,
              },
            }))}
          />
        </More>
      )}
      {past.absences.length === 0 ? null : <p className={styles.caution}>{past.caution}</p>}
    </div>
  );
}
