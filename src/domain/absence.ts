import { z } from 'zod';
import { dependenceSchema } from './dependence.ts';
import { deputiesSchema, nobodyElseSchema } from './deputies.ts';
import { movePlanSchema } from './moves.ts';
import { openDecisionsSchema, openWorkSchema } from './open-work.ts';
import { outcomeBandSchema } from './outcome-band.ts';
import { pastAbsencesSchema } from './past-absence.ts';
import { replaySchema } from './replay.ts';
import { peopleSchema } from './report.ts';
import { settingSchema } from './setting.ts';

/**
 * The vacation test for one absence: what passes only through who is away, what absences like it did elsewhere, what would
 * have nobody else, who could cover, what happened before, and what would change the answer. Figures are about who is
 * away (the lead, or whoever was asked about) and about the team; nobody else has one.
 */
export const absenceSchema = z.object({
  ...settingSchema.shape,
  question: z.string(),
  /** What the evidence says in a few sentences; never a forecast. */
  answer: z.string(),
  away: peopleSchema,
  /** The question is about the lead alone. */
  isLead: z.boolean(),
  /** First day away in seconds since 1970, and how many calendar days. */
  from: z.number(),
  days: z.int(),
  /** Nothing that landed at or after it was looked at, in seconds since 1970. */
  moment: z.number(),
  dependence: dependenceSchema,
  outcome: outcomeBandSchema,
  replay: replaySchema,
  deputies: deputiesSchema,
  nobodyElse: nobodyElseSchema,
  openWork: openWorkSchema,
  openDecisions: openDecisionsSchema,
  past: pastAbsencesSchema,
  moves: movePlanSchema,
});
export type Absence = z.infer<typeof absenceSchema>;

/** What of an absence can be looked at on its own: `fortnight absence --show WHAT`. */
export const ABSENCE_VIEWS = [
  'overview',
  'dependence',
  'outcome',
  'replay',
  'cover',
  'alone',
  'past',
  'moves',
  'all',
] as const;
export type AbsenceView = (typeof ABSENCE_VIEWS)[number];
