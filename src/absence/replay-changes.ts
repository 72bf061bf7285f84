import type { ReplayAssumptions } from '../domain/replay.ts';
import { DAY } from '../domain/window.ts';
import { ACTIVE_DAYS, activePeople } from './active-people.ts';
import { AUTHOR_DAYS, teammatesChanges } from './dependence.ts';
import { DAYS_OF_FORTNIGHT } from './flow.ts';
import type { History, LandedChange, PersonIndex } from './history.ts';
import { type Landers, landersBefore, landingPlaces } from './landers.ts';

/** The assumptions of the study of absences, and of ours where it leaves them open. */
export const REPLAY_ASSUMPTIONS: ReplayAssumptions = {
  weeks: 8,
  historyDays: AUTHOR_DAYS,
  percentile: 0.9,
  capacityFactor: 1,
  landing: 'for-others',
  activeDays: ACTIVE_DAYS,
};

/**
 * What becomes of a teammate's change in the replay. elsewhere: somebody else landed it, or nobody knows who. own: the
 * person landed it, but an author of it is seen landing their own work. taken: somebody with spare capacity lands it. left:
 * nobody does.
 */
export type Fate = 'elsewhere' | 'own' | 'taken' | 'left';

export interface ReplayedChange {
  readonly change: LandedChange;
  readonly fate: Fate;
  /** Who takes it over; null unless `taken`. */
  readonly by: PersonIndex | null;
  /** Which two weeks of the replay it falls into, from 0. */
  readonly stretch: number;
}

/**
 * The weeks before `moment` (seconds) again, without `person`, change by change in the order in which they landed. Those
 * that the person landed for authors who are not seen landing their own go to whoever lands in one of their areas, is
 * active and has most capacity left in those two weeks (equal: the smaller id, so that the order of people says nothing);
 * a whole change of it, spent at once, never saved. What is left is not tried again later.
 *
 * It misleads where landing is hidden: such changes are supposed to go on. It sees nobody who may land and never did.
 */
export function replayChanges(
  history: History,
  person: PersonIndex,
  moment: number,
  options: Partial<ReplayAssumptions> = {},
): readonly ReplayedChange[] {
  const assumed = { ...REPLAY_ASSUMPTIONS, ...options };
  const from = moment - assumed.weeks * 7 * DAY;
  const landers = landersBefore(history, person, moment, assumed);
  const active = activePeople(history, person, moment, assumed.activeDays);
  const takeOver = whoTakesOver(history, landers, active);
  return teammatesChanges(history, person, from, moment).map((change): ReplayedChange => {
    const stretch = Math.floor((change.landedAt - from) / FORTNIGHT);
    if (change.lander !== person) return { change, fate: 'elsewhere', by: null, stretch };
    if (change.authors.some((author) => landers.ofTheirOwn.has(author))) {
      return { change, fate: 'own', by: null, stretch };
    }
    const by = takeOver(change, stretch, Math.min(1, (moment - from) / FORTNIGHT - stretch));
    return { change, fate: by === null ? 'left' : 'taken', by, stretch };
  });
}

const FORTNIGHT = DAYS_OF_FORTNIGHT * DAY;

/**
 * Who takes the next change over, asked in order of time: keeps what capacity is left in the two weeks at hand (`share` of
 * them, at the end of an odd number of weeks).
 */
function whoTakesOver({ people }: History, { byPlace, spare }: Landers, active: ReadonlySet<PersonIndex>) {
  let current = -1;
  let room = new Map<PersonIndex, number>();
  const roomOf = (one: PersonIndex): number => room.get(one) ?? 0;
  const idOf = (one: PersonIndex): string => people[one]?.person ?? '';
  const isBefore = (one: PersonIndex, other: PersonIndex): boolean =>
    roomOf(one) > roomOf(other) || (roomOf(one) === roomOf(other) && idOf(one) < idOf(other));
  return (change: LandedChange, stretch: number, share: number): PersonIndex | null => {
    if (stretch !== current) {
      current = stretch;
      room = new Map([...spare].map(([one, changes]) => [one, changes * share]));
    }
    let best: PersonIndex | null = null;
    for (const place of landingPlaces(change)) {
      for (const one of byPlace.get(place) ?? []) {
        if (active.has(one) && roomOf(one) >= 1 && (best === null || isBefore(one, best))) best = one;
      }
    }
    if (best !== null) room.set(best, roomOf(best) - 1);
    return best;
  };
}
