import { type Cost, costOf, isCheaper } from './cost.ts';
import type { Option } from './option.ts';
import type { Selection } from './selection.ts';

/** A choice of moves, what it costs and how far it gets. */
export interface Choice {
  readonly options: readonly Option[];
  readonly cost: Cost;
  readonly dependence: number;
}

/** A move that brings less is not worth asking for, when the target cannot be reached anyway. */
export const LEAST_REMOVED = 0.005;
/** Most moves anybody would carry out. */
export const MOST_MOVES = 12;
/** How many different first moves are tried. */
const STARTS = 12;

/**
 * The greedy answer, improved locally: again and again the move that takes most pressure off, begun from each of several
 * first moves; then redundant moves are dropped, and one or two of them replaced by fewer or lighter ones, until nothing
 * gets better. Deterministic. Leaves the selection at the choice.
 */
export function chooseGreedily(selection: Selection, options: readonly Option[]): Choice {
  selection.become([]);
  const starts: (readonly Option[])[] = [[], ...promising(selection, options).map((option) => [option])];
  let best: Choice | null = null;
  for (const start of starts) {
    for (const score of ['pressure', 'dependence'] as const) {
      selection.become(start);
      fill(selection, options, score);
      dropRedundant(selection);
      best = better(best, choiceOf(selection));
    }
  }
  selection.become(best?.options ?? []);
  if (selection.reachesTarget) improve(selection, options);
  return choiceOf(selection);
}

const choiceOf = (selection: Selection): Choice => ({
  options: selection.chosen,
  cost: costOf(selection),
  dependence: selection.dependence,
});

/** Reaching further counts before costing less; beyond the target nothing counts. */
function better(one: Choice | null, other: Choice): Choice {
  return one === null || isBetter(other, one) ? other : one;
}

function isBetter(a: Choice, b: Choice): boolean {
  const [far, near] = [a.dependence, b.dependence];
  if (Math.abs(far - near) < 1e-9) return isCheaper(a.cost, b.cost);
  return far < near;
}

function promising(selection: Selection, options: readonly Option[]): readonly Option[] {
  const most = new Map(options.map((option) => [option, selection.mostRemoved(option)]));
  return [...options].sort((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0)).slice(0, STARTS);
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

/** Replaces a part of the choice by fewer or lighter moves for as long as that is possible. */
function improve(selection: Selection, options: readonly Option[]): void {
  for (let round = 0; round < 4 * MOST_MOVES; round += 1) {
    dropRedundant(selection);
    if (!(replace(selection, options, 2, 1) || replace(selection, options, 1, 1) || replace(selection, options, 3, 2)))
      return;
  }
}

/** How many choices one attempt to replace may look at. */
const ATTEMPTS = 4000;

/** Takes `out` moves out and puts at most `into` in, where that reaches the target for less. */
function replace(selection: Selection, options: readonly Option[], out: number, into: number): boolean {
  const before = selection.chosen;
  const cost = costOf(selection);
  let attempts = ATTEMPTS;
  const fits = (left: number, from: number): boolean => {
    if (selection.reachesTarget) return isCheaper(costOf(selection), cost);
    if (left === 0) return false;
    for (let i = from; i < options.length; i += 1) {
      const option = options[i] as Option;
      if (before.includes(option) || !selection.add(option)) continue;
      attempts -= 1;
      if (attempts > 0 && fits(left - 1, i + 1)) return true;
      selection.remove(option);
      if (attempts <= 0) return false;
    }
    return false;
  };
  for (const gone of subsets(before, out)) {
    for (const option of gone) selection.remove(option);
    if (fits(into, 0)) return true;
    selection.become(before);
    if (attempts <= 0) return false;
  }
  return false;
}

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((one, i) => subsets(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}
