import { measures } from '../../app/measures.ts';
import { scorecard } from '../../app/scorecard.ts';
import { scorecardSchema } from '../../domain/scorecard.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** The first screen of the command line, as data. */
export const scorecardQuestion = question({
  summary: 'The scorecard: old beside new, every measure once',
  query: asked,
  answer: scorecardSchema,
  answerFrom: ({ opened }) => scorecard(opened.facts, opened.setting, measures, false),
});
