import { type Cost, costOf } from './cost.ts';
import type { Option } from './option.ts';
import type { Selection } from './selection.ts';

/** A choice of moves, what it costs and how far it gets. */
export interface Choice {
  readonly options: readonly Option[];
  readonly cost: Cost;
  /** D of the person away under it. */
  readonly dependence: number;
}

export const choiceOf = (selection: Selection): Choice => ({
  options: selection.chosen,
  cost: costOf(selection),
  dependence: selection.dependence,
});
