import { measures } from '../../app/measures.ts';
import { scorecardView } from '../../app/scorecard-view.ts';
import { scorecardViewSchema } from '../../domain/scorecard-view.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** The scorecard: the old beside the new, then every measure once, in groups. */
export const scorecardQuestion = question({
  summary: 'The scorecard: old beside new, every measure once',
  query: asked,
  answer: scorecardViewSchema,
  answerFrom: ({ opened }) => scorecardView(opened.facts, opened.setting, measures),
});
