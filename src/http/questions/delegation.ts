import { z } from 'zod';
import { delegationBoard } from '../../app/practice/delegations.ts';
import { delegationToldSchema } from '../../domain/delegations.ts';
import { FortnightError } from '../../domain/errors.ts';
import { optionalFacts } from '../optional-facts.ts';
import { practiceQuestion } from '../practice-question.ts';

/** One contract: its check-ins, what landed of it, what the lead took back. */
export const delegationQuestion = practiceQuestion({
  summary: 'One delegation: its check-ins, what landed of it, what the lead took back',
  query: { id: z.string().min(1).max(400) },
  told: delegationToldSchema,
  async tell({ at, session, query }) {
    const { delegations } = await optionalFacts(session, query, (opened) => delegationBoard(at, opened, { all: true }));
    const found = delegations.find(({ record }) => record.id === query.id);
    if (found === undefined) throw noSuchDelegation(query.id);
    return found;
  },
});

const noSuchDelegation = (id: string): FortnightError =>
  new FortnightError('no-such-record', `There is no delegation called ${id}.`, { hint: 'It may have been renamed.' });
