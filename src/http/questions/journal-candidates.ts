import { journalCandidates } from '../../app/practice/journal-candidates.ts';
import { journalCandidatesSchema } from '../../domain/journal-candidates.ts';
import { practiceQuestion } from '../practice-question.ts';

/** As far back as somebody remembers what they did. */
const DAYS = 30;

/** What the lead visibly did for others and has not logged. */
export const journalCandidatesQuestion = practiceQuestion({
  summary: 'What the evidence shows of what no figure counts, and the journal does not name yet',
  query: {},
  told: journalCandidatesSchema,
  tell: ({ at, session, query: { since, until, lead } }) =>
    session.ask({ since, until, lead }, (opened) => journalCandidates(opened, at, DAYS)),
});
