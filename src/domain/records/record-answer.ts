import { z } from 'zod';
import { recordSchema, recordVersionSchema } from './entry.ts';

/** Records of one kind, as `fortnight <command> list` answers. */
export const recordListSchema = z.strictObject({
  /** Id of their kind. */
  kind: z.string(),
  /** Newest first. */
  records: z.array(recordSchema),
  /** How many more there are, which rest or are older, and are not listed. */
  more: z.int().min(0),
  /** Files there that cannot be read, and why. */
  unreadable: z.array(z.strictObject({ path: z.string(), why: z.string() })),
});
export type RecordList = z.infer<typeof recordListSchema>;

/** One record, as `show`, `new` and `set` answer. */
export const recordAnswerSchema = z.strictObject({
  /** What was done with it; `same`: what was asked for stood there already, and nothing was written. */
  deed: z.enum(['shown', 'written', 'changed', 'same']),
  record: recordSchema,
  /** Its versions in the history of its repository, newest first; empty where git keeps none. */
  history: z.array(recordVersionSchema),
});
export type RecordAnswer = z.infer<typeof recordAnswerSchema>;
