import type { AbsenceStudy } from '../../domain/absence-backtest.ts';
import { VISIBILITY_FLOOR } from '../dependence.ts';
import { LEAST_USUAL } from '../flow.ts';
import { STUDY_BANDS } from './bands.ts';
import { SHIFT_DAYS } from './cases-of.ts';
import { coverageOf } from './coverage.ts';
import { doseResponse } from './dose-response.ts';
import { explainedBy } from './explained.ts';
import { logLoss } from './log-loss.ts';
import { outcomeShares } from './outcome-shares.ts';
import { permutedSlope } from './permuted.ts';
import { slopeOf, slopeWithin } from './slope.ts';
import { streamDifferences } from './stream-difference.ts';
import type { StudyRepository } from './study-case.ts';
import { tellingApart } from './telling-apart.ts';

export interface StudyOptions {
  /** How often repositories are drawn anew. */
  readonly resamples?: number;
  readonly seed?: number;
  /** As the cases were collected. */
  readonly shiftDays?: number;
  readonly visibilityFloor?: number;
}

export const RESAMPLES = 2000;
const SEED = 20_261_121;
/** G from which somebody is called a gatekeeper here. */
const GATEKEEPER_FROM = 0.2;

/** The whole study over the cases of any repositories. The same cases give the same figures. */
export function study(repositories: readonly StudyRepository[], options: StudyOptions = {}): AbsenceStudy {
  const { resamples = RESAMPLES, seed = SEED } = options;
  const { shiftDays = SHIFT_DAYS, visibilityFloor = VISIBILITY_FLOOR } = options;
  const how = { resamples, seed };
  const sorted = [...repositories].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const cases = sorted.map((repository) => repository.cases);
  const present = sorted.map((repository) => repository.present);
  const only = <T>(lists: readonly (readonly T[])[], isMeant: (one: T) => boolean) =>
    lists.map((list) => list.filter(isMeant));
  const [, , , , highest = { from: 0.7, to: null }] = STUDY_BANDS;
  return {
    repositories: sorted.map((repository) => ({
      repository: repository.name,
      changes: repository.changes,
      absences: repository.absences,
      temporary: repository.temporary,
      severalAway: repository.severalAway,
      hidden: repository.hidden,
      tooLittle: repository.tooLittle,
      cases: repository.cases.length,
      present: repository.present.length,
    })),
    cases: cases.flat().length,
    present: present.flat().length,
    slope: slopeOf(cases, how),
    slopeWithoutHolidays: slopeOf(
      only(cases, ({ touchesHolidays }) => !touchesHolidays),
      how,
    ),
    slopeWithin: slopeWithin(cases, how),
    placebos: {
      present: slopeOf(present, how),
      shifted: slopeOf(
        sorted.map((repository) => repository.shifted),
        how,
      ),
      permuted: permutedSlope(cases, how),
    },
    doses: doseResponse(cases, how),
    streams: {
      byAuthor: streamDifferences(sorted, ({ byAuthor }) => byAuthor, how),
      byArea: streamDifferences(sorted, ({ byArea }) => byArea, how),
    },
    bands: STUDY_BANDS.map((band) => outcomeShares(cases, band)),
    presentBand: outcomeShares(present, highest),
    logLoss: logLoss(cases, how),
    auc: tellingApart(cases, how),
    coverage: coverageOf(cases),
    explained: {
      all: explainedBy(cases, how),
      gatekeepers: explainedBy(
        only(cases, ({ gate }) => gate >= GATEKEEPER_FROM),
        how,
      ),
    },
    parameters: {
      resamples,
      seed,
      shiftDays,
      visibilityFloor,
      leastUsual: LEAST_USUAL,
      gatekeeperFrom: GATEKEEPER_FROM,
    },
  };
}
