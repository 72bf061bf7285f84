import type { ReplayAssumptions } from '../domain/replay.ts';
import { DAY } from '../domain/window.ts';
import { landedBetween } from './dependence.ts';
import { DAYS_OF_FORTNIGHT } from './flow.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from './history.ts';
import { quantile } from './quantile.ts';

/** Where people land: an area, or a whole repository by its name, for changes that touch no area. */
export type Place = AreaIndex | string;

/** The places that decide who can land a change: its areas; of a change without one, its repository. */
export const landingPlaces = (change: LandedChange): readonly Place[] =>
  change.areas.length > 0 ? change.areas : [change.repository];

/** What is known, before a moment and without one person, of who lands what. */
export interface Landers {
  /** Landed at least one change of their own: what they write goes on without anybody. */
  readonly ofTheirOwn: ReadonlySet<PersonIndex>;
  readonly byPlace: ReadonlyMap<Place, ReadonlySet<PersonIndex>>;
  /**
   * Changes somebody could land in two weeks beyond their usual: the quantile of their landings per two weeks minus the
   * mean, times the factor. Of somebody who lands the same number every time it is 0, which is a floor, not a fact: how
   * much more they could do was never seen.
   */
  readonly spare: ReadonlyMap<PersonIndex, number>;
}

type Known = Pick<ReplayAssumptions, 'historyDays' | 'landing' | 'percentile' | 'capacityFactor'>;

/** Who landed what in `historyDays` before a moment (seconds), `person` left out. */
export function landersBefore(history: History, person: PersonIndex, moment: number, known: Known): Landers {
  const stretches = Math.max(1, Math.floor(known.historyDays / DAYS_OF_FORTNIGHT));
  const ofTheirOwn = new Set<PersonIndex>();
  const byPlace = new Map<Place, Set<PersonIndex>>();
  const landings = new Map<PersonIndex, number[]>();
  for (const change of landedBetween(history, moment - known.historyDays * DAY, moment)) {
    const { lander } = change;
    if (lander === null || lander === person) continue;
    const isOwn = change.authors.includes(lander);
    if (isOwn) ofTheirOwn.add(lander);
    if (isOwn && known.landing === 'for-others') continue;
    for (const place of [...change.areas, change.repository]) {
      const there = byPlace.get(place);
      if (there === undefined) byPlace.set(place, new Set([lander]));
      else there.add(lander);
    }
    const stretch = Math.floor((moment - 1 - change.landedAt) / (DAYS_OF_FORTNIGHT * DAY));
    const counts = landings.get(lander) ?? Array.from({ length: stretches }, () => 0);
    if (stretch < stretches) counts[stretch] = (counts[stretch] ?? 0) + 1;
    landings.set(lander, counts);
  }
  return { ofTheirOwn, byPlace, spare: new Map([...landings].map(([one, counts]) => [one, spareOf(counts, known)])) };
}

function spareOf(counts: readonly number[], { percentile, capacityFactor }: Known): number {
  if (capacityFactor === null) return Number.POSITIVE_INFINITY;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return Math.max(0, (quantile(counts, percentile) ?? 0) - mean) * capacityFactor;
}
