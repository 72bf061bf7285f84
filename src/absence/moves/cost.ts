import type { Selection } from './selection.ts';

/** What a choice costs: moves first, then changes a week. */
export interface Cost {
  readonly moves: number;
  readonly load: number;
}

/** No team takes over so many changes a week: load decides only between choices of equally many moves. */
const MOST_LOAD = 1000;

export const costOf = (selection: Selection): Cost => ({ moves: selection.chosen.length, load: selection.load });

/** The cost as one number: moves, and load as a fraction of one. */
export const inMoves = ({ moves, load }: Cost): number => moves + Math.min(0.999, load / MOST_LOAD);

/** Whether `a` costs less than `b`. */
export const isCheaper = (a: Cost, b: Cost): boolean =>
  a.moves < b.moves || (a.moves === b.moves && a.load < b.load - 1e-9);

/** What no choice costs. */
export const NEVER: Cost = { moves: Number.POSITIVE_INFINITY, load: Number.POSITIVE_INFINITY };
