import { z } from 'zod';
import { recordSchema } from './records/entry.ts';
import { shareSchema } from './report.ts';

/** What is said about interventions: the lead's own judgement, never whoever wrote the change. */

/** A path, and why what goes wrong there is seldom survivable. */
export const riskSchema = z.strictObject({
  /** `authentication`. */
  rule: z.string(),
  path: z.string(),
  because: z.string(),
});
export type Risk = z.infer<typeof riskSchema>;

export const interventionToldSchema = z.strictObject({
  record: recordSchema,
  /** Rules that what it is about falls under. */
  risks: z.array(riskSchema),
  /** The day to look at what came of it has come; false for what is settled. */
  isDue: z.boolean(),
});
export type InterventionTold = z.infer<typeof interventionToldSchema>;

const count = z.int().min(0);

/** How one sort of interventions went, of those whose outcome is known. */
export const outcomesSchema = z.strictObject({
  wrong: z.enum(['survivable', 'destructive']),
  did: z.enum(['said', 'held-back']),
  harmless: count,
  taught: count,
  cost: count,
  damage: count,
  /** Settled, and nobody can tell; in no share. */
  unknowable: count,
  /** Not settled yet. */
  open: count,
});
export type Outcomes = z.infer<typeof outcomesSchema>;

/** What `fortnight intervene list` answers. */
export const interventionListSchema = z.strictObject({
  today: z.iso.date(),
  /** Open ones, those that are due first; then settled ones, newest first. */
  interventions: z.array(interventionToldSchema),
  outcomes: z.array(outcomesSchema),
  /** Of what was held back and is settled: harmless or taught. Null where it is too little to say. */
  restraint: shareSchema.nullable(),
  /** What it comes to in one sentence, or that there is not enough evidence. */
  answer: z.string(),
});
export type InterventionList = z.infer<typeof interventionListSchema>;

/** What `fortnight intervene new`, `settle` and `show` answer. */
export const interventionAnswerSchema = z.strictObject({
  /** What was done, in one sentence; null where nothing was. */
  did: z.string().nullable(),
  /** Why it was taken to be destructive, or what speaks against survivable; null where nothing does. */
  remark: z.string().nullable(),
  intervention: interventionToldSchema,
});
export type InterventionAnswer = z.infer<typeof interventionAnswerSchema>;
