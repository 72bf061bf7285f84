import type { Estimate } from '../../domain/absence-backtest.ts';
import { clusterBootstrap, type Resampling } from './cluster-bootstrap.ts';
import { type Basis, clustersOf, ENOUGH_FOR_A_LINE, ENOUGH_GATED, estimateOf, GATED_FROM, lacking } from './enough.ts';
import { addSums, lineThrough, sumsOf } from './least-squares.ts';
import type { StudyCase } from './study-case.ts';

type Cases = Pick<StudyCase, 'dependence' | 'y'>;

/**
 * How y changes with D: the slope of a straight line through all cases, by ordinary least squares, with an interval by
 * repository. Takes one list of cases per repository. -1.4 means that teammates' landed work falls to exp(-1.4), a
 * quarter, of what it was where nothing passes only through the person. A mean over many: it foretells no single absence.
 */
export function slopeOf(repositories: readonly (readonly Cases[])[], options: Resampling): Estimate {
  const { clusters, had } = clustersOf(repositories);
  const sums = clusters.map((cases) => sumsOf(cases.map(({ dependence, y }) => ({ x: dependence, y }))));
  return estimateOf(had, lackingForSlope(clusters, had), () =>
    clusterBootstrap(sums.length, (times) => lineThrough(addSums(sums, times))?.slope ?? null, options),
  );
}

/** What is missing for a line over D; null when nothing is. */
export function lackingForSlope(clusters: readonly (readonly Cases[])[], had: Basis): string | null {
  const gated = clustersOf(clusters.map((cases) => cases.filter(({ dependence }) => dependence >= GATED_FROM)));
  return lacking(had, ENOUGH_FOR_A_LINE) ?? lacking(gated.had, ENOUGH_GATED, ` with D of at least ${GATED_FROM}`);
}
