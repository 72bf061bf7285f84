import { z } from 'zod';
import { codingSharesSchema } from './coding-log.ts';
import { journalCalibrationSchema } from './journal-calibration.ts';
import { OUTCOMES } from './outcome.ts';
import { ABSENCE_KINDS } from './past-absence.ts';
import { evidenceSchema } from './report.ts';
import { figuresThenNowSchema } from './week-review.ts';

/**
 * A quarter as evidence and journal tell it, for a conversation with whoever leads the lead. About the lead and the team: people stand in
 * it only where a record of the lead's names them.
 */

const day = z.iso.date();
const count = z.int().min(0);

/** A record of the quarter in one line. */
export const quarterRecordSchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  status: z.string().nullable(),
  /** The day that places it in the quarter. */
  on: day,
  /** What else is to be said of it in a few words; null for nothing. */
  remark: z.string().nullable(),
});
export type QuarterRecord = z.infer<typeof quarterRecordSchema>;

/** Some records, told in one sentence and listed. */
export const quarterPartSchema = z.strictObject({
  id: z.enum(['decisions', 'handed-over', 'claims', 'noted', 'interventions']),
  title: z.string(),
  answer: z.string(),
  records: z.array(quarterRecordSchema),
});
export type QuarterPart = z.infer<typeof quarterPartSchema>;

/** What used to be counted: the lead's own output, the quarter before and this one. */
export const oldFigureSchema = z.strictObject({ label: z.string(), before: count.nullable(), now: count.nullable() });
export type OldFigure = z.infer<typeof oldFigureSchema>;

/** A silence of the lead's that began in the quarter, and what teammates' work did in it. */
export const quarterAbsenceSchema = z.strictObject({
  from: day,
  to: day.nullable(),
  businessDays: count,
  kind: z.enum(ABSENCE_KINDS),
  usual: z.number(),
  landed: count.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  evidence: z.array(evidenceSchema),
});
export type QuarterAbsence = z.infer<typeof quarterAbsenceSchema>;

export const quarterSummarySchema = z.strictObject({
  /** `2026-Q4`, its first day, and the first one after it. */
  quarter: z.string(),
  from: day,
  to: day,
  today: day,
  /** False: it goes on, and what is counted is what there is so far. */
  isOver: z.boolean(),
  repositories: z.array(z.string()),
  lead: z.string().nullable(),
  /** The quarter before beside this one. */
  figures: figuresThenNowSchema,
  old: z.array(oldFigureSchema),
  absences: z.array(quarterAbsenceSchema),
  parts: z.array(quarterPartSchema),
  calibration: journalCalibrationSchema.nullable(),
  coding: codingSharesSchema,
  /** What could not be looked at, and what the reader must know. */
  notes: z.array(z.string()),
});
export type QuarterSummary = z.infer<typeof quarterSummarySchema>;

/** What `fortnight quarter` answers. */
export const quarterAnswerSchema = z.strictObject({
  summary: quarterSummarySchema,
  /** Where it was written; null when it was not. */
  file: z.string().nullable(),
});
export type QuarterAnswer = z.infer<typeof quarterAnswerSchema>;
