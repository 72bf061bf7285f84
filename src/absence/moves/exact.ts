import { isCheaper } from './cost.ts';
import { type Choice, MOST_MOVES } from './greedy.ts';
import type { Option } from './option.ts';
import type { Selection } from './selection.ts';

/** Choices looked at before the search gives up proving: a count, never a clock, so that equal inputs give equal answers. */
export const NODES = 10_000;

export interface Proven {
  /** The best choice found; the one given, when the search found none that costs less. */
  readonly best: Choice;
  /** No choice that reaches the target uses fewer moves. */
  readonly leastMoves: number;
  /** Nothing costs less than `best`. */
  readonly isProven: boolean;
}

/**
 * Looks for a choice that costs less than `found` (which reaches the target), by branch and bound over choices of 1, 2, …
 * moves in turn, so that the first number of moves that works is the least.
 *
 * Why a branch may be cut. Let S be the choice at a node and T any set of t further moves that reaches the target. Adding
 * T one by one, D falls by D(S) - D(S ∪ T) in all. By {@link GateModel.mostRemoved}, a move m lowers D after S and any
 * others by at most b(m, S): a stream's weight is the clip of a function that falls by 2 (c + 2 f) / (n + 2), c being the
 * changes of that stream that m newly covers and f its newly covered share of the 91 days, and clipping only shortens a
 * fall; fewer changes are new after more moves; and the weight never falls below 0, so by no more than what it is under S.
 * So the fall is at most the sum of the t largest b(m, S) among the moves not yet decided on; is that less than
 * D(S) - target, no such T exists. Bounds of receivers never loosen by further moves (see {@link Selection}), and load only
 * grows, so a node over a bound, or not lighter than the best of as many moves, is cut as well.
 */
export function prove(
  selection: Selection,
  options: readonly Option[],
  found: Choice,
  target: number,
  nodes: number = NODES,
): Proven {
  let best = found;
  let left = nodes;

  const search = (undecided: readonly Option[], more: number): boolean => {
    left -= 1;
    if (left < 0) return false;
    const { dependence, load } = selection;
    if (selection.reachesTarget) {
      const cost = { moves: selection.chosen.length, load };
      if (isCheaper(cost, best.cost)) best = { options: selection.chosen, cost, dependence };
      return true;
    }
    if (more === 0 || !isCheaper({ moves: selection.chosen.length + more, load }, best.cost)) return true;
    const bounds = undecided
      .map((option) => ({ option, most: selection.mostRemoved(option) }))
      .sort((a, b) => b.most - a.most);
    const order = bounds.map(({ option }) => option);
    for (const [i, option] of order.entries()) {
      // The largest come first, so this is the most that any `more` of the rest can do; after it there is less.
      const most = bounds.slice(i, i + more).reduce((sum, bound) => sum + bound.most, 0);
      if (most < dependence - target - TOLERANCE) return true;
      if (!selection.add(option)) continue;
      const isDone = search(order.slice(i + 1), more - 1);
      selection.remove(option);
      if (!isDone) return false;
    }
    return true;
  };

  for (let moves = 1; moves <= Math.min(found.cost.moves, MOST_MOVES); moves += 1) {
    selection.become([]);
    if (!search(options, moves)) return { best, leastMoves: moves, isProven: false };
    if (best.cost.moves <= moves) return { best, leastMoves: best.cost.moves, isProven: true };
  }
  return { best, leastMoves: best.cost.moves, isProven: true };
}

/** Wider than the rounding of any sum here: a bound may be missed by it, a choice that reaches the target never. */
const TOLERANCE = 1e-6;
