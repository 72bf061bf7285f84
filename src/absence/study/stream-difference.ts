import type { Estimate } from '../../domain/absence-backtest.ts';
import type { Resampling } from './cluster-bootstrap.ts';
import { meanOf } from './dose-response.ts';
import type { StreamContrast } from './study-case.ts';

/**
 * How much of the usual landed of streams that pass only through the person, over how much landed of those that do not, in
 * the same fortnights: the geometric mean over them of ((n+1)/(b+1) gated) / ((n+1)/(b+1) open). 1: no difference. Small
 * streams draw it towards 1, because of the ones.
 */
export function streamDifference(
  repositories: readonly (readonly (StreamContrast | null)[])[],
  options: Resampling,
): Estimate {
  const logs = repositories.map((contrasts) => contrasts.flatMap((one) => (one === null ? [] : [logDifference(one)])));
  const { estimate, ...rest } = meanOf(logs, options);
  if (estimate === null) return { ...rest, estimate };
  const { value, low, high } = estimate;
  return { ...rest, estimate: { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) } };
}

const logDifference = ({ gatedLanded, gatedUsual, openLanded, openUsual }: StreamContrast): number =>
  Math.log((gatedLanded + 1) / (gatedUsual + 1)) - Math.log((openLanded + 1) / (openUsual + 1));
