import { z } from 'zod';
import { newDelegation } from '../../app/practice/delegations.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { delegationAnswerSchema } from '../../domain/delegations.ts';
import { deed } from '../deed.ts';

const text = z.string().max(2000);

/** A new contract, with its check-ins. */
export const delegationNewDeed = deed({
  summary: 'Agree on a delegation, with check-ins every so many days',
  body: z.strictObject({
    title: z.string().trim().min(1).max(500),
    fields: z.record(z.string().max(100), z.union([text, z.array(text).max(200)])).default({}),
    /** 0: none. */
    every: z.int().min(0).max(365),
  }),
  answer: delegationAnswerSchema,
  isAllowedInDemo: true,
  do: async ({ session, body }) => newDelegation(await practicePlace(session), { ...body, sections: {} }),
});
