import { listDecisions } from '../../app/practice/decide.ts';
import { decisionListSchema } from '../../domain/decisions.ts';
import { practiceQuestion } from '../practice-question.ts';

/** The decision log of the repository: what asks for something first. */
export const decisionsQuestion = practiceQuestion({
  summary: 'Every decision, and where it stands today',
  query: {},
  told: decisionListSchema,
  tell: ({ at }) => listDecisions(at, { all: true }),
});
