import { z } from 'zod';
import { OUTCOMES } from './outcome.ts';
import { ABSENCE_KINDS, NOT_COMPARED } from './past-absence.ts';
import { peopleSchema } from './report.ts';

const count = z.int().min(0);

/** One week, Monday to Sunday (UTC). Counts are of the team, and of who is away. */
export const weekSchema = z.object({
  /** Its Monday, in seconds since 1970. */
  from: z.number(),
  /** False where the history begins or ends within it: its counts are of a part of it. */
  isWhole: z.boolean(),
  /** Changes that landed and who is away is no author of; of them, those that passed through who is away. */
  landed: count,
  through: count,
  /** Changes that who is away had a part in writing. */
  own: count,
  /** Teammates' changes a week over the eight weeks before; null where the history does not reach back so far. */
  usual: z.number().nullable(),
  /** Teammates' changes of which it is known how long they had waited when they landed, and the median of that, in seconds. */
  waited: z.object({ changes: count, median: z.number().min(0).nullable() }),
});
export type Week = z.infer<typeof weekSchema>;

/** The team's flow week by week, and when who is away was silent in it. It shows what was; why somebody was silent is not known. */
export const weeksSchema = z.object({
  repositories: z.array(z.string()),
  away: peopleSchema,
  /** Who is away in a few words, as sentences call them. */
  who: z.string(),
  /** In seconds since 1970: nothing later was looked at. */
  moment: z.number(),
  /** Every week from the first change on, or the last so many that were asked for; oldest first. */
  weeks: z.array(weekSchema),
  /** When the first change landed; null of an empty history. */
  began: z.number().nullable(),
  /** Silences of ten business days or more that reach into these weeks, newest first. Of several people: of all at once. */
  absences: z.array(
    z.object({
      from: z.number(),
      /** Null: still silent. */
      to: z.number().nullable(),
      kind: z.enum(ABSENCE_KINDS),
      notCompared: z.enum(NOT_COMPARED).nullable(),
      outcome: z.enum(OUTCOMES).nullable(),
      /** Its days, what came of it, and what teammates' work did, in words. */
      said: z.string(),
    }),
  ),
});
export type Weeks = z.infer<typeof weeksSchema>;
