import { delegationBoard } from '../../app/practice/delegations.ts';
import { delegationListSchema } from '../../domain/delegations.ts';
import { optionalFacts } from '../optional-facts.ts';
import { practiceQuestion } from '../practice-question.ts';

/** Every contract, and what the lead is told about their own part of it. */
export const delegationsQuestion = practiceQuestion({
  summary: 'The delegation board: what waits for the lead, and every contract by where it stands',
  query: {},
  told: delegationListSchema,
  tell: ({ at, session, query }) =>
    optionalFacts(session, query, (opened) => delegationBoard(at, opened, { all: true })),
});
