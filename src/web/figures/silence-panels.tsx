import type { ToldAbsence } from '../../domain/absence-told.ts';
import { plain } from '../../domain/plain.ts';
import type { Weeks } from '../../domain/weeks.ts';
import { text } from '../messages/index.ts';
import styles from './silence-panels.module.css';

const WEEK = 7 * 86_400;
/** Weeks drawn before and after a silence. */
const AROUND = 8;
const MOST = 8;
const HIGH = 64;
/** Between two columns, of one. */
const GAP = 0.22;

interface SilencePanelsProps {
  /** All of them: a panel reaches before its silence. */
  readonly weeks: Weeks;
  readonly told: ToldAbsence['told']['past'];
  onOpen?(from: number): void;
}

/** Each silence that can be compared, near enough to see what teammates landed before, during and after it. */
export function SilencePanels({ weeks, told, onOpen }: SilencePanelsProps) {
  const words = text.fortnight;
  const shown = weeks.absences.filter(({ notCompared }) => notCompared === null).slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <div className={styles.panels}>
      <h3>{words.panelsTitle}</h3>
      <ul className={styles.list}>
        {shown.map((silence) => {
          const tells = told.absences.find(({ from }) => from === silence.from);
          if (tells === undefined) return null;
          return (
            <li key={silence.from} className={styles.panel}>
              <p className={styles.days}>
                {onOpen === undefined ? (
                  tells.days
                ) : (
                  <button
                    type="button"
                    className={styles.open}
                    aria-label={words.openSilence(tells.days)}
                    onClick={() => onOpen(silence.from)}
                  >
                    {tells.days}
                  </button>
                )}
              </p>
              <Panel weeks={weeks} silence={silence} />
              <p className={styles.work}>{tells.work}</p>
            </li>
          );
        })}
      </ul>
      <p className={styles.key}>{words.panelsKey(AROUND)}</p>
    </div>
  );
}

/** Columns of weeks in units of a week, so that the drawing takes whatever room it is given. */
function Panel({ weeks, silence }: { readonly weeks: Weeks; readonly silence: Weeks['absences'][number] }) {
  const { from, to } = silence;
  const end = (to ?? weeks.moment) + AROUND * WEEK;
  const near = weeks.weeks.filter((week) => week.from + WEEK > from - AROUND * WEEK && week.from < end);
  const first = near[0];
  if (first === undefined) return null;
  const most = Math.max(1, ...near.flatMap(({ landed, usual }) => [landed, usual ?? 0]));
  const x = (at: number) => (at - first.from) / WEEK;
  const y = (value: number) => HIGH - (value / most) * (HIGH - 2);
  const column = (at: number, low: number, high: number) =>
    `M${x(at) + GAP / 2} ${y(low).toFixed(2)}h${1 - GAP}V${y(high).toFixed(2)}h${GAP - 1}Z`;
  const usual = near.findLast((week) => week.from <= from && week.usual !== null)?.usual ?? null;
  return (
    <svg
      className={styles.drawing}
      width="100%"
      height={HIGH}
      viewBox={`0 0 ${near.length} ${HIGH}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={plain(silence.said)}
    >
      <rect className={styles.shade} x={x(from)} y="0" width={x(to ?? weeks.moment) - x(from)} height={HIGH} />
      <path
        className={styles.others}
        d={near
          .map((week) => (week.landed > week.through ? column(week.from, week.through, week.landed) : ''))
          .join('')}
      />
      <path
        className={styles.alone}
        d={near.map((week) => (week.through > 0 ? column(week.from, 0, week.through) : '')).join('')}
      />
      {usual === null ? null : <line className={styles.usual} x1="0" x2={near.length} y1={y(usual)} y2={y(usual)} />}
      <line className={styles.base} x1="0" x2={near.length} y1={HIGH} y2={HIGH} />
    </svg>
  );
}
