import type { ToldAbsence } from '../../domain/absence-told.ts';
import type { DeputyRow } from '../../domain/deputies.ts';
import type { PeopleCell } from '../../domain/report.ts';
import { calendarDay } from '../../domain/words.ts';
import { DataTable } from '../design/data-table.tsx';
import { Evidence } from '../design/evidence.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { More } from '../design/more.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-cover.module.css';
import { AbsencePlace, placeText } from './absence-place.tsx';

const ROWS = 8;
const NAMES = 3;

const SETS = [
  ['landForOthers', text.fortnight.landsForOthers],
  ['landOwnOnly', text.fortnight.landsOwn],
  ['approved', text.fortnight.approved],
  ['couldCover', text.fortnight.couldCover],
  ['elsewhere', text.fortnight.wouldLearn],
  ['notSeenLately', text.fortnight.notLately],
] as const satisfies readonly (readonly [keyof DeputyRow, string])[];

/** Who else may land each area, as sets of names: in an order of areas, never of people. */
export function AbsenceCover({ absence }: { readonly absence: ToldAbsence }) {
  const { deputies, told, repositories } = absence;
  const words = text.fortnight;
  const label = ({ repository, area }: DeputyRow) =>
    placeText({ repository, area, isOfSeveral: repositories.length > 1 });
  // A column in which nobody stands says nothing.
  const sets = SETS.filter(([key]) => deputies.areas.some((row) => (row[key]?.people.length ?? 0) > 0));
  return (
    <FigureCard
      id="cover"
      title={words.coverTitle}
      meaning={words.coverMeaning}
      copy={{
        title: words.coverTitle,
        columns: [
          { label: words.area, align: 'left' },
          ...sets.map(([, name]) => ({ label: name, align: 'left' }) as const),
          { label: words.lastLanded, align: 'right' },
        ],
        rows: deputies.areas.map((row) => [
          label(row),
          ...sets.map(([key]) => row[key]?.people.join(', ') ?? ''),
          row.lastAt === null ? '' : calendarDay(row.lastAt),
        ]),
      }}
    >
      {told.deputies.length === 0 ? <p>{words.coverEmpty}</p> : null}
      <div className={styles.words}>
        {told.deputies.map((row) => (
          <p key={row.repository}>
            {repositories.length > 1 ? (
              <strong>
                <Said>{`${row.repository}: `}</Said>
              </strong>
            ) : null}
            <Said>{row.text}</Said>{' '}
            {row.evidenceTotal === 0 ? null : (
              <Evidence
                pieces={row.evidence}
                total={row.evidenceTotal}
                title={`${words.withoutOne} ${deputies.person}`}
              />
            )}
          </p>
        ))}
      </div>
      {deputies.areas.length === 0 ? null : (
        <More summary={words.coverByArea(deputies.areas.length)}>
          <DataTable
            caption={words.coverTitle}
            limit={ROWS}
            columns={[
              { key: 'area', label: words.area },
              ...sets.map(([key, name]) => ({ key, label: name })),
              { key: 'last', label: words.lastLanded, align: 'right' },
            ]}
            rows={deputies.areas.map((row) => ({
              key: `${row.repository}\n${row.area ?? ''}`,
              cells: {
                area: (
                  <AbsencePlace repository={row.repository} area={row.area} isOfSeveral={repositories.length > 1} />
                ),
                ...Object.fromEntries(
                  sets.map(([key]) => [key, <Somebody key={key} of={row} cell={row[key]} is={key} />]),
                ),
                last: row.lastAt === null ? words.notAsked : calendarDay(row.lastAt),
              },
            }))}
          />
        </More>
      )}
    </FigureCard>
  );
}

/** Where landing is visible and nobody lands, that is a finding; elsewhere an empty set is nothing. */
function Somebody({ of, cell, is }: { of: DeputyRow; cell: PeopleCell | null; is: (typeof SETS)[number][0] }) {
  const words = text.fortnight;
  if (cell === null || (cell.people.length === 0 && is !== 'landForOthers')) {
    return <span className={styles.quiet}>{words.notAsked}</span>;
  }
  if (cell.people.length > 0) {
    return (
      <span className={styles.people}>
        <Names names={cell.people} limit={NAMES} />
      </span>
    );
  }
  if (!of.isVisible) return <span className={styles.quiet}>{words.landingHidden}</span>;
  return <strong className={styles.warn}>{words.nobody}</strong>;
}
