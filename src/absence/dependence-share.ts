import type { Share } from '../domain/report.ts';
import { wilson } from '../domain/wilson.ts';
import { type Dependence, streamOf } from './dependence.ts';
import { seeded } from './simulation/random.ts';

const RESAMPLES = 1000;
const SEED = 20_261_121;

/**
 * D with a 95 % interval, `of` teammates' changes of 56 days; null when there were none.
 *
 * A stream (one author's changes) depends on a person as a whole, so streams are what is drawn anew: percentiles of 1,000
 * bootstrap samples of streams (Efron 1979; by clusters, Field and Welsh 2007). The random sequence is fixed: the same work
 * gives the same interval. With few streams such an interval is too narrow, with one it is a point; it is therefore never
 * narrower than that of as many independent changes (Wilson). Still read it as too narrow under five authors.
 */
export function dependenceShare({ dependence, work }: Dependence): Share | null {
  if (dependence === null) return null;
  const streams = [...Map.groupBy(work, ({ change }) => streamOf(change)).values()].map((stream) => ({
    changes: stream.length,
    weight: stream.reduce((sum, { weight }) => sum + weight, 0),
  }));
  const random = seeded(SEED);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let [changes, weight] = [0, 0];
    for (let i = 0; i < streams.length; i += 1) {
      const stream = streams[Math.floor(random.next() * streams.length)];
      changes += stream?.changes ?? 0;
      weight += stream?.weight ?? 0;
    }
    return weight / changes;
  }).sort();
  const independent = wilson(dependence * work.length, work.length);
  return {
    share: dependence,
    low: Math.min(dependence, means[RESAMPLES * 0.025] ?? 0, independent?.low ?? 0),
    high: Math.max(dependence, means[RESAMPLES * 0.975 - 1] ?? 1, independent?.high ?? 1),
    of: work.length,
  };
}
