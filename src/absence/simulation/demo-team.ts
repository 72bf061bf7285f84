import { PLAIN, type PlannedAbsence, type Scenario } from './scenario.ts';

/** Weeks after the start in which somebody leaves, and how many they stay away. */
const LEAVES = [
  [0, 30, 2],
  [3, 36, 2],
  [5, 44, 3],
  [0, 64, 3],
  [1, 70, 2],
  [6, 75, 2],
  [4, 81, 3],
  [0, 92, 2],
] as const;

/**
 * The team that is shown to whoever has no repository at hand: eight people, two years, a shop. Work of three of them, and
 * everybody's on billing, lands through the first member alone and waits while they are away, unless the second steps in,
 * who does so now and then. A few landings are hidden by squashes.
 */
export const DEMO_TEAM: Scenario = {
  ...PLAIN,
  team: { ...PLAIN.team, changesPerWeek: 3 },
  gate: { authors: [2, 3, 4], areas: [PLAIN.areas.indexOf('packages/billing')], habit: 0.15 },
  deputy: 0.3,
  effect: { kind: 'queueing' },
  absences: LEAVES.map(
    ([person, week, weeks]): PlannedAbsence => ({
      person,
      from: PLAIN.from + 7 * week,
      to: PLAIN.from + 7 * (week + weeks),
    }),
  ),
  forge: { squash: 0.08, trailers: 0.4, botsPerWeek: 3 },
};

/** The seed with which it is shown: one of its lead's three absences has a deputy. */
export const DEMO_SEED = 3;
