import type { AbsenceStudy, Estimate, Interval, OutcomeShares } from '../../domain/absence-backtest.ts';
import type { Calibration } from '../../domain/calibration.ts';
import { counted, listed } from '../../domain/words.ts';
import { shippedCalibration } from '../calibration.ts';
import { type Band, STUDY_BANDS } from './bands.ts';
import { type Basis, clustersOf, lacking } from './enough.ts';
import { PSEUDO_ABSENCES } from './held-out.ts';
import { lineThrough, sumsOf } from './least-squares.ts';
import { outcomeShares } from './outcome-shares.ts';
import type { StudyCase, StudyRepository } from './study-case.ts';

/** Fewer say nothing about a lead of another repository. */
export const ENOUGH_FOR_A_CALIBRATION: Basis = { cases: 100, repositories: 10 };
/** A band with less is joined to the one below it. */
export const ENOUGH_FOR_ITS_BAND: Basis = { cases: 10, repositories: 5 };

export interface CalibrationSource {
  /** How the repositories are called in a sentence. */
  readonly projects: string;
  /** The day it is made: `2026-11-21`. */
  readonly made: string;
}

/**
 * A calibration made from a study, or what is missing for one: it takes 100 absences of 10 repositories, and at least two
 * bands of D with 10 absences of 5 repositories each. What the study did not see it does not say, with one
 * exception that its `words` name: where nobody measured whether intervals hold at high D, they are widened as published.
 */
export function newCalibration(
  study: AbsenceStudy,
  repositories: readonly StudyRepository[],
  { projects, made }: CalibrationSource,
): { readonly calibration: Calibration } | { readonly missing: string } {
  const cases = repositories.map((repository) => repository.cases.filter(({ outcome }) => outcome !== null));
  const { clusters, had } = clustersOf(cases);
  const missing = lacking(had, ENOUGH_FOR_A_CALIBRATION);
  if (missing !== null) return { missing };
  const bands = joinedBands(clusters);
  if (bands.length < 2)
    return { missing: 'absences of different D: all that are enough for an interval lie in one band' };
  const all = outcomeShares(clusters, { from: 0, to: null });
  const top = bands.at(-1)?.from ?? 0;
  const present = outcomeShares(
    repositories.map((repository) => repository.present),
    { from: top, to: null },
  );
  const people = repositories.reduce((sum, { cases: own }) => sum + new Set(own.map(({ person }) => person)).size, 0);
  return {
    calibration: {
      format: 'fortnight-calibration',
      version: 1,
      source: {
        projects,
        words: wordsOf(study, had, bands),
        made,
        repositories: had.repositories,
        learning: null,
        unseen: null,
        absences: had.cases,
        people,
        matchedWindows: study.present,
      },
      definitions: shippedCalibration.definitions,
      bands: bands.map(({ from, to, cases: absences, repositories: of, ...shares }) => ({
        from,
        to: to ?? 1,
        absences,
        repositories: of,
        outcomes: outcomesOf(shares),
      })),
      base: { absences: all.cases, repositories: all.repositories, outcomes: outcomesOf(all) },
      present:
        present.missing === null
          ? { from: top, windows: present.cases, repositories: present.repositories, outcomes: outcomesOf(present) }
          : null,
      slope: {
        learning: slopeOf(study.slope),
        unseen: null,
        present: study.placebos.present.estimate?.value ?? null,
      },
      foretelling: areaOf(study.auc),
      pseudoAbsences: PSEUDO_ABSENCES,
      widening: wideningOf(study),
      own: { evenAt: 5, needed: neededOf(clusters) },
      byEye: null,
    },
  };
}

/** Bands from the highest down, each joined to the next lower one until it is enough. */
function joinedBands(clusters: readonly (readonly StudyCase[])[]): OutcomeShares[] {
  const joined: OutcomeShares[] = [];
  let to: number | null = null;
  for (const { from } of [...STUDY_BANDS].reverse()) {
    const shares = outcomeShares(clusters, { from, to } satisfies Band);
    const isEnough = lacking(shares, ENOUGH_FOR_ITS_BAND) === null;
    if (isEnough) {
      joined.unshift(shares);
      to = from;
    } else if (from === 0 && joined.length > 0) {
      const lowest = joined.shift();
      joined.unshift(outcomeShares(clusters, { from: 0, to: lowest?.to ?? null }));
    }
  }
  return joined;
}

type Shares = Pick<OutcomeShares, 'nearlyStopped' | 'slowed' | 'normal'>;

function outcomesOf({ nearlyStopped, slowed, normal }: Shares): Calibration['base']['outcomes'] {
  const seen = (share: Interval | null) => ({
    share: share?.value ?? 0,
    low: share?.low ?? null,
    high: share?.high ?? null,
  });
  return { 'nearly-stopped': seen(nearlyStopped), slowed: seen(slowed), normal: seen(normal) };
}

const slopeOf = ({ estimate }: Estimate): Calibration['slope']['learning'] =>
  estimate === null ? null : { slope: estimate.value, low: estimate.low, high: estimate.high };

const areaOf = ({ estimate }: Estimate): Calibration['foretelling'] =>
  estimate === null ? null : { auc: estimate.value, low: Math.max(0, estimate.low), high: Math.min(1, estimate.high) };

function wideningOf({ coverage: { promised, highFrom, yAtHigh } }: AbsenceStudy): Calibration['widening'] {
  if (yAtHigh.estimate === null) return shippedCalibration.widening;
  const covered = Math.max(0.05, yAtHigh.estimate.value);
  return covered < promised ? { from: highFrom, promised, covered } : null;
}

/** The square of 1.96 + 0.84: four times of five such a drop is seen, with a false alarm in twenty. */
const POWER = 7.849;
const DROPS = [0.5, 0.3];

/** How many absences of one person it takes to see a drop, by how far single ones lie from the line (normal approximation). */
function neededOf(clusters: readonly (readonly StudyCase[])[]): Calibration['own']['needed'] {
  const points = clusters.flat().map(({ dependence, y }) => ({ x: dependence, y }));
  const { n, y, yy } = sumsOf(points);
  const left = (yy - (y * y) / n) * (1 - (lineThrough(sumsOf(points))?.explained ?? 0));
  const variance = left / Math.max(1, n - 2);
  return DROPS.map((drop) => ({
    drop,
    absences: Math.max(1, Math.ceil((POWER * variance) / Math.log(1 - drop) ** 2)),
  }));
}

function wordsOf(study: AbsenceStudy, had: Basis, bands: readonly OutcomeShares[]): string {
  const joined =
    bands.length < STUDY_BANDS.length ? ' Bands with too few absences were joined to the next lower one.' : '';
  const borrowed =
    study.coverage.yAtHigh.estimate === null
      ? ' Whether intervals hold at high D could not be measured; they are widened as in the study Fortnight comes with.'
      : '';
  return `Made by fortnight backtest absence from ${counted(had.cases, 'temporary absence')} of ten or more business days in ${counted(had.repositories, 'repository', 'repositories')}, at most one other key person away at once, gate visibility at least ${study.parameters.visibilityFloor}, usual work of teammates at least ${study.parameters.leastUsual} changes a fortnight. Intervals of 95 % by repository. Bands from D = ${listed(bands.map(({ from }) => String(from)))}.${joined}${borrowed}`;
}
