import { type AbsenceStudy, PREDICTORS, type Predictor } from '../../domain/absence-backtest.ts';
import { clusterBootstrap, type Resampling } from './cluster-bootstrap.ts';
import { clustersOf, ENOUGH_FOR_A_LINE, estimateOf, lacking } from './enough.ts';
import { addSums, lineThrough, sumsOf } from './least-squares.ts';
import type { StudyCase } from './study-case.ts';

type Cases = Pick<StudyCase, Predictor | 'y'>;

/**
 * Share of the variance of y that a straight line over each predictor explains, in the very cases it was drawn through, with
 * an interval by repository: a share is never below 0, so one near 0 means nothing.
 */
export function explainedBy(
  repositories: readonly (readonly Cases[])[],
  options: Resampling,
): AbsenceStudy['explained']['all'] {
  return PREDICTORS.map((predictor) => {
    const points = repositories.map((cases) =>
      cases.flatMap((one) => (one[predictor] === null ? [] : [{ x: one[predictor], y: one.y }])),
    );
    const { clusters, had } = clustersOf(points);
    const sums = clusters.map(sumsOf);
    return {
      predictor,
      share: estimateOf(had, lacking(had, ENOUGH_FOR_A_LINE), () =>
        clusterBootstrap(sums.length, (times) => lineThrough(addSums(sums, times))?.explained ?? null, options),
      ),
    };
  });
}
