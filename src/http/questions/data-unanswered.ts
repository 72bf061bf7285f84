import { unanswered } from '../../app/data-standing.ts';
import { unansweredSchema } from '../../domain/data-standing.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Asks every measure, so it is a question of its own: the rest of the page need not wait for it. */
export const dataUnansweredQuestion = question({
  summary: 'Which measures have no answer here, and why',
  query: asked,
  answer: unansweredSchema,
  answerFrom: ({ opened }) => unanswered(opened),
});
