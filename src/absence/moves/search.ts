import type { Choice } from './choice.ts';
import { choiceOf } from './choice.ts';
import { costOf, isCheaper } from './cost.ts';
import type { Option } from './option.ts';
import type { Selection } from './selection.ts';

/** What a search is given, and what is left of it: the best choice so far and how much it may still look at. */
export interface Search {
  best: Choice;
  effort: number;
}

/** What a bound costs besides its changes, in changes. */
const BOUND = 50;

/** What bounding so many moves costs: changes looked at, a count and never a clock, so that equal inputs give equal answers. */
const effortOf = (options: readonly Option[]): number =>
  options.reduce((sum, { changes }) => sum + BOUND + changes.length, 0);

/** Wider than the rounding of any sum here: so no choice that reaches the target is cut for rounding. */
const TOLERANCE = 1e-6;

/**
 * Looks through every way of adding up to `more` of the undecided moves to a choice, for one that reaches the target and
 * costs less than `search.best`; that becomes the best. False when it ran out of effort first. Leaves the selection as it was.
 *
 * Why a branch may be cut. Let S be the choice at a node and T any set of t further moves that reaches the target. Adding
 * T one by one, D falls by D(S) - D(S ∪ T) in all. By `GateModel.mostRemoved`, a move m lowers D after S and any others by
 * at most b(m, S): a change's weight is the clip of a function that falls by 2 (c + 2 f) / (n + 2), c being the changes of
 * its authors that m newly covers and f its newly covered share of the 91 days, and clipping only shortens a fall; fewer
 * changes are new after more moves; and the weight never falls below 0, so by no more than what it is under S. So the fall
 * is at most the sum of the t largest b(m, S) among the moves not yet decided on; is that less than D(S) - target, no such
 * T exists. Bounds of receivers never loosen by further moves (see {@link Selection}) and load only grows, so a choice over
 * a bound, or not lighter than the best of as many moves, is cut as well.
 */
export function searchFrom(
  selection: Selection,
  undecided: readonly Option[],
  more: number,
  target: number,
  search: Search,
): boolean {
  search.effort -= 1;
  if (search.effort < 0) return false;
  if (selection.reachesTarget) {
    if (isCheaper(costOf(selection), search.best.cost)) search.best = choiceOf(selection);
    return true;
  }
  const cheapest = { moves: selection.chosen.length + 1, load: selection.load };
  if (more === 0 || !isCheaper(cheapest, search.best.cost)) return true;
  search.effort -= effortOf(undecided);
  const bounds = undecided
    .map((option) => ({ option, most: selection.mostRemoved(option) }))
    .sort((a, b) => b.most - a.most);
  const order = bounds.map(({ option }) => option);
  const needed = selection.dependence - target - TOLERANCE;
  for (const [i, option] of order.entries()) {
    // The largest come first: this is the most that any `more` of the rest can do, and further on it is less.
    if (bounds.slice(i, i + more).reduce((sum, { most }) => sum + most, 0) < needed) return true;
    if (!selection.add(option)) continue;
    const isDone = searchFrom(selection, order.slice(i + 1), more - 1, target, search);
    selection.remove(option);
    if (!isDone) return false;
  }
  return true;
}
