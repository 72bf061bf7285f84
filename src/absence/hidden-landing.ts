import { DAY } from '../domain/window.ts';
import { GATE_DAYS, teammatesChanges, VISIBILITY_FLOOR } from './dependence.ts';
import type { History, LandedChange, PersonIndex } from './history.ts';

export const visibleOf = (changes: readonly LandedChange[]): number =>
  changes.filter(({ lander }) => lander !== null).length;

/** Who landed them is known so seldom that nothing may be concluded from it. Not so of no changes at all. */
export const isHidden = (changes: readonly LandedChange[]): boolean =>
  visibleOf(changes) < VISIBILITY_FLOOR * changes.length;

/** Teammates' changes of the 91 days before a moment (seconds): what G is the share of, and where the gate must be seen. */
export const gateChanges = (history: History, person: PersonIndex, moment: number): readonly LandedChange[] =>
  teammatesChanges(history, person, moment - GATE_DAYS * DAY, moment);
