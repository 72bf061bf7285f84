import { weekday } from '../calendar.ts';
import { DAYS_OF_FORTNIGHT } from '../flow.ts';
import type { PersonIndex } from '../history.ts';
import { shareToKeep } from './log-count.ts';
import type { Presence } from './presence.ts';
import { GATEKEEPER, type Scenario } from './scenario.ts';
import { growthBy } from './work.ts';

/** Shares of gated and of free work that still land while the gatekeeper is away. */
export interface KeptShares {
  readonly gated: number;
  readonly free: number;
}

/** What teammates' landings of a fortnight would be if nobody held them up: a negative binomial count. */
export interface ExpectedFlow {
  readonly mean: number;
  /** Variance is mean + mean² / shape. */
  readonly shape: number;
}

/**
 * How much work must be lost for the planted slope to hold exactly, on the study's own scale.
 *
 * The study compares y = ln((n + 1) / (b + 1)) of absences of different D, n what landed in a fortnight. Planted is that the
 * expectation of ln(n + 1) falls by -slope D: a plain factor exp(slope D) on n would fall by less where few changes land (the
 * one that is added) and by more where counts are wild (the logarithm is curved), by a tenth of the slope and more in
 * small teams. Thinning a negative binomial count leaves its shape, so {@link shareToKeep} finds the factor by its distribution.
 *
 * Gated work, `gatedShare` of all, is lost first; where losing all of it is not enough (the slope -1.4 means that more
 * than half of all work stops when half of it is gated), free work is lost as well: people wait for each other.
 */
export function keptShares(
  slope: number,
  { dependence, gatedShare }: PlantedDependence,
  flow: ExpectedFlow,
): KeptShares {
  const kept = shareToKeep(flow.mean, flow.shape, -slope * dependence);
  if (kept >= 1 || gatedShare <= 0) return { gated: 1, free: 1 };
  const gated = 1 - (1 - kept) / gatedShare;
  return gated >= 0 ? { gated, free: 1 } : { gated: 0, free: kept / (1 - gatedShare) };
}

/** The dependence that the definitions of `absence.md` would find with endless evidence and no hidden landing. */
export interface PlantedDependence {
  /** G: share of teammates' changes that the gatekeeper lands while present. */
  readonly gate: number;
  /** D: busyness-weighted mean over teammates of clip((g - 0.3) / 0.5, 0, 1), g the author's share through the gatekeeper. */
  readonly dependence: number;
  /** Share of teammates' changes that only the gatekeeper may land: what an absence can hold up. */
  readonly gatedShare: number;
}

/**
 * Planted dependence of a team whose members are so busy. `gatedShareOf` says how much of an author's work only the
 * gatekeeper may land; of the rest they land `habit`, less what its authors land by themselves.
 */
export function plantedDependence(
  busyness: readonly number[],
  gatedShareOf: (author: PersonIndex) => number,
  habit: number,
): PlantedDependence {
  let [all, gate, dependence, gatedShare] = [0, 0, 0, 0];
  for (const [author, rate] of busyness.entries()) {
    if (author === GATEKEEPER) continue;
    const gated = gatedShareOf(author);
    const through = gated + (1 - gated) * habit;
    all += rate;
    gate += rate * through;
    gatedShare += rate * gated;
    dependence += rate * Math.min(1, Math.max(0, (through - 0.3) / 0.5));
  }
  return all === 0
    ? { gate: 0, dependence: 0, gatedShare: 0 }
    : { gate: gate / all, dependence: dependence / all, gatedShare: gatedShare / all };
}

/**
 * What teammates make in the 14 days from a day, good and bad weeks aside, and how much those two weeks vary: the team's
 * frailty is common to all, each member's own counts by the square of their part.
 */
export function expectedFlow(
  scenario: Scenario,
  busyness: readonly number[],
  presence: Presence,
  from: number,
): ExpectedFlow {
  const { rhythm, teamShape, ownShape } = scenario.noise;
  const week = rhythm.reduce((sum, share) => sum + share, 0);
  const means = busyness.map((rate, person) => {
    let mean = 0;
    for (let day = from; person !== GATEKEEPER && day < from + DAYS_OF_FORTNIGHT; day += 1) {
      if (presence.isPresent(person, day)) mean += (rate * (rhythm[weekday(day)] ?? 0)) / week;
    }
    return mean * growthBy(scenario, from);
  });
  const mean = means.reduce((sum, own) => sum + own, 0);
  const concentration = means.reduce((sum, own) => sum + own * own, 0) / (mean * mean || 1);
  // Each frailty holds for one of two weeks.
  return { mean, shape: 2 / (1 / teamShape + concentration / ownShape) };
}
