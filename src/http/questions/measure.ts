import { z } from 'zod';
import { explain } from '../../app/explain.ts';
import { measures } from '../../app/measures.ts';
import { FortnightError } from '../../domain/errors.ts';
import { explanationSchema } from '../../domain/explanation.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** One measure of the index taken apart: its formula, when it misleads, its rows and the evidence of each, opened. */
export const measureQuestion = question({
  summary: 'One measure with its formula, rows and opened evidence',
  query: asked.extend({ measure: z.enum(measures.map(({ id }) => id) as [string, ...string[]]) }),
  answer: explanationSchema,
  answerFrom: ({ opened, query }) => {
    const measure = measures.find(({ id }) => id === query.measure);
    if (measure === undefined) throw new FortnightError('unknown-measure', `There is no measure ${query.measure}.`);
    return explain(opened.facts, opened.setting, measure, {});
  },
});
