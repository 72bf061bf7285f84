import type { OutcomeShares } from '../../domain/absence-backtest.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Band, isIn } from './bands.ts';
import { clustersOf, ENOUGH_FOR_SHARES, lacking } from './enough.ts';
import { shareWithin } from './share-within.ts';
import type { StudyCase } from './study-case.ts';

type Cases = Pick<StudyCase, 'dependence' | 'outcome'>;

/** How the fortnights of one band of D went; those in which nothing was usual have no outcome and are left out. */
export function outcomeShares(repositories: readonly (readonly Cases[])[], band: Band): OutcomeShares {
  const outcomes = repositories.map((cases) =>
    cases.flatMap(({ dependence, outcome }) => (outcome !== null && isIn(band, dependence) ? [outcome] : [])),
  );
  const { clusters, had } = clustersOf(outcomes);
  const missing = lacking(had, ENOUGH_FOR_SHARES);
  const count = (which: Outcome) => clusters.flat().filter((outcome) => outcome === which).length;
  const share = (which: Outcome) =>
    missing === null
      ? shareWithin(clusters.map((c) => ({ count: c.filter((outcome) => outcome === which).length, of: c.length })))
      : null;
  return {
    from: band.from,
    to: band.to,
    ...had,
    counts: { nearlyStopped: count('nearly-stopped'), slowed: count('slowed'), normal: count('normal') },
    nearlyStopped: share('nearly-stopped'),
    slowed: share('slowed'),
    normal: share('normal'),
    missing,
  };
}
