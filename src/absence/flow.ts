import { DAY } from '../domain/window.ts';
import { startOf } from './calendar.ts';
import { teammatesChanges, WORK_DAYS } from './dependence.ts';
import { isPresent } from './find-absences.ts';
import type { History, PersonIndex } from './history.ts';
import type { Flow, Outcome, RealAbsence } from './real-absence.ts';

/** What is usual is counted per so many days, and so many days are looked at. */
export const FORTNIGHT_DAYS = 14;

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
  const usual = (before * FORTNIGHT_DAYS) / WORK_DAYS;
  const landed = teammatesChanges(history, person, moment, moment + FORTNIGHT_DAYS * DAY).length;
  const ratio = usual === 0 ? null : landed / usual;
  return { usual, landed, ratio, logRatio: Math.log((landed + 1) / (usual + 1)), outcome: outcomeOf(ratio) };
}

/** Most windows an absence is compared with. */
const MOST_WINDOWS = 8;
/** How far from the absence they may lie, in days. */
const WITHIN_DAYS = 365;
/** Pseudo-windows of no change that the mean is drawn towards. */
export const PSEUDO_WINDOWS = 3;

export interface MatchedWindows {
  /** Their beginnings, in days since 1970, nearest to the absence first. */
  readonly from: readonly number[];
  /** Mean of {@link Flow.logRatio} over them; null without one. */
  readonly logRatio: number | null;
  /** The same drawn towards 0 by three pseudo-windows: what is taken from an absence's own. */
  readonly shrunk: number;
}

/**
 * What the same teammates' work did in comparable fortnights in which the same person was present: up to 8 windows within a
 * year before or after, as close to the absence as they come, none overlapping an absence of theirs, active in both weeks.
 */
export function matchedWindows(
  history: History,
  found: readonly RealAbsence[],
  absence: Pick<RealAbsence, 'person' | 'from' | 'to'>,
): MatchedWindows {
  const from: number[] = [];
  const own = new Set((history.activity[absence.person] ?? []).map(({ day }) => day));
  for (let step = 1; step * FORTNIGHT_DAYS <= WITHIN_DAYS && from.length < MOST_WINDOWS; step += 1) {
    for (const start of [absence.from - step * FORTNIGHT_DAYS, absence.from + step * FORTNIGHT_DAYS]) {
      if (from.length < MOST_WINDOWS && isComparable(history, found, absence.person, own, start)) from.push(start);
    }
  }
  const ratios = from.map((start) => flowFrom(history, absence.person, startOf(start)).logRatio);
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return {
    from,
    logRatio: ratios.length === 0 ? null : sum / ratios.length,
    shrunk: sum / (ratios.length + PSEUDO_WINDOWS),
  };
}

function isComparable(
  history: History,
  found: readonly RealAbsence[],
  person: PersonIndex,
  own: ReadonlySet<number>,
  start: number,
): boolean {
  const end = start + FORTNIGHT_DAYS;
  const isKnown = startOf(start - WORK_DAYS) >= (history.began ?? Number.POSITIVE_INFINITY);
  if (!isKnown || startOf(end) > history.until || !isPresent(found, person, start, end)) return false;
  const isActive = (from: number) => Array.from({ length: 7 }, (_, i) => from + i).some((day) => own.has(day));
  return isActive(start) && isActive(start + 7);
}
