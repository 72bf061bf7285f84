import { describeSession } from '../../app/describe-session.ts';
import { sessionSchema } from '../../domain/session.ts';
import { asked } from '../asked.ts';
import { standingQuestion } from '../question.ts';

/** What the server looks at and how far it is, the measures there are, and who can be chosen as away. */
export const sessionQuestion = standingQuestion({
  summary: 'What is looked at: repositories, state of the facts, window, lead, measures, people',
  query: asked,
  answer: sessionSchema,
  answerNow: ({ session, query }) => describeSession(session, query),
});
