import { DAY } from '../../domain/window.ts';
import { activePeople } from '../active-people.ts';
import { AUTHOR_DAYS, landedBetween } from '../dependence.ts';
import { DAYS_OF_FORTNIGHT } from '../flow.ts';
import type { AreaIndex, History, PersonIndex } from '../history.ts';
import { landersBefore } from '../landers.ts';

/** Parts in changes of a year are what somebody is taken to know. */
export const KNOWN_DAYS = 365;
/** Fewer parts than this, and nothing is known of what somebody knows. */
const LEAST_PARTS = 3;
/** At most so many receivers are considered: those with most parts. Nobody is shown in this order. */
const MOST_RECEIVERS = 10;

/** What can be seen of somebody who could take something over. */
export interface Teammate {
  readonly person: PersonIndex;
  /** Landed anything in 182 days, their own included. */
  readonly lands: boolean;
  /** Areas of changes they authored, approved or landed within a year. */
  readonly knows: ReadonlySet<AreaIndex>;
  /** Landings a week beyond their usual, as the replay supposes: the 90th percentile of two weeks less the mean, halved. */
  readonly spare: number;
}

/** Who has a part in which areas within a year before `moment`, and in how many changes; by person. */
export function partsBefore(history: History, moment: number): ReadonlyMap<PersonIndex, Parts> {
  const parts = new Map<PersonIndex, { changes: number; areas: Map<AreaIndex, number> }>();
  for (const change of landedBetween(history, moment - KNOWN_DAYS * DAY, moment)) {
    const hands = [...change.authors, ...change.approvers, ...(change.lander === null ? [] : [change.lander])];
    for (const person of new Set(hands)) {
      const own = parts.get(person) ?? { changes: 0, areas: new Map<AreaIndex, number>() };
      own.changes += 1;
      for (const area of change.areas) own.areas.set(area, (own.areas.get(area) ?? 0) + 1);
      parts.set(person, own);
    }
  }
  return parts;
}

export interface Parts {
  readonly changes: number;
  readonly areas: ReadonlyMap<AreaIndex, number>;
}

/** Active people who could receive a move, in the order of {@link History.people}. */
export function teammatesOf(history: History, away: PersonIndex, moment: number): readonly Teammate[] {
  const parts = partsBefore(history, moment);
  const landers = landersBefore(history, away, moment, {
    historyDays: AUTHOR_DAYS,
    landing: 'anything',
    percentile: 0.9,
    capacityFactor: 1,
  });
  const changes = (person: PersonIndex) => parts.get(person)?.changes ?? 0;
  return [...activePeople(history, away, moment)]
    .filter((person) => changes(person) >= LEAST_PARTS)
    .sort((a, b) => changes(b) - changes(a) || a - b)
    .slice(0, MOST_RECEIVERS)
    .sort((a, b) => a - b)
    .map((person) => ({
      person,
      lands: landers.spare.has(person),
      knows: new Set(parts.get(person)?.areas.keys()),
      spare: ((landers.spare.get(person) ?? 0) * 7) / DAYS_OF_FORTNIGHT,
    }));
}
