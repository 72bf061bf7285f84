import { z } from 'zod';
import { settleIntervention } from '../../app/practice/interventions.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { interventionAnswerSchema } from '../../domain/interventions.ts';
import { deed } from '../deed.ts';

/** Says what came of stepping in, or of holding back. */
export const interventionSettleDeed = deed({
  summary: 'Say what came of an intervention',
  body: z.strictObject({ id: z.string().min(1).max(400), outcome: z.string().max(40) }),
  answer: interventionAnswerSchema,
  isAllowedInDemo: true,
  do: async ({ session, body: { id, outcome } }) => settleIntervention(await practicePlace(session), id, outcome),
});
