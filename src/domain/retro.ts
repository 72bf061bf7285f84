import { z } from 'zod';
import { OUTCOMES } from './outcome.ts';
import { evidenceSchema, peopleSchema } from './report.ts';

const count = z.int().min(0);
const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** A middle value and how many it rests on; null of nothing. */
const medianSchema = z.object({ median: z.number(), of: z.int().min(1) }).nullable();

const retroChangeSchema = z.object({
  title: z.string(),
  /** Seconds between the last work on it and its landing. */
  waited: z.number(),
  evidence: evidenceSchema,
});

/** An area, or the work of some people, that landed without the one who used to land it. */
const keepSchema = z.object({
  area: z.string(),
  /** Landed there by others while the person was away. */
  changes: z.int().min(1),
  landers: peopleSchema,
  evidence: z.array(evidenceSchema).min(1),
});

/** Generated lines of a plan, as they stand in its file after the absence. */
export const planOutcomeSchema = z.object({
  file: z.string(),
  ticked: count,
  open: z.array(z.object({ text: z.string() })),
});
export type PlanOutcome = z.infer<typeof planOutcomeSchema>;

/** What happened around one absence: what was seen, never why, and nobody but the person away beside a number. */
export const retroSchema = z.object({
  names: z.array(z.string()).min(1),
  repositories: z.array(z.string()),
  /** Found in the history, or the days that were asked about. */
  basis: z.enum(['found', 'asked']),
  /** First day, and the first day after it: of activity again where it was found. */
  from: daySchema,
  to: daySchema.nullable(),
  businessDays: count,
  /** Other key people silent on at least 8 of its first 14 days; null where it is no silence found in the history. */
  othersAway: count.nullable(),
  /** First day of activity after it; null while there is none. */
  seenAgain: daySchema.nullable(),
  /** Days in between on which something of theirs is seen all the same. */
  daysSeen: count,
  seenUntil: z.number(),
  /** Teammates' changes of the 13 weeks before, and those of them with a known lander. */
  visible: z.object({ changes: count, known: count }),
  /** Teammates' landed changes; what is usual is counted per 14 days of the 56 before. */
  flow: z.object({
    usual: z.number(),
    /** The first 14 days away, or as many as the absence had; what is usual in so many days. */
    away: z.object({ days: z.int().min(1), landed: count, usual: z.number(), outcome: z.enum(OUTCOMES).nullable() }),
    /** The 14 days from the return; null when the history ends before they are over. */
    back: count.nullable(),
    /** Landed in comparable fortnights with the person there: least, middle and most of them. */
    compared: z.object({ windows: z.int().min(1), least: count, middle: z.number(), most: count }).nullable(),
  }),
  /** Worked on last before the return, landed by the person within 14 days of it. */
  waited: z.object({
    changes: count,
    waiting: medianSchema,
    /** The same of teammates' changes they landed in the 13 weeks before. */
    usual: medianSchema,
    newest: z.array(retroChangeSchema),
  }),
  /** Who landed others' work where only the person had landed in the 13 weeks before. */
  steppedIn: z.object({ people: peopleSchema, changes: count, evidence: z.array(evidenceSchema) }),
  keep: z.array(keepSchema),
  /** People whose work had landed through the person alone, and landed through others meanwhile. */
  streams: z.object({ people: peopleSchema, changes: count, evidence: z.array(evidenceSchema) }),
  releases: z.object({
    made: z.array(z.object({ name: z.string(), day: daySchema, evidence: evidenceSchema })),
    by: peopleSchema,
  }),
  plan: planOutcomeSchema.nullable(),
  notes: z.array(z.string()),
});
export type Retro = z.infer<typeof retroSchema>;

/** What `fortnight retro` answers; without a retro when there was nothing to look back on, and then `reason` says so. */
export const retroAnswerSchema = z.object({ retro: retroSchema.nullable(), reason: z.string() });
export type RetroAnswer = z.infer<typeof retroAnswerSchema>;
