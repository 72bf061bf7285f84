import { outcomeBand } from '../src/absence/bands.ts';
import { shippedCalibration } from '../src/absence/calibration.ts';
import { dependenceAt } from '../src/absence/dependence.ts';
import { beganAt, findAbsences } from '../src/absence/find-absences.ts';
import { flowFrom } from '../src/absence/flow.ts';
import type { History } from '../src/absence/history.ts';
import { isStudied } from '../src/absence/is-studied.ts';
import { drawTeam, type StudyPlan } from '../src/absence/simulation/draw-team.ts';
import { simulate, type Truth } from '../src/absence/simulation/simulate.ts';
import { toHistory } from '../src/absence/simulation/to-history.ts';
import { studyRepository } from '../src/absence/study/cases-of.ts';
import { coverageOf } from '../src/absence/study/coverage.ts';
import { slopeOf } from '../src/absence/study/slope.ts';
import type { StudyCase } from '../src/absence/study/study-case.ts';
import type { Estimate, Interval } from '../src/domain/absence-backtest.ts';

/** Seeds 1, 2, … of the suite are the first of those of `npm run soak`, so that its counts contain these. */
export const SEEDS = Number(process.env.FORTNIGHT_SOAK ?? 1) > 1 ? 100 : 12;
/** Teams of one simulated study. */
const TEAMS = 20;

export interface SimulatedTeam {
  readonly history: History;
  readonly truth: Truth;
  readonly cases: readonly StudyCase[];
}

/** Of a team in a study: its history is let go, because two thousand of them fill the memory. */
type StudiedTeam = Omit<SimulatedTeam, 'history'>;

/** A study of some simulated teams, from the work of each to the figures of `fortnight backtest absence`. */
export interface SimulatedStudy {
  readonly slope: Interval;
  readonly coverage: { readonly y: Held; readonly yAtHigh: Held; readonly bands: Held };
  readonly teams: readonly StudiedTeam[];
}

/** How many intervals held, of how many. */
export interface Held {
  readonly held: number;
  readonly of: number;
}

export function simulatedStudy(plan: StudyPlan, seed: number): SimulatedStudy {
  const teams = Array.from({ length: TEAMS }, (_, i): StudiedTeam => {
    const { truth, cases } = simulatedTeam(plan, seed * 1000 + i);
    return { truth, cases };
  });
  const cases = teams.map((one) => one.cases);
  const { estimate, missing } = slopeOf(cases, { resamples: 1000, seed });
  if (estimate === null) throw new Error(`seed ${seed}: ${missing}`);
  const coverage = coverageOf(cases);
  return {
    slope: estimate,
    coverage: { y: heldOf(coverage.y), yAtHigh: heldOf(coverage.yAtHigh), bands: heldOf(coverage.bands) },
    teams,
  };
}

/** One team, from its work to the absences that the study takes from it. */
export function simulatedTeam(plan: StudyPlan, seed: number): SimulatedTeam {
  const simulated = simulate(drawTeam(plan, seed), seed);
  const history = toHistory(simulated);
  return { history, truth: simulated.truth, cases: studyRepository('', history, { placebos: false }).cases };
}

const heldOf = ({ estimate, cases }: Estimate): Held =>
  estimate === null ? { held: 0, of: 0 } : { held: Math.round(estimate.value * cases), of: cases };

/** The same over several studies. */
export const together = (parts: readonly Held[]): Held =>
  parts.reduce((sum, { held, of }) => ({ held: sum.held + held, of: sum.of + of }), { held: 0, of: 0 });

export const holds = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;

/**
 * The bands of D (lower ends) in which the product would put each member of a team at the end of its history, and whether it
 * would say that work nearly stopping is the likeliest outcome.
 */
export function verdictsOn(history: History): readonly { readonly band: number | null; readonly isStall: boolean }[] {
  const found = findAbsences(history);
  return history.people.map((_, person) => {
    const own = found
      .filter((absence) => absence.person === person)
      .map((absence) => ({
        absence,
        outcome: isStudied(history, absence) ? flowFrom(history, person, beganAt(absence)).outcome : null,
      }));
    const answer = outcomeBand(shippedCalibration, dependenceAt(history, person, history.until), own);
    if (answer.verdict === 'none') return { band: null, isStall: false };
    const { 'nearly-stopped': stopped, slowed, normal } = answer.prior;
    return { band: answer.band.from, isStall: stopped.share > Math.max(slowed.share, normal.share) };
  });
}
