import { z } from 'zod';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { beginRecord } from '../../app/practice/told-records.ts';
import { recordSchema } from '../../domain/records/entry.ts';
import { deed } from '../deed.ts';

/** Writes a new record, in the repository or the private folder; in the demo, in memory alone. */
export const recordNewDeed = deed({
  summary: 'Write a new record',
  body: z.strictObject({
    kind: z.string().max(100),
    title: z.string().trim().min(1).max(500),
    fields: z.record(z.string().max(100), z.json()).default({}),
    sections: z.record(z.string().max(500), z.string().max(100_000)).default({}),
  }),
  answer: recordSchema,
  isAllowedInDemo: true,
  do: async ({ session, body }) => beginRecord(await practicePlace(session), body),
});
