import { z } from 'zod';

/** What every question takes: the stretch of time and the lead, as on the command line (`--since`, `--until`, `--lead`). */
export const asked = z.object({
  since: z.string().max(100).optional(),
  until: z.string().max(100).optional(),
  lead: z.string().max(400).optional(),
  /** hidden: every name of a person in the answer is replaced by an alias that stays the same (`Person 12`, `the lead`). */
  names: z.enum(['hidden', 'shown']).optional(),
});
export type Asked = z.output<typeof asked>;
