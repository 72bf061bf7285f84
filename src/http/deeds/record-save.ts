import { z } from 'zod';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { saveRecord } from '../../app/practice/told-records.ts';
import { recordSchema } from '../../domain/records/entry.ts';
import { deed } from '../deed.ts';

/** Changes what is said, and nothing else of the file; refused when another text than the one that was read stands there by now. */
export const recordSaveDeed = deed({
  summary: 'Change a record; what else stands in its file stays as it is',
  body: z.strictObject({
    kind: z.string().max(100),
    id: z.string().max(400),
    version: z.string().max(200),
    changes: z.strictObject({
      title: z.string().trim().min(1).max(500).optional(),
      /** Null takes a key away. */
      fields: z.record(z.string().max(100), z.json()).optional(),
      sections: z.record(z.string().max(500), z.string().max(100_000)).optional(),
    }),
  }),
  answer: recordSchema,
  isAllowedInDemo: true,
  do: async ({ session, body }) => saveRecord(await practicePlace(session), body),
});
