import type { PersonIndex } from '../history.ts';

/** The person other people's work may pass only through. Has the first place in every simulated team. */
export const GATEKEEPER: PersonIndex = 0;
/** Who steps in for the gatekeeper, where somebody may. */
export const DEPUTY: PersonIndex = 1;

/**
 * What becomes of teammates' work that lands while the gatekeeper is away and nobody steps in.
 *
 * - none: all of it lands as ever, through somebody else.
 * - thinning: so much of it never lands that the expected log ratio falls by `slope` times dependence: the known truth of
 *   {@link keptShares}.
 * - queueing: what is gated waits and lands in the days after the return. How teams behave, with no slope planted.
 */
export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'thinning'; readonly slope: number }
  | { readonly kind: 'queueing' };

/** Somebody away: first day away and first day back, in days since 1970; never back when `to` is null. */
export interface PlannedAbsence {
  readonly person: PersonIndex;
  readonly from: number;
  readonly to: number | null;
}

/** A decision record: proposed on one day, in days since 1970, and accepted on another or still open. */
export interface PlannedDecision {
  readonly title: string;
  readonly by: PersonIndex;
  readonly deciders: readonly PersonIndex[];
  readonly proposed: number;
  readonly accepted: number | null;
  /** Why, in a sentence or two. */
  readonly context: string;
  readonly outcome: string;
}

/** A made-up team and its past, all that is planted in it. Shares and chances lie between 0 and 1. */
export interface Scenario {
  /** First day, in days since 1970, and how many follow. */
  readonly from: number;
  readonly days: number;
  /** Directories that are workspace packages: what the areas will be called. */
  readonly areas: readonly string[];
  /** Areas (places in `areas`; the last ones) in which one member alone works, with the share of their work that is there. */
  readonly workshops: readonly { readonly area: number; readonly by: PersonIndex; readonly share: number }[];
  readonly team: {
    readonly size: number;
    /** Changes a member of average busyness begins in a week. */
    readonly changesPerWeek: number;
    /** Standard deviation of the logarithm of members' busyness. */
    readonly spread: number;
    /** Chance that somebody present is seen on a business day whatever else they do. */
    readonly daily: number;
    /** Chance that finished work never lands and stays on its branch. */
    readonly leftOpen: number;
  };
  readonly noise: {
    /** Gamma shape of good and bad weeks of the whole team, and of each member: smaller is wilder. */
    readonly teamShape: number;
    readonly ownShape: number;
    /** Growth of the rate of work in a year, as a logarithm. */
    readonly trend: number;
    /** Share of work by weekday, Monday first; counts relative to their sum. */
    readonly rhythm: readonly number[];
  };
  readonly gate: {
    /** Members all of whose changes pass through the gatekeeper. */
    readonly authors: readonly PersonIndex[];
    /** Areas (places in `areas`) everybody's changes to which do. */
    readonly areas: readonly number[];
    /** Chance that the gatekeeper lands what others could have. */
    readonly habit: number;
  };
  /** Chance, for each absence of the gatekeeper, that {@link DEPUTY} lands gated work in their place; null: nobody may. */
  readonly deputy: number | null;
  readonly effect: Effect;
  readonly absences: readonly PlannedAbsence[];
  /** Nobody works from 20 December to 4 January. */
  readonly holidays: boolean;
  readonly forge: {
    /** Chance that a landing is a squash by the forge, which hides who landed it. */
    readonly squash: number;
    /** Chance that a change landed by another than its author names who reviewed it. */
    readonly trailers: number;
    /** Changes by a bot in a week. */
    readonly botsPerWeek: number;
  };
  readonly decisions: readonly PlannedDecision[];
  /** Weeks between releases, made by the gatekeeper on a day of presence; null: none. */
  readonly releaseWeeks: number | null;
}

/** A team of eight and two years of a made-up product, nothing gated and nobody away: scenarios say what they change. */
export const PLAIN: Scenario = {
  // Monday 3 January 2022.
  from: Date.UTC(2022, 0, 3) / 86_400_000,
  days: 728,
  areas: [
    'apps/admin',
    'apps/storefront',
    'packages/billing',
    'packages/catalog',
    'packages/checkout',
    'packages/identity',
    'packages/notifications',
    'packages/search',
  ],
  team: { size: 8, changesPerWeek: 2.5, spread: 0.4, daily: 0.9, leftOpen: 0 },
  noise: { teamShape: 20, ownShape: 4, trend: 0.1, rhythm: [1, 1.1, 1.1, 1, 0.8, 0.03, 0.03] },
  gate: { authors: [], areas: [], habit: 0.1 },
  deputy: null,
  effect: { kind: 'none' },
  absences: [],
  workshops: [],
  decisions: [],
  holidays: true,
  forge: { squash: 0, trailers: 0.3, botsPerWeek: 2 },
  releaseWeeks: 4,
};
