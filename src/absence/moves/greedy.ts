import { type Choice, choiceOf } from './choice.ts';
import { costOf, isCheaper, NEVER } from './cost.ts';
import { MOST_MOVES } from './exact.ts';
import type { Option } from './option.ts';
import { type Search, searchFrom } from './search.ts';
import type { Selection } from './selection.ts';

/** A move that brings less is not worth asking for, when the target cannot be reached anyway. */
const LEAST_REMOVED = 0.005;
/** How many different first moves are tried. */
const STARTS = 5;
/** Where the candidates cover more changes than this, one beginning has to do: each costs as many looks per move. */
const MUCH_COVERED = 10_000;
/** How many of the choices found are improved. */
const IMPROVED = 3;

/**
 * The greedy answer, improved locally: again and again the move that takes most pressure off, begun from each of several
 * first moves. Of the best of these, redundant moves are dropped and up to three at a time replaced by fewer or lighter
 * ones; where none reaches the target, by more. So many as
 * `improved` says. Deterministic. Leaves the selection at the choice.
 */
export function chooseGreedily(selection: Selection, options: readonly Option[], improved = IMPROVED): Choice {
  const { target } = selection;
  selection.become([]);
  const starts: (readonly Option[])[] = [[], ...promising(selection, options).map((option) => [option])];
  const found: Choice[] = [choiceOf(selection)];
  for (const start of starts) {
    for (const score of ['pressure', 'dependence'] as const) {
      selection.become(start);
      fill(selection, options, score);
      dropRedundant(selection);
      found.push(choiceOf(selection));
    }
  }
  const [best, ...others] = distinct(found.sort((a, b) => compare(a, b, target))).slice(0, improved);
  let choice = best as Choice;
  for (const begun of [choice, ...others]) {
    selection.become(begun.options);
    if (selection.reachesTarget || reach(selection, options)) improve(selection, options);
    const now = choiceOf(selection);
    if (compare(now, choice, target) < 0) choice = now;
  }
  selection.become(choice.options);
  return choice;
}

function distinct(choices: readonly Choice[]): readonly Choice[] {
  const isSame = (a: Choice, b: Choice) =>
    a.options.length === b.options.length && a.options.every((option) => b.options.includes(option));
  return choices.filter((choice, i) => choices.findIndex((other) => isSame(other, choice)) === i);
}

/** What reaches further comes first, and of what reaches the target what costs less. */
function compare(a: Choice, b: Choice, target: number): number {
  const difference = Math.max(a.dependence, target) - Math.max(b.dependence, target);
  if (Math.abs(difference) >= 1e-9) return difference;
  return isCheaper(a.cost, b.cost) ? -1 : isCheaper(b.cost, a.cost) ? 1 : 0;
}

/** First moves that could remove most, of an author's own changes and of others': choices of one sort hide the other. */
function promising(selection: Selection, options: readonly Option[]): readonly Option[] {
  const most = new Map(options.map((option) => [option, selection.mostRemoved(option)]));
  const sorted = [...options].sort((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0));
  const covered = options.reduce((sum, { changes }) => sum + changes.length, 0);
  const starts = covered > MUCH_COVERED ? 0 : STARTS;
  const isOwn = ({ scope }: Option) => scope.authors === 'own';
  return [...sorted.filter(isOwn).slice(0, starts), ...sorted.filter((option) => !isOwn(option)).slice(0, starts)];
}

/** Adds the move that scores best until the target is reached or nothing helps. */
function fill(selection: Selection, options: readonly Option[], score: 'pressure' | 'dependence'): void {
  while (!selection.reachesTarget && selection.chosen.length < MOST_MOVES) {
    const [before, load] = [selection[score], selection.load];
    let best: { option: Option; gain: number; cost: number } | null = null;
    for (const option of options) {
      if (!selection.add(option)) continue;
      // What overshoots the target is worth no more than what reaches it.
      const gain = selection.reachesTarget ? Number.POSITIVE_INFINITY : before - selection[score];
      const cost = selection.load - load;
      selection.remove(option);
      if (gain <= 1e-9) continue;
      if (best === null || gain > best.gain || (gain === best.gain && cost < best.cost - 1e-9))
        best = { option, gain, cost };
    }
    if (best === null) return;
    selection.add(best.option);
  }
}

/** Drops what can go without missing the target, or, where it is missed anyway, what brings next to nothing. */
function dropRedundant(selection: Selection): void {
  const reached = selection.reachesTarget;
  for (const option of [...selection.chosen].reverse()) {
    const before = selection.dependence;
    selection.remove(option);
    const isNeeded = reached ? !selection.reachesTarget : selection.dependence - before >= LEAST_REMOVED;
    if (isNeeded) selection.add(option);
  }
}

/** How many changes the improvement may look at for each part it takes out, and in all. */
const EFFORT_OF_PART = 400_000;
const EFFORT_OF_ALL = 1_500_000;

/** Takes one, two or three moves out and looks for the cheapest way without them, as long as that finds something cheaper. */
function improve(selection: Selection, options: readonly Option[]): void {
  const budget = { effort: EFFORT_OF_ALL };
  for (let size = 1; size <= 3 && budget.effort > 0; ) {
    const { moves } = costOf(selection);
    if (!exchange(selection, options, size, size, budget)) size += 1;
    else if (selection.chosen.length < moves) size = 1;
  }
}

/** Where a choice got stuck short of the target: takes up to two moves out and puts more in. */
function reach(selection: Selection, options: readonly Option[]): boolean {
  const budget = { effort: EFFORT_OF_ALL };
  return [0, 1, 2].some((size) => exchange(selection, options, size, size + 2, budget));
}

/**
 * Exchanges any `out` chosen moves for at most `into` others, where that reaches the target for less than before. False,
 * and the selection as it was, where that is not found.
 */
function exchange(
  selection: Selection,
  options: readonly Option[],
  out: number,
  into: number,
  budget: { effort: number },
): boolean {
  const before = choiceOf(selection);
  const cost = selection.reachesTarget ? before.cost : NEVER;
  return subsets(before.options, out).some((gone) => {
    if (budget.effort <= 0) return false;
    const search: Search = { best: { ...before, cost }, effort: EFFORT_OF_PART };
    for (const option of gone) selection.remove(option);
    const kept = new Set(selection.chosen);
    const undecided = options.filter((option) => !kept.has(option));
    searchFrom(selection, undecided, into, selection.target, search);
    budget.effort -= EFFORT_OF_PART - Math.max(0, search.effort);
    selection.become(search.best.options);
    return isCheaper(search.best.cost, cost);
  });
}

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((one, i) => subsets(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}
