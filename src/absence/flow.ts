import { DAY } from '../domain/window.ts';
import { activeWeeksBefore, activeWeeksFrom, placeOf } from './active-weeks.ts';
import { dayOf, startOf } from './calendar.ts';
import { teammatesChanges, WORK_DAYS } from './dependence.ts';
import { ACTIVE_WEEKS, gapsOf, WEEKS_BEFORE } from './find-absences.ts';
import { DAYS_OF_FORTNIGHT } from './fortnight.ts';
import type { DayOfActivity, History, PersonIndex } from './history.ts';
import type { Flow, Outcome, RealAbsence } from './real-absence.ts';

export { DAYS_OF_FORTNIGHT } from './fortnight.ts';

/** Under 30 % of the usual, under 70 %, or more (`absence.md`). Null when nothing was usual. */
export function outcomeOf(ratio: number | null): Outcome | null {
  if (ratio === null) return null;
  return ratio < 0.3 ? 'nearly-stopped' : ratio < 0.7 ? 'slowed' : 'normal';
}

/**
 * Teammates' work in the 14 days from a moment (seconds), beside what was usual in the 56 days before it. It looks at what
 * came after the moment: for the past only.
 */
export function flowFrom(history: History, person: PersonIndex, moment: number): Flow {
  const before = teammatesChanges(history, person, moment - WORK_DAYS * DAY, moment).length;
  const usual = (before * DAYS_OF_FORTNIGHT) / WORK_DAYS;
  const landed = teammatesChanges(history, person, moment, moment + DAYS_OF_FORTNIGHT * DAY).length;
  const ratio = usual === 0 ? null : landed / usual;
  return { usual, landed, ratio, logRatio: Math.log((landed + 1) / (usual + 1)), outcome: outcomeOf(ratio) };
}

/** Teammates' changes per fortnight below which a fortnight shows nothing: of fewer, none by chance looks like a stop. */
export const LEAST_USUAL = 4;
/** Most windows an absence is compared with. */
const MOST_WINDOWS = 8;
/** How far from the beginning or the end of the absence they may begin, in days. */
const WITHIN_DAYS = 365;
/** Least days between the beginnings of two of them. */
const APART_DAYS = 7;
/** Pseudo-windows of no change that the mean is drawn towards. */
export const PSEUDO_WINDOWS = 3;

export interface MatchedWindows {
  /** Their beginnings, in days since 1970, in the order in which they were taken. */
  readonly from: readonly number[];
  /** Mean of {@link Flow.logRatio} over them; null without one. */
  readonly logRatio: number | null;
  /** The same drawn towards 0 by three pseudo-windows: what is taken from an absence's own. */
  readonly shrunk: number;
}

/**
 * What the same teammates' work did in comparable fortnights in which the same person was present: up to 8 windows that
 * begin as absences do, on the day after activity of somebody active in 8 of the 13 weeks before, but with activity in
 * both weeks, no silence of ten business days in sight and a usual of 4 changes; within a year of the absence, their beginnings a week apart.
 * Which ones the study took of more than 8 is not known. Here those come first whose usual was counted in 56 days without
 * such a silence: what was held up then makes the usual low and the window high, and the absence look worse than it was (by
 * a tenth of the slope in simulated histories, docs/validity.md). Of the rest the nearest to its beginning come first, the
 * earlier of two equally near.
 */
export function matchedWindows(
  history: History,
  _found: readonly RealAbsence[],
  absence: Pick<RealAbsence, 'person' | 'from' | 'to'>,
): MatchedWindows {
  const [from, ratios]: [number[], number[]] = [[], []];
  for (const start of candidates(history, absence)) {
    if (from.length === MOST_WINDOWS) break;
    if (from.some((other) => Math.abs(other - start) < APART_DAYS)) continue;
    const flow = flowFrom(history, absence.person, startOf(start));
    if (flow.usual < LEAST_USUAL) continue;
    from.push(start);
    ratios.push(flow.logRatio);
  }
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return {
    from,
    logRatio: ratios.length === 0 ? null : sum / ratios.length,
    shrunk: sum / (ratios.length + PSEUDO_WINDOWS),
  };
}

/**
 * Every beginning of a window: first those with an undisturbed usual, and the nearest first. Looked at one by one, because
 * the first few are enough.
 */
function* candidates(
  history: History,
  { person, from, to }: Pick<RealAbsence, 'person' | 'from' | 'to'>,
): Generator<number> {
  const own = history.activity[person] ?? [];
  const [first, last] = [from - WITHIN_DAYS, (to ?? from) + WITHIN_DAYS];
  const gaps = gapsOf(own, dayOf(history.until));
  const overlaps = (start: number, end: number) =>
    gaps.some((gap) => gap.from < end && (gap.to === null || start < gap.to));
  const starts: { readonly day: number; readonly disturbed: number }[] = [];
  for (let i = placeOf(own, first - 1); i < own.length; i += 1) {
    const day = (own[i] as DayOfActivity).day + 1;
    if (day > last) break;
    const isKnown =
      startOf(day - WORK_DAYS) >= (history.began ?? Number.POSITIVE_INFINITY) &&
      startOf(day + DAYS_OF_FORTNIGHT) <= history.until;
    if (isKnown && !overlaps(day, day + DAYS_OF_FORTNIGHT)) {
      starts.push({ day, disturbed: overlaps(day - WORK_DAYS, day) ? 1 : 0 });
    }
  }
  starts.sort((a, b) => a.disturbed - b.disturbed || Math.abs(a.day - from) - Math.abs(b.day - from) || a.day - b.day);
  for (const { day } of starts) {
    if (activeWeeksFrom(own, day, 2) === 2 && activeWeeksBefore(own, day, WEEKS_BEFORE) >= ACTIVE_WEEKS) yield day;
  }
}
