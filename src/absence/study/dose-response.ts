import type { Estimate } from '../../domain/absence-backtest.ts';
import { type Band, isIn, STUDY_BANDS } from './bands.ts';
import { clusterBootstrap, type Resampling } from './cluster-bootstrap.ts';
import { clustersOf, ENOUGH_FOR_A_MEAN, estimateOf, lacking } from './enough.ts';
import type { StudyCase } from './study-case.ts';

/** Mean of y in each band of D, with an interval by repository: shows whether more dependence goes with less landing. */
export function doseResponse(
  repositories: readonly (readonly Pick<StudyCase, 'dependence' | 'y'>[])[],
  options: Resampling,
): (Band & { readonly y: Estimate })[] {
  return STUDY_BANDS.map((band) => ({
    ...band,
    y: meanOf(
      repositories.map((cases) => cases.filter((one) => isIn(band, one.dependence)).map(({ y }) => y)),
      options,
    ),
  }));
}

/** Mean over all values, with an interval by repository. */
export function meanOf(repositories: readonly (readonly number[])[], options: Resampling): Estimate {
  const { clusters, had } = clustersOf(repositories);
  const sums = clusters.map((values) => ({ n: values.length, sum: values.reduce((sum, value) => sum + value, 0) }));
  return estimateOf(had, lacking(had, ENOUGH_FOR_A_MEAN), () =>
    clusterBootstrap(
      sums.length,
      (times) => {
        let [n, total] = [0, 0];
        for (const [place, { n: count, sum }] of sums.entries()) {
          n += (times[place] ?? 0) * count;
          total += (times[place] ?? 0) * sum;
        }
        return n === 0 ? null : total / n;
      },
      options,
    ),
  );
}
