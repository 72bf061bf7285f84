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

/**
 * The same between absences of one repository alone: D and y less their means there. Repositories with more dependence
 * may differ in other ways; this slope does not see them. It rests on fewer absences than it counts: a repository
 * whose absences are all of one D tells nothing.
 */
export function slopeWithin(repositories: readonly (readonly Cases[])[], options: Resampling): Estimate {
  const { clusters, had } = clustersOf(repositories);
  const centred = clusters.map((cases) => {
    const mean = (of: (one: Cases) => number) => cases.reduce((sum, one) => sum + of(one), 0) / cases.length;
    const [x, y] = [mean(({ dependence }) => dependence), mean((one) => one.y)];
    return sumsOf(cases.map((one) => ({ x: one.dependence - x, y: one.y - y })));
  });
  return estimateOf(had, lackingForSlope(clusters, had), () =>
    clusterBootstrap(centred.length, (times) => lineThrough(addSums(centred, times))?.slope ?? null, options),
  );
}

/** What is missing for a line over D; null when nothing is. */
export function lackingForSlope(clusters: readonly (readonly Cases[])[], had: Basis): string | null {
  const gated = clustersOf(clusters.map((cases) => cases.filter(({ dependence }) => dependence >= GATED_FROM)));
  return lacking(had, ENOUGH_FOR_A_LINE) ?? lacking(gated.had, ENOUGH_GATED, ` with D of at least ${GATED_FROM}`);
}
