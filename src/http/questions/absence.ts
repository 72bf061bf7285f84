import { z } from 'zod';
import { absence } from '../../app/absence.ts';
import { absenceSchema } from '../../domain/absence.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Several people are given by repeating `person`; one is one text. */
const persons = z
  .union([z.string().max(400), z.array(z.string().max(400)).max(50)])
  .default([])
  .transform((given) => [given].flat());

/** The vacation test for one absence. */
export const absenceQuestion = question({
  summary: 'The vacation test: what passes only through who is away, what is known of such absences, and what helps',
  query: asked.extend({
    person: persons,
    from: z.string().max(100).optional(),
    days: z.coerce.number().int().min(1).max(366).default(14),
    target: z.coerce.number().min(0).max(1).default(0.2),
    load: z.coerce.number().min(0).max(100).default(2),
  }),
  answer: absenceSchema,
  answerFrom: ({ opened, effects, query }) =>
    absence(opened, effects, {
      persons: query.person,
      from: query.from ?? null,
      days: query.days,
      target: query.target,
      load: query.load,
      assumptions: {},
      calibration: null,
    }),
});
