import { z } from 'zod';

/** What a scan did, repository by repository. */
export const scanSummarySchema = z.object({
  repositories: z.array(
    z.object({
      repository: z.string(),
      /** full: everything was read; incremental: what was new; unchanged: nothing was new; skipped: not even looked at. */
      mode: z.enum(['full', 'incremental', 'unchanged', 'skipped']),
      commits: z.int(),
      isShallow: z.boolean(),
      isPartial: z.boolean(),
      warnings: z.array(z.string()),
    }),
  ),
  dataDirectory: z.string(),
});
export type ScanSummary = z.infer<typeof scanSummarySchema>;
