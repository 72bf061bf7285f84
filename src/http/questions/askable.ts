import { z } from 'zod';
import { askable } from '../../app/askable.ts';
import { askableSchema } from '../../domain/askable.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Whom the vacation test may be asked of, and who is taken to be the lead. */
export const askableQuestion = question({
  summary: 'Whom an absence can be asked about: the lead, and everybody seen in a year',
  /** Who leads is told as of the first day away: it may have been somebody else then. */
  query: asked.extend({ from: z.string().max(100).optional() }),
  answer: askableSchema,
  answerFrom: ({ opened }) => askable(opened),
});
