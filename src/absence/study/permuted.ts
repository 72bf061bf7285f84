import type { Estimate } from '../../domain/absence-backtest.ts';
import { quantile } from '../quantile.ts';
import { chance } from './chance.ts';
import type { Resampling } from './cluster-bootstrap.ts';
import { clustersOf, estimateOf } from './enough.ts';
import { lineThrough, sumsOf } from './least-squares.ts';
import { lackingForSlope } from './slope.ts';
import type { StudyCase } from './study-case.ts';

/**
 * The slope when D is dealt out anew among the cases of each repository: the middle of it, and where 95 % of such
 * slopes lie. What differs between repositories stays; what remains of a slope is theirs, not the absences'. A real slope
 * lies outside.
 */
export function permutedSlope(
  repositories: readonly (readonly Pick<StudyCase, 'dependence' | 'y'>[])[],
  options: Resampling,
): Estimate {
  const { clusters, had } = clustersOf(repositories);
  return estimateOf(had, lackingForSlope(clusters, had), () => {
    const random = chance(options.seed);
    const slopes: number[] = [];
    for (let draw = 0; draw < options.resamples; draw += 1) {
      const points = clusters.flatMap((cases) => {
        const dealt = shuffled(
          cases.map(({ dependence }) => dependence),
          random,
        );
        return cases.map((one, place) => ({ x: dealt[place] ?? 0, y: one.y }));
      });
      const line = lineThrough(sumsOf(points));
      if (line !== null) slopes.push(line.slope);
    }
    const [value, low, high] = [0.5, 0.025, 0.975].map((share) => quantile(slopes, share));
    return value == null || low == null || high == null ? null : { value, low, high };
  });
}

/** Fisher and Yates. */
function shuffled(values: number[], random: () => number): number[] {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last] as number;
    values[last] = values[other] as number;
    values[other] = kept;
  }
  return values;
}
