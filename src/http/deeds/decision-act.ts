import { z } from 'zod';
import {
  abandonDecision,
  acceptDecision,
  extendDecision,
  proposeDecision,
  rejectDecision,
} from '../../app/practice/decide.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { supersedeDecision } from '../../app/practice/supersede-decision.ts';
import { decisionAnswerSchema } from '../../domain/decisions.ts';
import { deed } from '../deed.ts';

const line = z.string().trim().min(1).max(2000).optional();
const day = z.iso.date().optional();

/** Takes a decision a step further; what an act does not ask for is left aside. */
export const decisionActDeed = deed({
  summary: 'Propose, accept, reject, extend, abandon or supersede a decision',
  body: z.strictObject({
    id: z.string().min(1).max(400),
    act: z.enum(['propose', 'accept', 'reject', 'extend', 'abandon', 'supersede']),
    owner: line,
    /** What is decided, and why. */
    outcome: z.string().trim().max(20_000).optional(),
    dissent: z.array(z.string().trim().min(1).max(2000)).max(200).optional(),
    because: line,
    /** The day on which it is looked at again. */
    revisit: day,
    decideBy: day,
    until: day,
    /** Title of what takes its place. */
    title: z.string().trim().min(1).max(500).optional(),
  }),
  answer: decisionAnswerSchema,
  isAllowedInDemo: true,
  async do({ session, body: { id, act, because, owner, decideBy, until, title, ...accepted } }) {
    const at = await practicePlace(session);
    switch (act) {
      case 'propose':
        return await proposeDecision(at, id, { because, decideBy, owner });
      case 'accept':
        return await acceptDecision(at, id, { owner, because, ...accepted });
      case 'reject':
        return await rejectDecision(at, id, because);
      case 'abandon':
        return await abandonDecision(at, id, because);
      case 'extend':
        return await extendDecision(at, id, until ?? '', because ?? '');
      case 'supersede':
        return await supersedeDecision(at, id, { by: undefined, title });
    }
  },
});
