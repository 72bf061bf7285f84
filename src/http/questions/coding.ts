import { z } from 'zod';
import { codingLog } from '../../app/practice/coding.ts';
import { CODING_PERIODS, codingLogSchema } from '../../domain/coding-log.ts';
import { practiceQuestion } from '../practice-question.ts';

/** Why the lead codes: what is to be answered, the answers over time, the hands-on share beside its target. */
export const codingQuestion = practiceQuestion({
  summary: 'The coding log: changes to answer, shares over time, hands-on work beside its target',
  query: { by: z.enum(CODING_PERIODS).default('quarter') },
  told: codingLogSchema,
  tell: ({ at, session, query: { by, since, until, lead } }) =>
    session.ask({ since, until, lead }, (opened) => codingLog(opened, at, { by, target: null })),
});
