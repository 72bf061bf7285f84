import type { MoveKind } from '../../domain/moves.ts';
import { DAY } from '../../domain/window.ts';
import { WORK_DAYS } from '../dependence.ts';
import type { AreaIndex, LandedChange } from '../history.ts';
import type { Route } from './scope.ts';

/** What has to be learned before a move holds. */
export interface Learning {
  /** Changes to land together first. */
  readonly changes: number;
  readonly landing: boolean;
  readonly areas: readonly AreaIndex[];
}

/** A move that could be chosen, with everything choosing needs. */
export interface Option extends Route {
  readonly kind: MoveKind;
  /** Teammates' changes of 182 days that the person away landed and this re-routes, in order. */
  readonly changes: readonly LandedChange[];
  /** Those of the last 56 days. */
  readonly work: readonly LandedChange[];
  readonly learns: Learning;
}

/** Weeks of recent work, over which loads are told. */
export const WORK_WEEKS = WORK_DAYS / 7;

/** Those of the last 56 days. */
export const recent = (changes: readonly LandedChange[], moment: number): readonly LandedChange[] =>
  changes.filter(({ landedAt }) => landedAt >= moment - WORK_DAYS * DAY);

/** How many of the changes fall into each of the last 8 weeks, newest first. */
export function perWeek(work: readonly LandedChange[], moment: number): readonly number[] {
  const counts = new Array<number>(WORK_WEEKS).fill(0);
  for (const { landedAt } of work) {
    const ago = Math.floor((moment - 1 - landedAt) / (7 * DAY));
    counts[ago] = (counts[ago] ?? 0) + 1;
  }
  return counts;
}
