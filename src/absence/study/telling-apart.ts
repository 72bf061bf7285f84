import type { Estimate } from '../../domain/absence-backtest.ts';
import { clusterBootstrap, type Resampling } from './cluster-bootstrap.ts';
import { clustersOf, ENOUGH_FOR_A_LINE, estimateOf, lacking } from './enough.ts';
import type { StudyCase } from './study-case.ts';

/** So many absences of both kinds, in so many repositories. */
const ENOUGH_OF_EACH = { cases: 10, repositories: 3 };

type Cases = Pick<StudyCase, 'dependence' | 'outcome'>;

/**
 * Of an absence in which work nearly stopped and one in which it did not, how often the first had the higher D (a tie counts
 * half): the area under the ROC curve (Hanley and McNeil 1982). 0.5 is chance. About 0.6 means that no single absence
 * can be foretold.
 */
export function tellingApart(repositories: readonly (readonly Cases[])[], options: Resampling): Estimate {
  const known = repositories.map((cases) => cases.filter(({ outcome }) => outcome !== null));
  const { clusters, had } = clustersOf(known);
  const isStopped = ({ outcome }: Cases) => outcome === 'nearly-stopped';
  const stopped = clustersOf(clusters.map((cases) => cases.filter(isStopped))).had;
  const others = clustersOf(clusters.map((cases) => cases.filter((one) => !isStopped(one)))).had;
  const missing =
    lacking(had, ENOUGH_FOR_A_LINE) ??
    lacking(stopped, ENOUGH_OF_EACH, ' of work that nearly stopped') ??
    lacking(others, ENOUGH_OF_EACH, ' of work that did not stop');
  const sorted = clusters
    .flatMap((cases, cluster) => cases.map((one) => ({ d: one.dependence, isStopped: isStopped(one), cluster })))
    .sort((a, b) => a.d - b.d);
  return estimateOf(had, missing, () => clusterBootstrap(clusters.length, (times) => area(sorted, times), options));
}

interface Ranked {
  readonly d: number;
  readonly isStopped: boolean;
  readonly cluster: number;
}

/** Over cases by D, each counted as often as its repository was drawn. */
function area(sorted: readonly Ranked[], times: ArrayLike<number>): number | null {
  let [won, stopped, others] = [0, 0, 0];
  for (let i = 0; i < sorted.length; ) {
    let [stoppedHere, othersHere] = [0, 0];
    const { d } = sorted[i] as Ranked;
    for (; i < sorted.length && sorted[i]?.d === d; i += 1) {
      const { isStopped, cluster } = sorted[i] as Ranked;
      if (isStopped) stoppedHere += times[cluster] ?? 0;
      else othersHere += times[cluster] ?? 0;
    }
    won += stoppedHere * (others + othersHere / 2);
    stopped += stoppedHere;
    others += othersHere;
  }
  return stopped === 0 || others === 0 ? null : won / (stopped * others);
}
