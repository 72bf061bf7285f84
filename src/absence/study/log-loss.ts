import type { AbsenceStudy } from '../../domain/absence-backtest.ts';
import { bandOf } from './bands.ts';
import type { Resampling } from './cluster-bootstrap.ts';
import { meanOf } from './dose-response.ts';
import { clustersOf, ENOUGH_FOR_A_LINE, lacking } from './enough.ts';
import { foretellEach } from './held-out.ts';
import type { StudyCase } from './study-case.ts';

/**
 * How well the bands foretell outcomes in repositories they were not made from: the log-loss (nats per absence) of each
 * repository under the shares of all others, by band (drawn towards the base rate by ten pseudo-absences) and by base rate
 * alone. A gain near 0 means that knowing D tells next to nothing of one absence, however clear the mean is.
 */
export function logLoss(
  repositories: readonly (readonly Pick<StudyCase, 'dependence' | 'outcome'>[])[],
  options: Resampling,
): AbsenceStudy['logLoss'] {
  const known = repositories.map((cases) => cases.filter(({ outcome }) => outcome !== null));
  const { had } = clustersOf(known);
  const missing = lacking(had, ENOUGH_FOR_A_LINE);
  if (missing !== null) return { bands: null, base: null, gain: { ...had, estimate: null, missing } };
  const foretold = foretellEach(known);
  const losses = known.map((cases, repository) =>
    cases.flatMap(({ dependence, outcome }) => {
      const { bands, base } = foretold[repository] ?? {};
      const band = bands?.[bandOf(dependence)];
      if (outcome === null || band === undefined || base === undefined) return [];
      return [{ bands: -Math.log(band[outcome]), base: -Math.log(base[outcome]) }];
    }),
  );
  const mean = (which: 'bands' | 'base') => losses.flat().reduce((sum, loss) => sum + loss[which], 0) / had.cases;
  return {
    bands: mean('bands'),
    base: mean('base'),
    gain: meanOf(
      losses.map((own) => own.map(({ base, bands }) => base - bands)),
      options,
    ),
  };
}
