import { z } from 'zod';
import { evidenceSchema, peopleSchema } from './report.ts';

/** `2026-01-31`. */
const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What an item of a plan is about, in the order of what removes most risk (see `absence/handover/plan.ts`). */
export const HANDOVER_KINDS = ['landing', 'open-work', 'release', 'decision', 'own-branch', 'cover'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** One thing to do before leaving. */
export const handoverItemSchema = z.object({
  /** The same matter has the same id in every plan: what was ticked or reworded is found again by it. */
  id: z.string().min(1),
  kind: z.enum(HANDOVER_KINDS),
  /** What to do, as a sentence. */
  text: z.string().min(1),
  /** What it rests on, as sentences with counts; names nobody. */
  because: z.string().min(1),
  /** What {@link who} are to it: `Could cover`. Empty with nobody to name. */
  role: z.string(),
  who: peopleSchema,
  evidence: z.array(evidenceSchema).min(1),
  evidenceTotal: z.int().min(1),
});
export type HandoverItem = z.infer<typeof handoverItemSchema>;

/** A pointer for whoever covers an area: something to read, and what it is. */
export const pointerSchema = z.object({
  /** A title, or a path. */
  title: z.string(),
  /** What to know of it in a few words: `proposed`, `6 changes, 2 of them fixes`. */
  note: z.string(),
  evidence: evidenceSchema,
});
export type Pointer = z.infer<typeof pointerSchema>;

/** What somebody who covers an area needs to find their way. */
export const areaCoverSchema = z.object({
  id: z.string().min(1),
  area: z.string(),
  /** Changes there in which the person away had a part, in the window of `cover`. */
  withYou: z.int(),
  /** Active people who have worked there, and active people who never have; alphabetical, never a ranking. */
  cover: peopleSchema,
  elsewhere: peopleSchema,
  /** Decision records that name the area, newest first. */
  decisions: z.array(pointerSchema),
  /** Files there changed most in the last 90 days, those changed together with fixes first. */
  hotFiles: z.array(pointerSchema),
  /** Reverts, and fixes of files changed in the week before, in the last 180 days; newest first. Nobody's. */
  repairs: z.array(pointerSchema),
  /** What landed there last. */
  recent: z.array(pointerSchema),
});
export type AreaCover = z.infer<typeof areaCoverSchema>;

/** Work that goes on without the person. */
export const leftAloneSchema = z.object({
  id: z.string().min(1),
  area: z.string(),
  /** Changes of the last 13 weeks there, and those of them the person neither wrote, landed nor approved. */
  changes: z.int(),
  without: z.int(),
  evidence: z.array(evidenceSchema).min(1),
});
export type LeftAlone = z.infer<typeof leftAloneSchema>;

export const TIMELINE_STEPS = ['week-before', 'last-day', 'middle', 'return', 'look-back'] as const;
export const timelineStepSchema = z.object({
  step: z.enum(TIMELINE_STEPS),
  day: daySchema,
  text: z.string().min(1),
});
export type TimelineStep = z.infer<typeof timelineStepSchema>;

/** The plan for a planned absence, as data; nobody but the person away stands beside a number in it. */
export const handoverSchema = z.object({
  /** Who is away; several are planned for as one. */
  names: z.array(z.string()).min(1),
  repositories: z.array(z.string()),
  /** First day away, and the first day after it. */
  from: daySchema,
  to: daySchema,
  days: z.int().min(1),
  /** The evidence ends here, in seconds since 1970. */
  seenUntil: z.number(),
  /** Teammates' changes of the last 13 weeks, those with a known lander, and those of them the person landed. */
  landing: z.object({ changes: z.int(), visible: z.int(), landed: z.int() }),
  /** The first screen: at most twelve, in the order of what removes most risk. */
  first: z.array(handoverItemSchema),
  /** The rest of them. */
  further: z.array(handoverItemSchema),
  areas: z.array(areaCoverSchema),
  alone: z.array(leftAloneSchema),
  timeline: z.array(timelineStepSchema),
  notes: z.array(z.string()),
});
export type Handover = z.infer<typeof handoverSchema>;

/** What became of the file of a plan. */
export const writtenPlanSchema = z.object({
  file: z.string(),
  calendar: z.string().nullable(),
  /** Lines that were put in anew, brought up to date, taken out because nothing supports them any more. */
  added: z.int(),
  refreshed: z.int(),
  dropped: z.int(),
  /** Lines of the plan that somebody ticked or reworded and that were left as they are, and those somebody took out. */
  kept: z.int(),
  removed: z.int(),
});
export type WrittenPlan = z.infer<typeof writtenPlanSchema>;

/** What `fortnight handover` answers. */
export const handoverAnswerSchema = z.object({ plan: handoverSchema, written: writtenPlanSchema.nullable() });
export type HandoverAnswer = z.infer<typeof handoverAnswerSchema>;
