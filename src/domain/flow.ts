import { z } from 'zod';
import { CONFIDENCE, evidenceSchema, peopleSchema, reportSchema } from './report.ts';
import { settingSchema } from './setting.ts';
import { TREND_STEPS } from './trend-steps.ts';

/** A middle and a nine-in-ten, in seconds; null where too few changes tell. */
const spreadSchema = z.object({
  /** Changes whose time is known. */
  known: z.int(),
  median: z.number().nullable(),
  ninth: z.number().nullable(),
  level: z.enum(CONFIDENCE),
});

/** One calendar month or quarter (UTC). */
export const flowPeriodSchema = z.object({
  since: z.number(),
  until: z.number(),
  /** It is over; the first one may begin before the history does. */
  isWhole: z.boolean(),
  /** People's changes that landed. */
  changes: z.int(),
  /** Of those, by route. */
  routes: z.record(z.string(), z.int()),
  waiting: spreadSchema,
  leadTime: spreadSchema,
  /** The newest changes with a known time: what the lines rest on. */
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.int(),
  /** The newest changes of all: {@link changes} is how many there are. */
  landed: z.array(evidenceSchema),
});
export type FlowPeriod = z.infer<typeof flowPeriodSchema>;

export const flowReleaseSchema = z.object({
  name: z.string(),
  at: z.number(),
  /** Since the one before of its kind, in seconds; null for the first. */
  pause: z.number().nullable(),
  isPrerelease: z.boolean(),
  /** Who can release; empty where it is not known. */
  releaser: peopleSchema,
  evidence: z.array(evidenceSchema),
});
export type FlowRelease = z.infer<typeof flowReleaseSchema>;

/** How the work moves: what waits, what lands and by which way, what is released. About the team and the lead alone. */
export const flowSchema = z.object({
  ...settingSchema.shape,
  question: z.string(),
  answer: z.string(),
  /** What the lines look at: the window, or two years where it is shorter; whole months. */
  span: z.object({ since: z.number(), until: z.number() }),
  every: z.enum(TREND_STEPS),
  /** Why months or quarters, where nobody said which. */
  everyBecause: z.string().nullable(),
  /** How each route is called, in the order they are shown; those by which anything landed. */
  routes: z.array(z.object({ route: z.string(), label: z.string() })),
  /** Oldest first, without a gap; a period in which nothing landed is there with zeros. */
  periods: z.array(flowPeriodSchema),
  /** Oldest first: the newest {@link RELEASES_SHOWN}. */
  releases: z.array(flowReleaseSchema),
  releasesTotal: z.int(),
  /** The longest stretch without a release between two of them, or since the last; null where none stands out. */
  longestPause: z.object({ since: z.number(), until: z.number() }).nullable(),
  /** What each figure means for a lead, in one sentence. */
  meanings: z.object({ waiting: z.string(), leadTime: z.string(), autonomy: z.string() }),
  /** Why there is no line at all, and what would bring one; null where there is one. */
  missing: z.string().nullable(),
  /** Of the asked window; that on releases of the whole span. */
  reports: z.object({
    waiting: reportSchema,
    leadTime: reportSchema,
    releases: reportSchema,
    autonomy: reportSchema,
  }),
  /** What the lines do not show. */
  caveats: z.array(z.string()),
});
export type Flow = z.infer<typeof flowSchema>;

/** Releases drawn one by one. */
export const RELEASES_SHOWN = 400;
