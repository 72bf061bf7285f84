import { z } from 'zod';
import { peopleSchema, reportSchema, shareSchema } from './report.ts';
import { settingSchema } from './setting.ts';

/** What several measures say of one area, side by side: what would wait there, and who could help. */
export const scorecardAreaSchema = z.object({
  area: z.string(),
  /** Teammates' changes that landed there through the lead alone, of those whose lander is known; null: not known. */
  throughLead: shareSchema.nullable(),
  /** Changes of the window there that the lead had a visible part in. */
  withLead: z.int(),
  /** At most one active person has living knowledge of it. */
  isKnownToOne: z.boolean(),
  /** That one, if there is one: somebody to learn from. */
  knownTo: peopleSchema,
  /** Who could cover it without the lead and has worked there; null where the lead has no part, so that nobody was looked for. */
  cover: peopleSchema.nullable(),
});
export type ScorecardArea = z.infer<typeof scorecardAreaSchema>;

/** The first screen: one question, an answer in words, and the reports that it rests on. Never a single number. */
export const scorecardSchema = z.object({
  ...settingSchema.shape,
  question: z.string(),
  answer: z.string(),
  /** Areas in which a person's change landed in the window. */
  activeAreas: z.int(),
  areas: z.array(scorecardAreaSchema),
  reports: z.array(reportSchema),
});
export type Scorecard = z.infer<typeof scorecardSchema>;
