import { z } from 'zod';
import { showDecision } from '../../app/practice/decide.ts';
import { decisionAnswerSchema } from '../../domain/decisions.ts';
import { practiceQuestion } from '../practice-question.ts';

/** Where one decision stands, and the questions it does not answer yet. */
export const decisionQuestion = practiceQuestion({
  summary: 'One decision: where it stands, what it does not answer yet',
  query: { id: z.string().min(1).max(400) },
  told: decisionAnswerSchema,
  tell: ({ at, query }) => showDecision(at, query.id),
});
