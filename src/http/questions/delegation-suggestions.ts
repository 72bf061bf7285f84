import { delegationSuggestions } from '../../app/practice/delegations.ts';
import { delegationSuggestionsSchema } from '../../domain/delegations.ts';
import { practiceQuestion } from '../practice-question.ts';

/** What could be given away, from the evidence. */
export const delegationSuggestionsQuestion = practiceQuestion({
  summary: 'What could be given away, and who has worked there',
  query: {},
  told: delegationSuggestionsSchema,
  tell: ({ at, session, query: { since, until, lead } }) =>
    session.ask({ since, until, lead }, (opened) => delegationSuggestions(at, opened)),
});
