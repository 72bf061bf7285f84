import type { DayOfActivity } from './history.ts';

/** In how many of so many weeks (seven days each, counted forward from a day) there was activity. */
export const activeWeeksFrom = (own: readonly DayOfActivity[], from: number, weeks: number): number =>
  countWeeks(own, from, from + weeks * 7, (day) => Math.floor((day - from) / 7));

/** The same for the weeks that end where a day begins, counted back from it. */
export const activeWeeksBefore = (own: readonly DayOfActivity[], to: number, weeks: number): number =>
  countWeeks(own, to - weeks * 7, to, (day) => Math.floor((to - 1 - day) / 7));

function countWeeks(own: readonly DayOfActivity[], from: number, to: number, weekOf: (day: number) => number): number {
  const seen = new Set<number>();
  for (let i = placeOf(own, from); i < own.length && (own[i] as DayOfActivity).day < to; i += 1) {
    seen.add(weekOf((own[i] as DayOfActivity).day));
  }
  return seen.size;
}

/** Place of the first day of activity on or after a day. */
export function placeOf(own: readonly DayOfActivity[], day: number): number {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle] as DayOfActivity).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
