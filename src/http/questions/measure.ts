import { explain } from '../../app/explain.ts';
import { measures } from '../../app/measures.ts';
import { explanationSchema } from '../../domain/explanation.ts';
import { asked } from '../asked.ts';
import { measureIdSchema, measureOf, parameterList, parametersOf } from '../measure-parameters.ts';
import { question } from '../question.ts';

/** One measure of the index taken apart: its formula, when it misleads, its rows and the evidence of each, opened. */
export const measureQuestion = question({
  summary: `One measure with its formula, rows and opened evidence: ${measures.map(({ id }) => id).join(', ')}`,
  query: asked.extend({ measure: measureIdSchema, parameter: parameterList }),
  answer: explanationSchema,
  answerFrom: ({ opened, query }) => {
    const measure = measureOf(query.measure);
    return explain(opened.facts, opened.setting, measure, { parameters: parametersOf(measure, query.parameter) });
  },
});
