import type { Choice } from './choice.ts';
import { NEVER } from './cost.ts';
import type { Option } from './option.ts';
import { type Search, searchFrom } from './search.ts';
import type { Selection } from './selection.ts';

/** How many changes the search looks at before it gives up proving. */
export const EFFORT = 6_000_000;

/** More moves than anybody would carry out: choices of more are not looked for. */
export const MOST_MOVES = 12;

export interface Proven {
  /** The best choice found; the one given, when nothing that costs less was found; null when none reaches the target. */
  readonly best: Choice | null;
  /** No choice that reaches the target uses fewer moves. */
  readonly leastMoves: number;
  /** Nothing costs less than `best`; where that is null, nothing of up to 12 moves reaches the target. */
  readonly isProven: boolean;
}

/**
 * The exact optimum, by branch and bound ({@link searchFrom}) over choices of up to 1, 2, … moves in turn: the first number
 * that works is the least, and the lightest choice of as many is the best. `found` is a choice that reaches the target, if
 * one is known.
 */
export function prove(
  selection: Selection,
  options: readonly Option[],
  found: Choice | null,
  effort: number = EFFORT,
): Proven {
  selection.become([]);
  const search: Search = { best: found ?? { options: [], cost: NEVER, dependence: 1 }, effort };
  const best = () => (search.best.cost === NEVER ? null : search.best);
  for (let moves = 1; moves <= Math.min(MOST_MOVES, search.best.cost.moves); moves += 1) {
    if (!searchFrom(selection, options, moves, selection.target, search)) {
      return { best: best(), leastMoves: moves, isProven: false };
    }
  }
  return { best: best(), leastMoves: Math.min(MOST_MOVES + 1, search.best.cost.moves), isProven: true };
}
