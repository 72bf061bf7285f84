import { z } from 'zod';
import { confidenceSchema, evidenceSchema, FIGURE_KINDS, shareSchema } from './report.ts';
import { scorecardAreaSchema } from './scorecard.ts';
import { settingSchema } from './setting.ts';

const figureSchema = z.union([z.number(), shareSchema, z.null()]);

/** What a measure says on the scorecard: its rows are one click away. */
export const measureCardSchema = z.object({
  measure: z.string(),
  /** The short word it is called by here. */
  label: z.string(),
  title: z.string(),
  question: z.string(),
  /** What its figure means for a lead, in one sentence. */
  meaning: z.string(),
  answer: z.string(),
  figure: figureSchema,
  figureKind: z.enum(FIGURE_KINDS),
  confidence: confidenceSchema,
  notes: z.array(z.string()),
  /** Of all its rows, each piece once, in the order of the rows: at most {@link CARD_EVIDENCE}. */
  evidence: z.array(evidenceSchema),
  /** There is more of it than that, with its rows. */
  evidenceIsCut: z.boolean(),
  /** It can be asked of earlier windows. */
  hasTrend: z.boolean(),
});
export type MeasureCard = z.infer<typeof measureCardSchema>;

/** Pieces of evidence a card carries. */
export const CARD_EVIDENCE = 50;

/** One line of the old or of the new scorecard. */
export const facingRowSchema = z.object({
  label: z.string(),
  /** Null: not enough evidence, see the measure. */
  value: figureSchema,
  kind: z.enum(FIGURE_KINDS),
  measure: z.string(),
  confidence: confidenceSchema,
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.int().min(0),
  /** There is more, with the rows of the measure, and nobody counted how much of it is the same. */
  evidenceIsCut: z.boolean(),
});
export type FacingRow = z.infer<typeof facingRowSchema>;

export const facingSideSchema = z.object({
  title: z.string(),
  about: z.string(),
  /** Which side it is; said in words and never by colour alone. */
  side: z.enum(['old', 'new']),
  rows: z.array(facingRowSchema),
});
export type FacingSide = z.infer<typeof facingSideSchema>;

export const cardGroupSchema = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  measures: z.array(measureCardSchema),
});

/** The scorecard as a page shows it: an answer, the old beside the new, then every measure once. Never a single number. */
export const scorecardViewSchema = z.object({
  ...settingSchema.shape,
  question: z.string(),
  /** The answer: what decides it, then what stands beside that (empty: nothing). */
  headline: z.string(),
  beside: z.string(),
  activeAreas: z.int(),
  sides: z.array(facingSideSchema),
  /** Measures with an answer, in groups. */
  groups: z.array(cardGroupSchema),
  /** Asked, without an answer: what is missing stands in the confidence of each. */
  unanswered: z.array(measureCardSchema),
  areas: z.array(scorecardAreaSchema),
  /** How to read who could cover an area. */
  coverNote: z.string(),
});
export type ScorecardView = z.infer<typeof scorecardViewSchema>;
