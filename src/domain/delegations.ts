import { z } from 'zod';
import { LEVELS } from './records/delegation.ts';
import { recordSchema } from './records/entry.ts';
import { evidenceSchema, peopleSchema } from './report.ts';

/**
 * What is said about delegations. Each is a contract between the lead and one person: that person stands in it by name and
 * with no figure, and what landed is a set of changes to look at. What is counted and alerted is the lead's own part.
 */

const day = z.iso.date();

/** The six parts of a SMART-T contract. */
export const SMART_PARTS = ['specific', 'measurable', 'actionable', 'relevant', 'time-bound', 'trackable'] as const;
export type SmartLetter = (typeof SMART_PARTS)[number];

/** A part of the contract that is not said yet: the question it asks, and the command that answers it. */
export const unsaidSchema = z.strictObject({ part: z.enum(SMART_PARTS), prompt: z.string(), command: z.string() });
export type Unsaid = z.infer<typeof unsaidSchema>;

export const levelSaidSchema = z.strictObject({ level: z.enum(LEVELS), meaning: z.string() });

/**
 * held: it took place. made-up: it did not, but a later talk did. missed: its day and one more passed without a talk.
 * now: it is its day, or the day after. ahead: it is to come.
 */
export const CHECK_IN_STATES = ['held', 'made-up', 'missed', 'now', 'ahead'] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

export const checkInSchema = z.strictObject({
  on: day,
  held: day.nullable(),
  note: z.string().nullable(),
  state: z.enum(CHECK_IN_STATES),
});

export const delegationClockSchema = z.strictObject({
  /** due-soon: within a week. no-day: open, and no day was agreed on. */
  state: z.enum(['overdue', 'due-soon', 'on-time', 'no-day', 'closed']),
  due: day.nullable(),
  /** Negative when the day has passed; null without a day, and for what is closed. */
  daysLeft: z.int().nullable(),
});
export type DelegationClock = z.infer<typeof delegationClockSchema>;

/** A change that landed, as it is shown in a list of them. */
export const seenChangeSchema = z.strictObject({
  evidence: evidenceSchema,
  title: z.string(),
  /** Seconds since 1970. */
  landedAt: z.number(),
});
export type SeenChange = z.infer<typeof seenChangeSchema>;

/**
 * Changes that were looked for, newest first, at most twenty. `seen` says that there are some; `nothing` that there are none
 * although one could see them; `cannot-tell` why one cannot.
 */
export const sightingSchema = z.strictObject({
  state: z.enum(['seen', 'nothing', 'cannot-tell']),
  /** One sentence. */
  because: z.string(),
  changes: z.array(seenChangeSchema),
  /** There are more than those. */
  isMore: z.boolean(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** What the lead is told about their own part of a contract. */
export const DELEGATION_ALERTS = ['take-back', 'missed-check-in', 'overdue'] as const;
export const delegationAlertSchema = z.strictObject({
  kind: z.enum(DELEGATION_ALERTS),
  /** The record. */
  id: z.string(),
  title: z.string(),
  /** The one person it was given to, where the file says so. */
  to: z.string().nullable(),
  /** Since when: the oldest missed day, the day of the newest change that takes it back, the day it was due. */
  since: day,
  /** What is to be looked at, as one sentence to the lead. */
  text: z.string(),
  /** What it rests on: the lead's own changes. Empty for a day that passed. */
  changes: z.array(seenChangeSchema),
});
export type DelegationAlert = z.infer<typeof delegationAlertSchema>;

export const delegationToldSchema = z.strictObject({
  record: recordSchema,
  to: z.string().nullable(),
  /** Null where none is agreed. */
  level: levelSaidSchema.nullable(),
  clock: delegationClockSchema,
  checkIns: z.array(checkInSchema),
  /** The next day to talk, today included; null where none is agreed. */
  nextCheckIn: day.nullable(),
  unsaid: z.array(unsaidSchema),
  /** What the person it was given to has landed of it; null where no repository was looked at. */
  progress: sightingSchema.nullable(),
  /** What the lead wrote there themselves meanwhile; null where no repository was looked at, and for what is closed. */
  takenBack: sightingSchema.nullable(),
  alerts: z.array(delegationAlertSchema),
});
export type DelegationTold = z.infer<typeof delegationToldSchema>;

/** What `fortnight delegate list` answers. */
export const delegationListSchema = z.strictObject({
  today: day,
  /** Of all of them, what matters most first. */
  alerts: z.array(delegationAlertSchema),
  /** Open ones by the day they are due, then closed ones, newest first. */
  delegations: z.array(delegationToldSchema),
  /** What was looked at for progress and take-backs, or why nothing was. */
  notes: z.array(z.string()),
});
export type DelegationList = z.infer<typeof delegationListSchema>;

/** What `fortnight delegate new`, `check-in`, `done`, `take-back` and `show` answer. */
export const delegationAnswerSchema = z.strictObject({
  /** What was done, in one sentence; null where nothing was. */
  did: z.string().nullable(),
  delegation: delegationToldSchema,
});
export type DelegationAnswer = z.infer<typeof delegationAnswerSchema>;

/** Why an area is worth handing over. */
export const HAND_OVER_REASONS = ['known-to-one', 'routine-approvals', 'hands-on'] as const;
export const handOverSchema = z.strictObject({
  repository: z.string(),
  area: z.string(),
  /** Files of the area as globs; empty where a few do not describe it. */
  paths: z.array(z.string()),
  reasons: z
    .array(
      z.strictObject({
        /** The measure that says so. */
        measure: z.enum(HAND_OVER_REASONS),
        /** One sentence to the lead, about the lead. */
        because: z.string(),
        evidence: z.array(evidenceSchema),
        evidenceTotal: z.int().min(0),
      }),
    )
    .min(1),
  /** Who has worked there, and who is active and would learn it. Sets, never an order. */
  knows: peopleSchema,
  couldLearn: peopleSchema,
  /** The command for any of them, with `NAME` for the person; and for each of them, by name. */
  command: z.string(),
  commands: z.array(z.strictObject({ to: z.string(), line: z.string() })),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** What `fortnight delegate suggest` answers. */
export const delegationSuggestionsSchema = z.strictObject({
  repositories: z.array(z.string()),
  lead: z.string().nullable(),
  /** One sentence; says so where there is not enough evidence. */
  answer: z.string(),
  suggestions: z.array(handOverSchema),
  notes: z.array(z.string()),
});
export type DelegationSuggestions = z.infer<typeof delegationSuggestionsSchema>;

/** What `fortnight delegate calendar --output FILE` answers. */
export const delegationCalendarSchema = z.strictObject({
  file: z.string(),
  /** Entries in it, and those of them that are new, differ from before, or were called off. */
  entries: z.int(),
  added: z.int(),
  changed: z.int(),
  cancelled: z.int(),
});
export type DelegationCalendar = z.infer<typeof delegationCalendarSchema>;
