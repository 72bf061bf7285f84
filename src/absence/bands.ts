import type { Calibration, CalibrationBand } from '../domain/calibration.ts';
import type { OutcomeBand, SeenBand } from '../domain/outcome-band.ts';
import { wilson } from '../domain/wilson.ts';
import { type Dependence, streamOf, VISIBILITY_FLOOR, WORK_DAYS } from './dependence.ts';
import { dependenceShare } from './dependence-share.ts';
import { DAYS_OF_FORTNIGHT, LEAST_USUAL } from './flow.ts';
import { LEAST_CHANGES } from './is-studied.ts';
import { type OutcomeCounts, ownWeight, perOutcome, priorOf, wideningAt } from './prior.ts';
import type { Outcome, RealAbsence } from './real-absence.ts';

/** Teammates' changes of 56 days below which their usual fortnight is too little for the study. */
const LEAST_WORK = (LEAST_USUAL * WORK_DAYS) / DAYS_OF_FORTNIGHT;

/** One past absence of the person, and what teammates' work did in its first 14 days; null of one the study would not look at. */
export interface OwnAbsence {
  readonly absence: RealAbsence;
  readonly outcome: Outcome | null;
  /** D as it was then; absent or null when it is not known. An absence of another dependence says nothing about this one. */
  readonly dependence?: number | null;
}

/**
 * The outcome band of a person: what the study of `calibration` saw for such a {@link Dependence}, and a prior for them.
 * There is none where a shallow clone hides the past, nor where the study did not look: below the visibility floor, with fewer than {@link LEAST_CHANGES} changes of
 * teammates in 91 days, or with a usual fortnight of fewer than {@link LEAST_USUAL}. `own` is every past absence of theirs: which of them can be compared is decided here.
 */
export function outcomeBand(calibration: Calibration, dependence: Dependence, own: readonly OwnAbsence[]): OutcomeBand {
  const against = (absence: OwnAbsence) => reasonAgainst(calibration, dependence.dependence, absence);
  const comparable = own.filter((absence) => against(absence) === null);
  const counts: OutcomeCounts = perOutcome((outcome) => comparable.filter((past) => past.outcome === outcome).length);
  const common = {
    grounds: groundsOf(dependence),
    own: {
      absences: comparable.length,
      outcomes: counts,
      leftOut: leftOutOf(own.map(against)),
      needed: calibration.own.needed,
    },
    study: {
      projects: calibration.source.projects,
      made: calibration.source.made,
      repositories: calibration.source.repositories,
      absences: calibration.base.absences,
      foretelling: calibration.foretelling,
      byEye: calibration.byEye,
    },
  };
  const share = dependenceShare(dependence);
  const why = reasonForNone(dependence);
  if (why !== null || share === null) {
    const least = { changes: LEAST_CHANGES, work: LEAST_WORK, visibility: VISIBILITY_FLOOR };
    return { verdict: 'none', ...common, why: why ?? 'little-work', work: dependence.work.length, least };
  }
  const band = bandAt(calibration, share.share);
  const factor = wideningAt(calibration, share.share);
  return {
    verdict: 'band',
    ...common,
    ways: waysOf(dependence),
    dependence: share,
    band: seenBand(band),
    alsoPossible: calibration.bands
      .filter((other) => other !== band && other.from <= share.high && other.to > share.low)
      .map(seenBand),
    prior: priorOf(calibration, band, counts, factor),
    madeBy: {
      pseudoAbsences: calibration.pseudoAbsences,
      ownWeight: ownWeight(calibration, comparable.length),
      widened: factor > 1 && calibration.widening !== null ? { factor, from: calibration.widening.from } : null,
    },
    present: presentOf(calibration, band),
  };
}

function reasonForNone({ changes, visibility, work, isCutOff }: Dependence) {
  if (isCutOff) return 'cut-off';
  if (changes < LEAST_CHANGES || visibility === null) return 'few-changes';
  if (visibility < VISIBILITY_FLOOR) return 'hidden-landing';
  return work.length < LEAST_WORK ? 'little-work' : null;
}

function groundsOf({ changes, visible, landed }: Dependence): OutcomeBand['grounds'] {
  return { changes, landed, visibility: wilson(visible, changes) };
}

function waysOf({ work }: Dependence) {
  return {
    work: work.length,
    authors: new Set(work.map(({ change }) => streamOf(change))).size,
    noOtherWay: work.filter(({ weight }) => weight === 1).length,
    someOtherWay: work.filter(({ weight }) => weight > 0 && weight < 1).length,
  };
}

type LeftOut = OutcomeBand['own']['leftOut'];

/** Why a past absence is not compared; null when it is. The study's bands hold no other kinds. */
function reasonAgainst(calibration: Calibration, now: number | null, own: OwnAbsence): keyof LeftOut | null {
  const { absence, outcome, dependence = null } = own;
  if (absence.kind !== 'temporary') return 'notTemporary';
  if (absence.touchesHolidays) return 'holidays';
  if (absence.othersAway > calibration.definitions.otherKeyPeopleAwayAtMost) return 'othersAway';
  if (outcome === null) return 'notStudied';
  if (now === null || dependence === null) return null;
  const place = (value: number) => calibration.bands.indexOf(bandAt(calibration, value));
  return Math.abs(place(now) - place(dependence)) > 1 ? 'otherDependence' : null;
}

function leftOutOf(reasons: readonly (keyof LeftOut | null)[]): LeftOut {
  const leftOut = { notTemporary: 0, holidays: 0, othersAway: 0, notStudied: 0, otherDependence: 0 };
  for (const reason of reasons) if (reason !== null) leftOut[reason] += 1;
  return leftOut;
}

function bandAt({ bands }: Calibration, dependence: number): CalibrationBand {
  const band = bands.find(({ to }) => dependence < to) ?? bands.at(-1);
  if (band === undefined) throw new RangeError('a calibration has bands');
  return band;
}

function seenBand({ from, to, absences, repositories, outcomes }: CalibrationBand): SeenBand {
  return {
    from,
    to,
    absences,
    repositories,
    outcomes: perOutcome((outcome) => {
      const { share, low, high } = outcomes[outcome];
      const seen = low === null || high === null ? null : { share, low, high, of: absences };
      return { about: Math.round(share * absences), seen };
    }),
  };
}

function presentOf({ present }: Calibration, band: CalibrationBand) {
  if (present === null || band.from < present.from) return null;
  const { windows, repositories, outcomes } = present;
  return { windows, repositories, nearlyStopped: Math.round(outcomes['nearly-stopped'].share * windows) };
}
