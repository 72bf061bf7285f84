import { planAbsences } from './presence.ts';
import { seeded } from './random.ts';
import { type Effect, PLAIN, type Scenario } from './scenario.ts';

/** What all teams of a simulated study have in common; the rest is drawn. */
export interface StudyPlan {
  readonly effect: Effect;
  /** Nothing passes only through anybody, and whoever lands does so by habit. */
  readonly isGated: boolean;
  /** As in {@link Scenario}. */
  readonly deputy?: number | null;
  readonly squash?: number;
}

/**
 * One team of a simulated study, drawn as teams differ: five to twelve people, two to four years, quick and slow, steady and
 * wild, with everybody's absences of two to four weeks. Where the plan has gates, a third of the teams has none, in the others any
 * number of teammates (and at times an area) passes only through the first member.
 */
export function drawTeam(plan: StudyPlan, seed: number): Scenario {
  const random = seeded(Math.imul(seed, 0x27d4eb2f) ^ 0x5bd1e995);
  const size = random.between(5, 12);
  const teammates = Array.from({ length: size - 1 }, (_, i) => i + 1);
  const gated = plan.isGated && random.chance(2 / 3) ? random.between(1, size - 1) : 0;
  const isAreaGated = gated > 0 && random.chance(0.25);
  const scenario: Scenario = {
    ...PLAIN,
    days: 364 * random.between(2, 4),
    team: { ...PLAIN.team, size, changesPerWeek: 1 + 2.5 * random.next() },
    noise: {
      ...PLAIN.noise,
      teamShape: random.pick([8, 15, 30]),
      ownShape: random.pick([1.5, 3, 6]),
      trend: 0.6 * (random.next() - 0.5),
    },
    gate: {
      authors: teammates.slice(0, gated),
      areas: isAreaGated ? [random.between(0, PLAIN.areas.length - 1)] : [],
      habit: 0.25 * random.next(),
    },
    deputy: plan.deputy ?? null,
    effect: plan.effect,
    forge: { ...PLAIN.forge, squash: plan.squash ?? 0 },
  };
  return { ...scenario, absences: planAbsences(scenario, { perYear: 2, weeks: [2, 2, 3, 4], margin: 120 }, random) };
}
