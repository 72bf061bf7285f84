import { z } from 'zod';
import { evidenceSchema, peopleSchema, shareSchema } from './report.ts';

const count = z.int().min(0);
const evidence = { evidence: z.array(evidenceSchema), evidenceTotal: count };

/** Which way an author's changes have besides the person away: none (g of 0.8 and more), some (over 0.3), others. */
export const WAYS = ['none', 'some', 'others'] as const;
export type Way = (typeof WAYS)[number];

/**
 * What of teammates' work passes through one person, as it stood at one moment. Shares of landing are null where who
 * landed is known of fewer than 60 % of the changes: nothing may be concluded from them.
 */
export const dependenceSchema = z.object({
  /** Teammates' changes of 91 days, and those of them whose lander is known. */
  changes: count,
  visible: count,
  visibility: shareSchema.nullable(),
  /** G: of all of them, those the person landed. */
  gate: shareSchema.nullable(),
  /** D of the last 56 days. */
  dependence: shareSchema.nullable(),
  /** Teammates' changes of 56 days, and those of them the person landed. */
  work: count,
  landed: count,
  /** Of the work, by the way its authors have; sets of names carry no figure of their own. */
  streams: z.array(z.object({ way: z.enum(WAYS), changes: count, authors: peopleSchema, ...evidence })),
  /** Of the work, by area, where most depends on the person first; a change in several areas counts in each. */
  areas: z.array(
    z.object({
      repository: z.string(),
      /** Null: no area. */
      area: z.string().nullable(),
      changes: count,
      landed: count,
      dependence: shareSchema.nullable(),
      ...evidence,
    }),
  ),
});
export type DependenceAnswer = z.infer<typeof dependenceSchema>;
