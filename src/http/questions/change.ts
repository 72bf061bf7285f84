import { z } from 'zod';
import { changePage } from '../../app/change-page.ts';
import { changePageSchema } from '../../domain/change-page.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Everything the facts say of one change. */
export const changeQuestion = question({
  summary: 'One change: who wrote, reviewed and landed it, when, its commits and files',
  query: asked.extend({
    repository: z.string().max(1000),
    /** Of any commit of the change, whole or abbreviated. */
    id: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{4,64}$/, 'An id is 4 to 64 hexadecimal digits.'),
  }),
  answer: changePageSchema,
  answerFrom: ({ opened, query }) => changePage(opened.facts, opened.setting, query),
});
