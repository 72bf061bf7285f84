import { z } from 'zod';
import { OUTCOMES } from './outcome.ts';
import { evidenceSchema, peopleSchema, shareSchema } from './report.ts';

/**
 * temporary: a gap of at most 60 days, then active in 2 of the next 4 weeks. fading: came back within 180 days, but was seen
 * in fewer of those weeks. long: 61 to 180 days, then active as before. departed: a gap of more than 180 days, whether or not
 * there is activity after it. ongoing: too early to tell; still silent, or back for less than those four weeks.
 */
export const ABSENCE_KINDS = ['temporary', 'fading', 'long', 'departed', 'ongoing'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Why an absence is not among those the study looked at: the history is young, or teammates' work is too little. */
export const NOT_STUDIED = ['first-year', 'few-changes', 'little-usual'] as const;
export type NotStudied = (typeof NOT_STUDIED)[number];

/** Why an absence is not counted among those that can be compared: the first of these that holds. */
export const NOT_COMPARED = ['not-over', 'not-temporary', 'holidays', 'others-away', 'not-studied'] as const;
export type NotCompared = (typeof NOT_COMPARED)[number];

const count = z.int().min(0);
const evidence = { evidence: z.array(evidenceSchema), evidenceTotal: count };

/** How long changes had waited when they landed, since their last work: those of them of which that is known. */
const waitedSchema = z.object({
  changes: count,
  /** Median, in seconds; null without a change. */
  median: z.number().min(0).nullable(),
});
export type Waited = z.infer<typeof waitedSchema>;

/** One silence of ten business days or more, and what teammates' work did around it. Counts are of changes the person is no author of. */
export const pastAbsenceSchema = z.object({
  /** Beginning of the first silent day, and of the first day of activity again; seconds since 1970. Null: still silent. */
  from: z.number(),
  to: z.number().nullable(),
  /** Monday to Friday. */
  businessDays: count,
  kind: z.enum(ABSENCE_KINDS),
  /** One of the first 14 days lies between 20 December and 4 January, when everybody may be away. */
  touchesHolidays: z.boolean(),
  /** Other key people silent on at least 8 of the first 14 days. */
  othersAway: count,
  notStudied: z.enum(NOT_STUDIED).nullable(),
  notCompared: z.enum(NOT_COMPARED).nullable(),
  flow: z.object({
    /** Landed in the 56 days before, per 14 days. */
    usual: z.number(),
    /** Landed in the first 14 days of silence; null while they are not over. */
    landed: count.nullable(),
    /** Landed in the 14 days after the return; null while they are not over. */
    after: count.nullable(),
    /** Null where it is too early, nothing was usual, or teammates' work was too little to say. */
    outcome: z.enum(OUTCOMES).nullable(),
  }),
  /** Of changes landed in the 56 days before, in the silence, and in the 14 days after it. */
  waited: z.object({ before: waitedSchema, during: waitedSchema, after: waitedSchema.nullable() }),
  /** Changes the person landed in the first 14 days back; `waiting`: of them, those last worked on before the return. */
  back: z.object({ landed: count, waiting: count, ...evidence }).nullable(),
  /** Fortnights within a year in which the person was present. */
  present: z.object({
    windows: count,
    /** Median of landed / usual in them. */
    median: z.number().nullable(),
    /** Mean of ln((landed + 1) / (usual + 1)), and the same drawn towards 0 by three windows nobody saw. */
    logRatio: z.number().nullable(),
    shrunk: z.number(),
  }),
  /** Who landed others' work where only the person had landed in the 13 weeks before; a set, without figures. */
  steppedIn: z.object({ people: peopleSchema, ...evidence }),
  /** As it stood on the first silent day. D and G are null where landing was hidden too often to conclude anything. */
  visibility: shareSchema.nullable(),
  gate: shareSchema.nullable(),
  dependence: shareSchema.nullable(),
  /** What landed in the first 14 days of silence. */
  ...evidence,
});
export type PastAbsence = z.infer<typeof pastAbsenceSchema>;

/** Every silence of a person before a moment, newest first. Why they were silent is not known. */
export const pastAbsencesSchema = z.object({
  person: z.string(),
  /** In seconds since 1970: nothing later was looked at. */
  moment: z.number(),
  absences: z.array(pastAbsenceSchema),
});
export type PastAbsences = z.infer<typeof pastAbsencesSchema>;
