import { z } from 'zod';
import { trend } from '../../app/trend.ts';
import { trendSchema } from '../../domain/trend.ts';
import { TREND_STEPS } from '../../domain/trend-steps.ts';
import { asked } from '../asked.ts';
import { measureIdSchema, measureOf, parameterList, parametersOf } from '../measure-parameters.ts';
import { question } from '../question.ts';

/** A measure at several moments: windows of the same length, each ending a month or a quarter earlier. */
export const trendQuestion = question({
  summary: 'A measure asked again for earlier windows of the same length',
  query: asked.extend({
    measure: measureIdSchema,
    parameter: parameterList,
    every: z.enum(TREND_STEPS).default('quarter'),
    moments: z.coerce.number().int().min(2).max(24).default(8),
  }),
  answer: trendSchema,
  answerFrom: ({ opened, query: { measure: id, parameter, every, moments } }) => {
    const measure = measureOf(id);
    const parameters = parametersOf(measure, parameter);
    return trend(opened.facts, opened.setting, measure, { every, moments, parameters });
  },
});
