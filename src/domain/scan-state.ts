import { z } from 'zod';
import { scanSummarySchema } from './scan-summary.ts';

/**
 * How far the one scan is that a server runs, or how the last one ended. Told again and again while it runs; whoever asks
 * late hears the same as who listened from the start.
 */
export const scanStateSchema = z.object({
  /** idle: none was asked for yet. cancelled and failed: the facts are those of the last complete scan. */
  state: z.enum(['idle', 'running', 'done', 'cancelled', 'failed']),
  /** What is being read now, as a person calls it. */
  repository: z.string().nullable(),
  /** files: what lies at the head; answers: facts are read again, and what the next question needs is made ready. */
  phase: z.enum(['commits', 'files', 'answers']).nullable(),
  /** Commits read of `repository` so far, and how many there will be; null when nobody knows yet. */
  commits: z.int(),
  total: z.int().nullable(),
  /** Seconds since 1970. */
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
  /** What it did; null until it is done. */
  summary: scanSummarySchema.nullable(),
  /** The same as one sentence: "142 new commits, read in 3 s." Null until it is done. */
  said: z.string().nullable(),
  /** What went wrong and what to do about it; null unless it failed. */
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).nullable(),
});
export type ScanState = z.infer<typeof scanStateSchema>;
