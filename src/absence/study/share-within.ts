import type { Interval } from '../../domain/absence-backtest.ts';
import { wilson } from '../../domain/wilson.ts';
import { tWithin } from './quantiles.ts';

/** Of one repository: how many of how many. */
export interface Tally {
  readonly count: number;
  readonly of: number;
}

/**
 * A share over repositories with a 95 % interval that neither collapses when no repository or every one shows the outcome, nor
 * takes cases of one repository for independent ones: Wilson's interval for the number of independent cases that the
 * spread between repositories is worth, lowered by how few they are (Korn and Graubard 1998, "Confidence intervals for
 * proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24). Null of
 * fewer than two repositories or cases.
 */
export function shareWithin(tallies: readonly Tally[]): Interval | null {
  const seen = tallies.filter(({ of }) => of > 0);
  const of = seen.reduce((sum, tally) => sum + tally.of, 0);
  if (seen.length < 2 || of < 2) return null;
  const share = seen.reduce((sum, { count }) => sum + count, 0) / of;
  const freedom = (tWithin(0.95, of - 1) / tWithin(0.95, seen.length - 1)) ** 2;
  const worth = worthOf(seen, share, of) * Math.min(1, freedom);
  const within = wilson(share * worth, worth);
  return within === null ? null : { value: share, low: within.low, high: within.high };
}

/** How many independent cases the cases of some repositories are worth; never more than there are. */
export function worthOf(tallies: readonly Tally[], share: number, of: number): number {
  const squares = tallies.reduce((sum, tally) => sum + (tally.count - share * tally.of) ** 2, 0);
  const variance = (squares * tallies.length) / Math.max(1, tallies.length - 1) / of ** 2;
  return variance === 0 ? of : Math.min(of, (share * (1 - share)) / variance);
}
