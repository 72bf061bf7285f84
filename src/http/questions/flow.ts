import { z } from 'zod';
import { flow } from '../../app/flow.ts';
import { flowSchema } from '../../domain/flow.ts';
import { TREND_STEPS } from '../../domain/trend-steps.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Waiting, lead time, what landed by which route, releases, and autonomy by complexity. */
export const flowQuestion = question({
  summary: 'How the work moves: waiting and lead time by month, what landed by route, releases, autonomy by complexity',
  query: asked.extend({ every: z.enum(TREND_STEPS).optional() }),
  answer: flowSchema,
  answerFrom: ({ opened, query }) => flow(opened.facts, opened.setting, query.every ?? null),
});
