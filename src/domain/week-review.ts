import { z } from 'zod';
import { evidenceSchema, FIGURE_KINDS, shareSchema } from './report.ts';

/**
 * The weekly review, prepared: what is due, what changed, one question. It is about the lead's own promises; a week without one is not
 * owed, so nothing in it counts weeks.
 */

const day = z.iso.date();
const count = z.int().min(0);

/** How long it is meant to take. */
export const WEEK_MINUTES = 10;
/** More of a part than this is counted, not shown: what was left for months comes back a handful at a time. */
export const MOST_OF_A_PART = 5;
/** The one question of the review. */
export const WEEK_QUESTION = 'What kind of wrong did you let stand?';

/** One thing to settle; there is one for a record, however much of it is due. */
export const weekItemSchema = z.strictObject({
  /** The record it is about; null for a change that was not answered. */
  record: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  title: z.string(),
  /** Why it stands here: one sentence for each reason. */
  because: z.array(z.string()).min(1),
  /** Since when it is due; null where it has no day. */
  since: day.nullable(),
  /** Command lines that settle it, the usual one first; what stands in capitals is to be filled in. */
  settle: z.array(z.string()).min(1),
  /** The command line that opens it; null where its evidence is all there is. */
  opens: z.string().nullable(),
  evidence: z.array(evidenceSchema),
});
export type WeekItem = z.infer<typeof weekItemSchema>;

export const weekPartSchema = z.strictObject({
  /** The kind of record it is about: `decision`. */
  id: z.string(),
  title: z.string(),
  /** Of the ten; 0 for a part without items. */
  minutes: count,
  /** At most {@link MOST_OF_A_PART}. */
  items: z.array(weekItemSchema).max(MOST_OF_A_PART),
  more: count,
  /** The command line that lists all of them. */
  lists: z.string(),
  /** Why it could not be looked at; null when it was. */
  missing: z.string().nullable(),
});
export type WeekPart = z.infer<typeof weekPartSchema>;

const figureSchema = z.union([z.number(), shareSchema, z.null()]);

/** changed: the intervals lie apart. no-change: they do not. same: equal numbers. differs: numbers without an interval. unknown: not enough evidence. */
export const FIGURE_VERDICTS = ['changed', 'no-change', 'same', 'differs', 'unknown'] as const;

/** A figure of the scorecard, then and now. */
export const figureThenNowSchema = z.strictObject({
  measure: z.string(),
  title: z.string(),
  figureKind: z.enum(FIGURE_KINDS),
  before: figureSchema,
  now: figureSchema,
  verdict: z.enum(FIGURE_VERDICTS),
  /** Then and now in words, with intervals and counts. */
  text: z.string(),
  /** The command line that opens it. */
  opens: z.string(),
});
export type FigureThenNow = z.infer<typeof figureThenNowSchema>;

export const figuresThenNowSchema = z.strictObject({
  /** Ends of the two windows, which are equally long, in seconds since 1970; null where nothing was looked at. */
  ends: z.strictObject({ before: z.number(), now: z.number() }).nullable(),
  /** One sentence: what changed, that no change is shown, or why nothing was looked at. */
  answer: z.string(),
  /** All that were asked, those that changed first. */
  figures: z.array(figureThenNowSchema),
  notes: z.array(z.string()),
});
export type FiguresThenNow = z.infer<typeof figuresThenNowSchema>;

export const weekReviewSchema = z.strictObject({
  /** As ISO 8601 counts them: `2026-W47`. */
  week: z.string(),
  today: day,
  /** It looks at everything since then. */
  since: day,
  /** last-review: that day. seven-days: there was none before this week. */
  basis: z.enum(['last-review', 'seven-days']),
  minutes: count,
  parts: z.array(weekPartSchema),
  figures: figuresThenNowSchema,
  question: z.string(),
  /** This week's review, when it took place already. */
  done: z.strictObject({ id: z.string(), on: day.nullable(), wrong: z.string(), next: z.string() }).nullable(),
  /** The command line that ends the review. */
  finish: z.string(),
  /** What could not be looked at, and what the reader must know. */
  notes: z.array(z.string()),
});
export type WeekReview = z.infer<typeof weekReviewSchema>;
