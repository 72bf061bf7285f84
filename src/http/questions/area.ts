import { z } from 'zod';
import { areaPage } from '../../app/area-page.ts';
import { areaPageSchema } from '../../domain/area-page.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Everything the facts say of one area. */
export const areaQuestion = question({
  summary: 'One area: who knows it, who could cover, what passes through the lead, its newest changes',
  query: asked.extend({
    repository: z.string().max(1000),
    area: z.string().max(4000),
    skip: z.coerce.number().int().min(0).max(10_000_000).default(0),
  }),
  answer: areaPageSchema,
  answerFrom: ({ opened, query }) => areaPage(opened.facts, opened.setting, query),
});
