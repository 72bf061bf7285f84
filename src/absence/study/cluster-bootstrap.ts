import type { Interval } from '../../domain/absence-backtest.ts';
import { quantile } from '../quantile.ts';
import { chance } from './chance.ts';
import { normalBelow, tWithin } from './quantiles.ts';

export interface Resampling {
  /** How often the repositories are drawn anew. */
  readonly resamples: number;
  /** The same seed gives the same figures. */
  readonly seed: number;
}

/** A statistic of repositories, each counted as often as it was drawn; null where it is not defined. */
export type Statistic = (times: ArrayLike<number>) => number | null;

/**
 * A figure and its 95 % interval, by drawing whole repositories with replacement: absences of one repository share a team, a
 * habit and a forge, and are not independent pieces of evidence. Percentiles of few clusters are too narrow; they are
 * taken further out, as Student's t at k - 1 degrees and sqrt(k / (k - 1)) ask (Hesterberg 2015, "What Teachers Should
 * Know About the Bootstrap", The American Statistician 69, "expanded percentile interval"). It still misleads where one
 * repository holds most of what tells: then no draw shows what another such repository would.
 *
 * Null when the statistic is not defined as things are, or in more than a tenth of the draws.
 */
export function clusterBootstrap(clusters: number, statistic: Statistic, options: Resampling): Interval | null {
  const value = statistic(new Array<number>(clusters).fill(1));
  if (value === null || clusters < 2) return null;
  const random = chance(options.seed);
  const times = new Uint32Array(clusters);
  const drawn: number[] = [];
  for (let draw = 0; draw < options.resamples; draw += 1) {
    times.fill(0);
    for (let i = 0; i < clusters; i += 1) {
      const place = Math.floor(random() * clusters);
      times[place] = (times[place] ?? 0) + 1;
    }
    const one = statistic(times);
    if (one !== null) drawn.push(one);
  }
  if (drawn.length < 0.9 * options.resamples || drawn.length === 0) return null;
  return expandedPercentiles(value, drawn, clusters);
}

function expandedPercentiles(value: number, drawn: readonly number[], clusters: number): Interval {
  const tail = normalBelow(-Math.sqrt(clusters / (clusters - 1)) * tWithin(0.95, clusters - 1));
  return {
    value,
    low: Math.min(value, quantile(drawn, tail) ?? value),
    high: Math.max(value, quantile(drawn, 1 - tail) ?? value),
  };
}
