import { z } from 'zod';
import { evidenceSchema, reportSchema } from './report.ts';

/** A piece of evidence with what a person needs to recognise and open it. */
export const openedEvidenceSchema = z.object({
  ...evidenceSchema.shape,
  /** Subject of the commit or change; null where there is none. */
  title: z.string().nullable(),
  /** When it landed, in seconds since 1970. */
  time: z.number().nullable(),
  /** Where it can be opened on the forge, when that is known. */
  url: z.string().nullable(),
});
export type OpenedEvidence = z.infer<typeof openedEvidenceSchema>;

/** A figure taken apart: formula, parameters, when it misleads, and the evidence it rests on. */
export const explanationSchema = z.object({
  /** What the figure means for a lead, in one sentence. */
  meaning: z.string(),
  formula: z.string(),
  misleads: z.string(),
  source: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      default: z.number(),
      min: z.number(),
      max: z.number(),
      doc: z.string(),
    }),
  ),
  report: reportSchema,
  /** As many entries as the report has rows, in their order. */
  evidence: z.array(z.array(openedEvidenceSchema)),
});
export type Explanation = z.infer<typeof explanationSchema>;
