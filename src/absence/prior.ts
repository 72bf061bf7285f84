import type { Calibration, CalibrationBand } from '../domain/calibration.ts';
import { OUTCOMES, type Outcome } from '../domain/outcome.ts';
import type { Share } from '../domain/report.ts';
import { Z_95 } from '../domain/wilson.ts';

/** How often each outcome was seen in a person's own past. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/**
 * A prior for one person from a band of the study and their own past. See docs/decisions/20261121-bands-are-priors.md.
 *
 * 1. Shrunk: p = (n p_band + m p_base) / (n + m), with n absences in the band and m pseudo-absences (10).
 * 2. Its variance: p (1 - p) / e, where e is how many independent absences the study's own interval is worth: as many as have
 *    a standard error of its width / 3.92; at most n. Where the study gives no interval, e is the number of repositories.
 *    Pseudo-absences move the share and add no certainty: nobody saw them. How far they moved it, m / (n + m) (p_band - p_base),
 *    is doubt, and its square is added: on simulated studies the interval without it missed gatekeepers (docs/validity.md).
 * 3. Blended: q = (1 - w) p + w k / c with c own absences, k of them with this outcome, w = c / (c + 5) at most. Variance
 *    (1 - w)² v + w² q (1 - q) / c with v that of 2: a few own absences make it wider (they are noise), many make it narrower.
 * 4. Interval: q ± 1.96 standard errors on the scale of log odds, times `widening` for gatekeepers.
 *
 * It misleads as far as the study's projects are unlike this one, which no interval here can hold.
 */
export function priorOf(
  calibration: Calibration,
  band: CalibrationBand,
  own: OutcomeCounts,
  widening: number,
): Readonly<Record<Outcome, Share>> {
  const past = OUTCOMES.reduce((sum, outcome) => sum + own[outcome], 0);
  const weight = ownWeight(calibration, past);
  const published = totalOf((outcome) => band.outcomes[outcome].share);
  const base = totalOf((outcome) => calibration.base.outcomes[outcome].share);
  const { pseudoAbsences } = calibration;
  return perOutcome((outcome) => {
    const seen = band.outcomes[outcome].share / published;
    const expected = calibration.base.outcomes[outcome].share / base;
    const shrunk = (band.absences * seen + pseudoAbsences * expected) / (band.absences + pseudoAbsences);
    const worth = independentAbsences(band, outcome);
    const share = past === 0 ? shrunk : (1 - weight) * shrunk + (weight * own[outcome]) / past;
    // Nothing was ever seen so often that it could not be otherwise: half an absence is kept back.
    const least = 0.5 / (worth + past + 1);
    const [held, drawn] = [clamp(share, least), clamp(shrunk, least)];
    const moved = shrunk - seen;
    const variance =
      (1 - weight) ** 2 * ((drawn * (1 - drawn)) / worth + moved ** 2) +
      (past === 0 ? 0 : (weight ** 2 * held * (1 - held)) / past);
    const half = (widening * Z_95 * Math.sqrt(variance)) / (held * (1 - held));
    return {
      share,
      low: Math.min(share, logistic(logit(held) - half)),
      high: Math.max(share, logistic(logit(held) + half)),
      of: band.absences + past,
    };
  });
}

/** What a person's own past weighs beside the study: c / (c + 5) at most. */
export const ownWeight = ({ own }: Calibration, past: number): number => past / (past + own.evenAt);

/** How many independent absences the study's own interval of a share is worth. */
function independentAbsences(band: CalibrationBand, outcome: Outcome): number {
  const { share, low, high } = band.outcomes[outcome];
  if (low === null || high === null) return band.repositories;
  const error = (high - low) / (2 * Z_95);
  const held = clamp(share, 0.5 / (band.absences + 1));
  return Math.min(band.absences, (held * (1 - held)) / (error * error));
}

/**
 * By how much intervals are made wider at some D: those of gatekeepers promised one coverage and held another, so the half
 * width is multiplied by the ratio of the normal points of both (1.11 from 75 % to 80 %), on the scale of log odds.
 */
export function wideningAt({ widening }: Calibration, dependence: number): number {
  if (widening === null || dependence < widening.from) return 1;
  return normalPoint(widening.promised) / normalPoint(widening.covered);
}

/** The z between whose minus and plus lies this share of the standard normal distribution. */
function normalPoint(covered: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (coverage(middle) < covered) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Share of the standard normal distribution within ±z: its series around 0 (Abramowitz and Stegun 26.2.11). */
function coverage(z: number): number {
  if (z > 8) return 1;
  let [term, sum] = [z, z];
  for (let i = 3; term > 1e-17 * sum && i < 400; i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return Math.sqrt(2 / Math.PI) * Math.exp((-z * z) / 2) * sum;
}

const clamp = (share: number, least: number): number => Math.min(1 - least, Math.max(least, share));
const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
const totalOf = (value: (outcome: Outcome) => number): number =>
  OUTCOMES.reduce((sum, outcome) => sum + value(outcome), 0);

/** The same made for each outcome. */
export const perOutcome = <T>(make: (outcome: Outcome) => T): Record<Outcome, T> => ({
  'nearly-stopped': make('nearly-stopped'),
  slowed: make('slowed'),
  normal: make('normal'),
});
