import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS, GATE_DAYS, streamOf, teammatesChanges, WORK_DAYS } from '../dependence.ts';
import { DAYS_OF_FORTNIGHT } from '../flow.ts';
import type { History, LandedChange, PersonIndex } from '../history.ts';
import type { StreamContrast } from './study-case.ts';

/** The streams a change belongs to. */
type StreamsOf = (change: LandedChange) => readonly number[];

export const byAuthor: StreamsOf = (change) => [streamOf(change)];
/** A change in no area is in a stream of its own kind. */
export const byArea: StreamsOf = (change) => (change.areas.length > 0 ? change.areas : [-1]);

/**
 * Streams of teammates' work that had gone through the person alone (g at least 0.8, so that the weight of `absence.md` is
 * 1) beside those that had other ways (g at most 0.3, weight 0), in the same fortnight from `moment` (seconds): whatever
 * slows everybody slows both. g is that of D, with the changes of a stream for those of an author. Only streams with work
 * in the 56 days before count. Null where one kind has none. It looks at what came after the moment: for the past only.
 */
export function contrastAt(
  history: History,
  person: PersonIndex,
  moment: number,
  streamsOf: StreamsOf,
): StreamContrast | null {
  const before = (days: number) => teammatesChanges(history, person, moment - days * DAY, moment);
  const gated = before(GATE_DAYS);
  if (gated.length === 0) return null;
  const gate = gated.filter(({ lander }) => lander === person).length / gated.length;
  const tallies = new Map<number, { count: number; through: number; usual: number; landed: number }>();
  for (const change of before(AUTHOR_DAYS)) {
    for (const stream of streamsOf(change)) {
      const tally = tallies.get(stream) ?? { count: 0, through: 0, usual: 0, landed: 0 };
      tally.count += 1;
      if (change.lander === person) tally.through += 1;
      if (change.landedAt >= moment - WORK_DAYS * DAY) tally.usual += 1;
      tallies.set(stream, tally);
    }
  }
  for (const change of teammatesChanges(history, person, moment, moment + DAYS_OF_FORTNIGHT * DAY)) {
    for (const stream of streamsOf(change)) {
      const tally = tallies.get(stream);
      if (tally !== undefined) tally.landed += 1;
    }
  }
  const sums = { gatedUsual: 0, gatedLanded: 0, openUsual: 0, openLanded: 0 };
  for (const { count, through, usual, landed } of tallies.values()) {
    if (usual === 0) continue;
    const share = (through + 2 * gate) / (count + 2);
    const perFortnight = (usual * DAYS_OF_FORTNIGHT) / WORK_DAYS;
    if (share >= 0.8) {
      sums.gatedUsual += perFortnight;
      sums.gatedLanded += landed;
    } else if (share <= 0.3) {
      sums.openUsual += perFortnight;
      sums.openLanded += landed;
    }
  }
  return sums.gatedUsual === 0 || sums.openUsual === 0 ? null : sums;
}
