import type { PersonIndex } from '../history.ts';
import { GATEKEEPER, type Scenario } from './scenario.ts';
import { growthBy } from './work.ts';

/** Shares of gated and of free work that still land while the gatekeeper is away. */
export interface KeptShares {
  readonly gated: number;
  readonly free: number;
}

/**
 * How much work must be lost for the planted slope to hold exactly.
 *
 * The study's y is ln((n + 1) / (b + 1)). Planted is: expected n + 1 = (b + 1) exp(slope D). So of `usual` (b) changes a
 * fraction kept = ((b + 1) exp(slope D) - 1) / b must land. Gated work, `gatedShare` of all, is lost first; where losing all
 * of it is not enough (a slope beyond ln(1 - D) / D asks for that), free work is lost as well, as happens where people wait
 * for each other.
 *
 * What stays is the curvature of the logarithm: E ln(n + 1) lies below ln E(n + 1), by about variance / (2 mean²), a
 * little more where few changes are left. It grows the slope measured by about 2 % of itself at 30 changes a fortnight,
 * more below 10, and the simulation's tests measure it.
 */
export function keptShares(slope: number, dependence: number, gatedShare: number, usual: number): KeptShares {
  const kept = usual <= 0 ? 1 : Math.max(0, ((usual + 1) * Math.exp(slope * dependence) - 1) / usual);
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

/** Teammates' changes expected in 14 days around a day, with everybody at work. */
export function usualAt(scenario: Scenario, busyness: readonly number[], day: number): number {
  const weekly = busyness.reduce((sum, rate, author) => (author === GATEKEEPER ? sum : sum + rate), 0);
  return 2 * weekly * growthBy(scenario, day);
}
