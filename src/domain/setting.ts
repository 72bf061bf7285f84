import { z } from 'zod';

/** Who is taken to be the lead, and why: said wherever a figure about the lead is shown. */
export const leadSchema = z.object({
  /** `people.person`; null when nobody could be told to be it. */
  person: z.string().nullable(),
  name: z.string().nullable(),
  /** given: by `--lead`; configured: by fortnight.yml; inferred: from the history; nobody: no one could be told. */
  basis: z.enum(['given', 'configured', 'inferred', 'nobody']),
  /** One sentence. */
  reason: z.string().min(1),
  /** Somebody else comes close: the reader should check. */
  isClose: z.boolean(),
});
export type Lead = z.infer<typeof leadSchema>;

/** What every answer rests on, settled once per run. */
export const settingSchema = z.object({
  repositories: z.array(z.string()),
  window: z.object({ since: z.number(), until: z.number() }),
  lead: leadSchema,
  /** Some history or objects are missing (a shallow or partial clone): the exit code is 3. */
  isPartial: z.boolean(),
  /** What the reader must know of all figures: a moved window, what the configuration changed, what the scan missed. */
  notes: z.array(z.string()),
});
export type Setting = z.infer<typeof settingSchema>;
