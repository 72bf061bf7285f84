import { z } from 'zod';
import { peopleSchema } from './report.ts';
import { leadSchema } from './setting.ts';

/** Whom a question about an absence may be asked of; a set of names, in no order but that of the alphabet. */
export const askableSchema = z.object({
  /** Who is asked about when nobody is named, and why; or why nobody could be told to be it. */
  lead: leadSchema,
  /** Where the evidence ends, in seconds since 1970. */
  until: z.number(),
  people: peopleSchema,
});
export type Askable = z.infer<typeof askableSchema>;
