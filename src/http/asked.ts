import { z } from 'zod';

/** What every question takes: the stretch of time and the lead, as on the command line (`--since`, `--until`, `--lead`). */
export const asked = z.object({
  since: z.string().max(100).optional(),
  until: z.string().max(100).optional(),
  lead: z.string().max(400).optional(),
});
export type Asked = z.output<typeof asked>;
