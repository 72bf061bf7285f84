import type { Week } from '../domain/weeks.ts';
import { DAY } from '../domain/window.ts';
import { dayOf, startOf, weekday } from './calendar.ts';
import { WORK_DAYS } from './dependence.ts';
import type { History, LandedChange, PersonIndex } from './history.ts';
import { waitedOf } from './waited.ts';

const WEEK = 7 * DAY;
/** What is usual is known from so many weeks before: the days that a silence is compared with. */
const USUAL_WEEKS = WORK_DAYS / 7;

/** The Monday on or before a moment (seconds), in seconds. */
const mondayOf = (moment: number): number => startOf(dayOf(moment) - weekday(dayOf(moment)));

/**
 * Teammates' work week by week before a moment (seconds): what landed, what of it passed through one person, what that
 * person wrote, and how much was usual. `back`: at most so many weeks, the last ones. A change of a teammate is one the
 * person is no author of; ask of several people by `asOne`.
 */
export function flowByWeek(history: History, person: PersonIndex, moment: number, back: number): Week[] {
  const { began } = history;
  if (began === null || began >= moment) return [];
  const first = mondayOf(began);
  const count = Math.ceil((moment - first) / WEEK);
  const weeks = Array.from({ length: count }, () => ({ landed: [] as LandedChange[], through: 0, own: 0 }));
  for (const change of history.changes) {
    if (change.landedAt >= moment) break;
    const week = weeks[Math.floor((change.landedAt - first) / WEEK)];
    if (week === undefined) continue;
    if (change.authors.includes(person)) week.own += 1;
    else week.landed.push(change);
    if (change.lander === person && !change.authors.includes(person)) week.through += 1;
  }
  // A week that begins before the history does is no part of what was usual.
  const begins = startOf(dayOf(began));
  const whole = begins > first ? 1 : 0;
  const told = weeks.map(({ landed, through, own }, i): Week => {
    const from = first + i * WEEK;
    const before = weeks.slice(Math.max(0, i - USUAL_WEEKS), i);
    return {
      from,
      isWhole: from >= begins && from + WEEK <= moment,
      landed: landed.length,
      through,
      own,
      usual: i - whole < USUAL_WEEKS ? null : before.reduce((sum, week) => sum + week.landed.length, 0) / USUAL_WEEKS,
      waited: waitedOf(landed),
    };
  });
  return told.slice(-back);
}
