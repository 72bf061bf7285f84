import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS, streamOf, teammatesChanges } from '../dependence.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from '../history.ts';
import { type Learning, type Option, recent } from './option.ts';
import { isCovered, type Route, regularAuthors, type Scope } from './scope.ts';
import { type Teammate, teammatesOf } from './team.ts';

/** Changes landed together with the person away before a pair lands alone: for each thing to learn. */
const LEARNED_IN = 3;
/** A move covers at least so many changes of 182 days, or it is none. */
const LEAST_COVERED = 2;
/** Whoever has fewer changes of their own waiting on somebody gets no landing rights out of it. */
const LEAST_OWN = 3;
/** Streams and areas considered one by one: those with most recent work. */
const MOST_STREAMS = 12;
const MOST_AREAS = 12;

/** Who could take something over, and what. */
export interface Candidates {
  readonly team: readonly Teammate[];
  readonly options: readonly Option[];
}

/**
 * Every move that is possible at `moment`: who is active and known, times what they could take over from `person`.
 * In a total order: landing rights first, then by receiver and scope.
 */
export function candidatesAt(history: History, person: PersonIndex, moment: number): Candidates {
  const through = teammatesChanges(history, person, moment - AUTHOR_DAYS * DAY, moment).filter(
    ({ lander }) => lander === person,
  );
  const regular = regularAuthors(history, moment);
  const work = recent(through, moment);
  const areas = busiest(
    work.flatMap((change) => [...change.areas]),
    MOST_AREAS,
  );
  const streams = busiest(
    work.map(streamOf).filter((author) => regular.has(author)),
    MOST_STREAMS,
  );
  const team = teammatesOf(history, person, moment);
  const option = (mate: Teammate, scope: Scope): Option[] => {
    const route: Route = { receiver: mate.person, scope };
    const changes = through.filter((change) => isCovered(change, route, regular));
    const isOwn = scope.authors === 'own';
    const recently = recent(changes, moment);
    if (changes.length < (isOwn ? LEAST_OWN : LEAST_COVERED) || recently.length === 0) return [];
    const learns = isOwn ? NOTHING : learning(mate, scope, changes);
    const kind = isOwn ? 'landing-rights' : learns.changes > 0 ? 'pairing' : 'review-shift';
    return [{ ...route, kind, changes, work: recently, learns }];
  };
  const own = team.flatMap((mate) => [
    ...option(mate, { authors: 'own', area: null }),
    ...areas.flatMap((area) => option(mate, { authors: 'own', area })),
  ]);
  const others = team.flatMap((mate) => [
    ...option(mate, { authors: 'everybody', area: null }),
    ...option(mate, { authors: 'occasional', area: null }),
    ...areas.flatMap((area) => option(mate, { authors: 'everybody', area })),
    ...areas.flatMap((area) => option(mate, { authors: 'occasional', area })),
    ...streams.flatMap((author) => (author === mate.person ? [] : option(mate, { authors: author, area: null }))),
  ]);
  return { team, options: distinct([...own, ...others]) };
}

const NOTHING: Learning = { changes: 0, landing: false, areas: [] };

/** What somebody would have to learn first: landing, and the areas of more than half of it where they know fewer. */
function learning(mate: Teammate, scope: Scope, changes: readonly LandedChange[]): Learning {
  const isKnown = (change: LandedChange) =>
    change.areas.length === 0 || change.areas.some((area) => mate.knows.has(area));
  const unknown = changes.filter((change) => !isKnown(change));
  const areas =
    scope.area !== null
      ? mate.knows.has(scope.area)
        ? []
        : [scope.area]
      : unknown.length * 2 > changes.length
        ? busiest(
            unknown.flatMap((change) => [...change.areas]),
            3,
          )
        : [];
  const landing = !mate.lands;
  return { changes: LEARNED_IN * (Number(landing) + Number(areas.length > 0)), landing, areas };
}

/** The most frequent ones, in ascending order. */
function busiest<T extends AreaIndex | PersonIndex>(values: readonly T[], most: number): readonly T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, of], [b, other]) => other - of || a - b)
    .slice(0, most)
    .map(([value]) => value)
    .sort((a, b) => a - b);
}

/** Of moves that give one person the very same changes, the narrowest: a wider one says more than was seen. */
function distinct(options: readonly Option[]): readonly Option[] {
  const seen = new Set<string>();
  const width = ({ scope }: Option) => Number(scope.area === null) * 2 + Number(scope.authors === 'everybody');
  const narrowFirst = [...options].sort((a, b) => width(a) - width(b));
  const kept = new Set<Option>();
  for (const option of narrowFirst) {
    const key = `${option.receiver} ${option.kind} ${option.changes.map(({ repository, id }) => `${repository}/${id}`).join()}`;
    if (!seen.has(key)) kept.add(option);
    seen.add(key);
  }
  return options.filter((option) => kept.has(option));
}
