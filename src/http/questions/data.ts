import { dataStanding } from '../../app/data-standing.ts';
import { dataStandingSchema } from '../../domain/data-standing.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** What evidence there is, as `fortnight doctor` tells it, with what rests on it and where it lies. */
export const dataQuestion = question({
  summary: 'What evidence there is, what is missing and what that blocks, and where facts lie',
  query: asked,
  answer: dataStandingSchema,
  answerFrom: ({ opened, effects }) => dataStanding(opened, effects),
});
