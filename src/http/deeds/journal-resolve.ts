import { z } from 'zod';
import { resolveClaim } from '../../app/practice/journal.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { recordData } from '../../app/practice/record-data.ts';
import { recordSchema } from '../../domain/records/entry.ts';
import { CLAIM_OUTCOMES } from '../../domain/records/journal.ts';
import { deed } from '../deed.ts';

/** Says what became of a claim. */
export const journalResolveDeed = deed({
  summary: 'Say whether a claim held, failed or cannot be known',
  body: z.strictObject({ id: z.string().min(1).max(400), outcome: z.enum(CLAIM_OUTCOMES) }),
  answer: recordSchema,
  isAllowedInDemo: true,
  do: async ({ session, body: { id, outcome } }) =>
    recordData(await resolveClaim(await practicePlace(session), id, outcome)),
});
