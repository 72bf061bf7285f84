import { DAY } from '../domain/window.ts';
import { dayOf } from './calendar.ts';
import type { DayOfActivity, History, PersonIndex } from './history.ts';

/** Who is called active was seen doing something in so many days before the moment. */
export const ACTIVE_DAYS = 28;

/**
 * Everybody but `person` with a commit, merge or review on any ref in the `days` before a moment (seconds). Silence longer
 * than that may be a holiday, or somebody who works where git does not see it: they are only not named as able to step in.
 */
export function activePeople(
  history: History,
  person: PersonIndex,
  moment: number,
  days: number = ACTIVE_DAYS,
): ReadonlySet<PersonIndex> {
  const [from, to] = [dayOf(moment - days * DAY), dayOf(moment)];
  const active = new Set<PersonIndex>();
  for (const [one, own] of history.activity.entries()) {
    if (one !== person && lastBefore(own, to) >= from) active.add(one);
  }
  return active;
}

/** Last day of activity before a day; minus infinity without one. */
function lastBefore(own: readonly DayOfActivity[], day: number): number {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle] as DayOfActivity).day < day) low = middle + 1;
    else high = middle;
  }
  return own[low - 1]?.day ?? Number.NEGATIVE_INFINITY;
}
