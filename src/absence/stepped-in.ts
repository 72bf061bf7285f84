import { DAY } from '../domain/window.ts';
import { startOf } from './calendar.ts';
import { GATE_DAYS, landedBetween } from './dependence.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from './history.ts';
import type { RealAbsence } from './real-absence.ts';

/** Where a change lies for the question who lands there; one that touched no area lies in `null`. */
export const placesOf = (change: LandedChange): readonly (AreaIndex | null)[] =>
  change.areas.length > 0 ? change.areas : [null];

/** Who landed in each area in [from, to) (seconds), and how many of those changes; hidden landers left out. */
export function landersByArea(
  history: History,
  from: number,
  to: number,
): ReadonlyMap<AreaIndex | null, ReadonlyMap<PersonIndex, number>> {
  const byArea = new Map<AreaIndex | null, Map<PersonIndex, number>>();
  for (const change of landedBetween(history, from, to)) {
    if (change.lander === null) continue;
    for (const area of placesOf(change)) {
      const landers = byArea.get(area) ?? new Map<PersonIndex, number>();
      landers.set(change.lander, (landers.get(change.lander) ?? 0) + 1);
      byArea.set(area, landers);
    }
  }
  return byArea;
}

/** Areas in which, in the 13 weeks before a moment (seconds), the person landed and nobody else was seen landing. */
export function areasLandedAlone(history: History, person: PersonIndex, moment: number): ReadonlySet<AreaIndex | null> {
  const landers = landersByArea(history, moment - GATE_DAYS * DAY, moment);
  return new Set([...landers].filter(([, by]) => by.size === 1 && by.has(person)).map(([area]) => area));
}

/** Who landed others' work where only the person away had landed before, and what they landed. */
export interface SteppedIn {
  /** In the order of {@link History.people}, which says nothing about them. */
  readonly people: readonly PersonIndex[];
  /** By landing time. */
  readonly changes: readonly LandedChange[];
}

/**
 * Who stepped in: people who, during an absence, landed a change they are no author of in an area where, in the 13 weeks
 * before, only the person away was seen landing. It looks at what came after the absence began: for the past only. It
 * misleads where landing is hidden (those who merged by a forge's squash are not seen), and it says nothing of why.
 */
export function steppedIn(
  history: History,
  { person, from, to }: Pick<RealAbsence, 'person' | 'from' | 'to'>,
): SteppedIn {
  const alone = areasLandedAlone(history, person, startOf(from));
  const end = to === null ? history.until : startOf(to);
  const changes = landedBetween(history, startOf(from), end).filter(
    (change) =>
      change.lander !== null &&
      change.lander !== person &&
      !change.authors.includes(change.lander) &&
      placesOf(change).some((area) => alone.has(area)),
  );
  const people = [...new Set(changes.flatMap(({ lander }) => lander ?? []))].sort((a, b) => a - b);
  return { people, changes };
}
