import { reviewWith } from '../../app/practice/week.ts';
import { weekReviewSchema } from '../../domain/week-review.ts';
import { practiceQuestion } from '../practice-question.ts';

/** The weekly review, prepared from records and, where there are some, from facts. */
export const weekQuestion = practiceQuestion({
  summary: 'The weekly review: what is due, what changed, one question',
  query: {},
  told: weekReviewSchema,
  tell: ({ at, session, query: { since, until, lead } }) =>
    session.state === 'ready'
      ? session.ask({ since, until, lead }, (opened) => reviewWith(at, opened))
      : reviewWith(at, { missing: session.error?.message ?? 'The history is being read.' }),
});
