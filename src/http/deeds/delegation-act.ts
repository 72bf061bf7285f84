import { z } from 'zod';
import { closeDelegation, holdDelegationCheckIn } from '../../app/practice/delegations.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { delegationAnswerSchema } from '../../domain/delegations.ts';
import { deed } from '../deed.ts';

/** Notes a check-in, or ends a contract. */
export const delegationActDeed = deed({
  summary: 'Note a check-in that took place, or say that a delegation is done or taken back',
  body: z.strictObject({
    id: z.string().min(1).max(400),
    act: z.enum(['check-in', 'done', 'taken-back']),
    /** What came of the check-in; how it ended. */
    note: z.string().trim().min(1).max(2000).nullable().default(null),
  }),
  answer: delegationAnswerSchema,
  isAllowedInDemo: true,
  async do({ session, body: { id, act, note } }) {
    const at = await practicePlace(session);
    if (act === 'check-in') return await holdDelegationCheckIn(at, id, { on: null, note });
    return await closeDelegation(at, id, { status: act, because: note });
  },
});
