import { z } from 'zod';
import { recordSchema, recordVersionSchema } from './records/entry.ts';
import { evidenceSchema, shareSchema } from './report.ts';

/** Where a decision stands on a day: its state, its clock, and what is asked of its owner. */
export const decisionStandingSchema = z.strictObject({
  /**
   * A word of the kind; `reopened`: it is in force, and an assumption or a confirmation did not hold or its revisit has come;
   * `unknown`: its file says none that is known.
   */
  state: z.enum([
    'draft',
    'proposed',
    'accepted',
    'rejected',
    'abandoned',
    'deprecated',
    'superseded',
    'reopened',
    'unknown',
  ]),
  /** The one who decides; null where nobody, or more than one, is named. */
  owner: z.string().nullable(),
  clock: z.strictObject({
    /** `none`: it is decided, or has no day. */
    state: z.enum(['none', 'running', 'soon', 'overdue']),
    decideBy: z.iso.date().nullable(),
    /** Negative when overdue. */
    daysLeft: z.int().nullable(),
    /** How often more time was taken. */
    extensions: z.int().min(0),
  }),
  /** Why it is open again, a sentence each. */
  reopened: z.array(z.string()),
  /** What is to be done now; null when nothing is. */
  asks: z.string().nullable(),
});
export type DecisionStanding = z.infer<typeof decisionStandingSchema>;

/** A decision and where it stands. */
export const decisionToldSchema = z.strictObject({ record: recordSchema, standing: decisionStandingSchema });
export type DecisionTold = z.infer<typeof decisionToldSchema>;

/** The log as `fortnight decide list` answers. */
export const decisionListSchema = z.strictObject({
  today: z.iso.date(),
  /** What asks for something first, by its day; then the newest. */
  decisions: z.array(decisionToldSchema),
  /** How many more there are, which rest and are not listed. */
  more: z.int().min(0),
  /** Files there that cannot be read, and why. */
  unreadable: z.array(z.strictObject({ path: z.string(), why: z.string() })),
  /** What is wrong with the log as a whole: a number given twice, a link that one side alone tells. */
  notes: z.array(z.string()),
});
export type DecisionList = z.infer<typeof decisionListSchema>;

/** One decision after a deed, as every command answers that changes one. */
export const decisionAnswerSchema = z.strictObject({
  deed: z.enum(['shown', 'written', 'changed', 'same']),
  decision: decisionToldSchema,
  /** The other end, where two were changed. */
  other: decisionToldSchema.nullable(),
  /** Its versions in git, newest first; empty where git keeps none. */
  history: z.array(recordVersionSchema),
  /** Questions nobody answered in it yet, each with the option that answers it. */
  unanswered: z.array(z.strictObject({ option: z.string(), question: z.string() })),
});
export type DecisionAnswer = z.infer<typeof decisionAnswerSchema>;

/** How fast decisions were made, from proposal to decision, in the history of their files. */
export const decisionLatencySchema = z.strictObject({
  /** Median days; null: not enough evidence. */
  median: z.number().nullable(),
  /** A 95 % interval of the median, from the order of the values; null where there are too few for one. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Decisions whose history shows them proposed and then decided. */
  count: z.int().min(0),
  /** Those first committed when they were decided already: nothing is known of their time. */
  decidedAtOnce: z.int().min(0),
  decisions: z.array(
    z.strictObject({ id: z.string(), title: z.string(), days: z.number(), proposed: z.string(), decided: z.string() }),
  ),
});
export type DecisionLatency = z.infer<typeof decisionLatencySchema>;

/** What the evidence says of the log: its speed, and the busy areas that no decision names. */
export const decisionEvidenceSchema = z.strictObject({
  latency: decisionLatencySchema,
  coverage: z.strictObject({
    /** Of the busy areas, those that a decision in force names; null where none is busy. */
    share: shareSchema.nullable(),
    /** From so many changes in the window an area counts as busy. */
    busyFrom: z.int(),
    uncovered: z.array(
      z.strictObject({
        area: z.string(),
        changes: z.int(),
        evidence: z.array(evidenceSchema),
      }),
    ),
  }),
  notes: z.array(z.string()),
});
export type DecisionEvidence = z.infer<typeof decisionEvidenceSchema>;

/** What is to show that a decision works, and what it shows now. */
export const decisionConfirmSchema = z.strictObject({
  decision: decisionToldSchema,
  confirm: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('measure'),
      measure: z.string(),
      sign: z.enum(['>=', '<=', '>', '<']),
      bound: z.number(),
      /** The figure now; null: not enough evidence. */
      value: z.number().nullable(),
      /** With it: its interval lies wholly on one side. Null: not enough evidence, or the interval holds the bound. */
      held: z.boolean().nullable(),
      says: z.string(),
    }),
    /** A command is shown, never run: a person runs it and says what came of it. */
    z.strictObject({ kind: z.literal('command'), command: z.string() }),
    z.strictObject({ kind: z.literal('words'), words: z.string() }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  /** What was written down now; null where nothing was. */
  recorded: z.enum(['yes', 'no']).nullable(),
});
export type DecisionConfirm = z.infer<typeof decisionConfirmSchema>;
