import { PLAIN, type PlannedAbsence, type PlannedDecision, type Scenario } from './scenario.ts';

/** Monday 6 May 2024: two years later no holidays are near. */
const FROM = Date.UTC(2024, 4, 6) / 86_400_000;

/** Weeks after the start in which somebody leaves, and how many they stay away. */
const LEAVES = [
  [3, 36, 2],
  [5, 44, 3],
  [0, 54, 2],
  [1, 63, 2],
  [0, 71, 3],
  [6, 77, 2],
  [4, 79, 3],
  [0, 93, 2],
] as const;

const areas = [
  ...PLAIN.areas,
  'infrastructure/deploy',
  'packages/ledger-export',
  'packages/design-system',
  'tools/importer',
];

/** Day of a week after the start: 0 is Monday. */
const day = (week: number, weekday: number) => FROM + 7 * week + weekday;

const DECISIONS: readonly PlannedDecision[] = [
  {
    title: 'Keep prices as whole cents',
    by: 3,
    deciders: [0],
    proposed: day(6, 1),
    accepted: day(7, 3),
    context: 'Rounding differs between the basket and the invoice, and customers notice.',
    outcome: 'Amounts are whole cents everywhere; only the view divides.',
  },
  {
    title: 'One queue for mail and webhooks',
    by: 6,
    deciders: [0, 6],
    proposed: day(19, 0),
    accepted: day(21, 2),
    context: 'Two queues retry differently, so an order can be told of and not delivered.',
    outcome: 'Both go through one queue with one way to retry.',
  },
  {
    title: 'Search reads from a copy of the catalogue',
    by: 7,
    deciders: [1],
    proposed: day(40, 2),
    accepted: day(43, 1),
    context: 'Reindexing slows the shop down for an hour every night.',
    outcome: 'The indexer reads a copy that is at most a minute old.',
  },
  {
    title: 'Sessions end after thirty days',
    by: 5,
    deciders: [0, 5],
    proposed: day(73, 3),
    accepted: day(76, 4),
    context: 'Shared computers stay signed in for ever.',
    outcome: 'A session ends thirty days after its last use.',
  },
  {
    title: 'Split billing from checkout',
    by: 2,
    deciders: [0],
    proposed: day(97, 1),
    accepted: null,
    context: 'Every change of a tax waits for a release of the checkout.',
    outcome: '',
  },
  {
    title: 'Who may roll a release back',
    by: 0,
    deciders: [0],
    proposed: day(101, 2),
    accepted: null,
    context: 'The way back is known to one person, and not written down.',
    outcome: '',
  },
];

/**
 * The team that is shown to whoever has no repository at hand: eight people, two years, a shop. Work of three of them, and
 * everybody's on billing, lands through the first member alone and waits while they are away, unless the second steps in,
 * who does so now and then. The first alone knows how it is deployed, and for each of three other parts there is one who works on it. A few
 * landings are hidden by squashes, two decisions wait, and some work was left on its branch.
 */
export const DEMO_TEAM: Scenario = {
  ...PLAIN,
  from: FROM,
  areas,
  workshops: [
    { area: areas.indexOf('infrastructure/deploy'), by: 0, share: 0.3 },
    { area: areas.indexOf('packages/ledger-export'), by: 3, share: 0.2 },
    { area: areas.indexOf('packages/design-system'), by: 6, share: 0.15 },
    { area: areas.indexOf('tools/importer'), by: 4, share: 0.12 },
  ],
  team: { ...PLAIN.team, changesPerWeek: 3, daily: 0, leftOpen: 0.008 },
  gate: { authors: [2, 3, 4], areas: [PLAIN.areas.indexOf('packages/billing')], habit: 0.15 },
  deputy: 0.3,
  effect: { kind: 'queueing' },
  absences: LEAVES.map(
    ([person, week, weeks]): PlannedAbsence => ({ person, from: day(week, 0), to: day(week + weeks, 0) }),
  ),
  decisions: DECISIONS,
  forge: { squash: 0.08, trailers: 0.75, botsPerWeek: 3 },
};

/** The seed with which it is shown: one of its lead's three absences has a deputy. */
export const DEMO_SEED = 37;
