import { z } from 'zod';
import { confidenceSchema, FIGURE_KINDS, shareSchema } from './report.ts';
import { leadSchema } from './setting.ts';
import { TREND_STEPS } from './trend-steps.ts';

/** What a measure says of one window. */
export const trendPointSchema = z.object({
  /** The window, in seconds since 1970. */
  since: z.number(),
  until: z.number(),
  /** Null: not enough evidence, or nobody to ask about. */
  figure: z.union([z.number(), shareSchema, z.null()]),
  confidence: confidenceSchema,
});
export type TrendPoint = z.infer<typeof trendPointSchema>;

/**
 * A measure asked again for windows of the same length that end earlier. Neighbouring windows overlap where they are
 * longer than the step between them; it shows what happened, and foretells nothing.
 */
export const trendSchema = z.object({
  measure: z.string(),
  title: z.string(),
  figureKind: z.enum(FIGURE_KINDS),
  every: z.enum(TREND_STEPS),
  /** Length of each window, in days. */
  days: z.number(),
  lead: leadSchema,
  /** Oldest first; the last is the window that was asked about. */
  points: z.array(trendPointSchema),
  /** What can be said of the line in one sentence. */
  answer: z.string(),
  /** What of the past is seen as it is today. */
  notes: z.array(z.string()),
});
export type Trend = z.infer<typeof trendSchema>;
