import { z } from 'zod';
import { absence } from '../../app/absence.ts';
import { pages } from '../../app/pages.ts';
import { toldAbsenceSchema } from '../../domain/absence-told.ts';
import { absenceLength, absenceQuery } from '../absence-query.ts';
import { question } from '../question.ts';

/** The vacation test for one absence, as data and in the sentences that tell it. */
export const absenceQuestion = question({
  summary: 'The vacation test: what passes only through who is away, what is known of such absences, and what helps',
  query: absenceQuery.extend({
    days: absenceLength,
    target: z.coerce.number().min(0).max(1).default(0.2),
    load: z.coerce.number().min(0).max(100).default(2),
    /** For the replay: weeks played again, which percentile is a full load, and times the spare capacity. */
    weeks: z.coerce.number().int().min(2).max(52).optional(),
    percentile: z.coerce.number().min(50).max(100).optional(),
    capacity: z.coerce.number().min(0).max(100).optional(),
  }),
  answer: toldAbsenceSchema,
  answerFrom: async ({ opened, effects, query }) => {
    const answer = await absence(opened, effects, {
      persons: query.person,
      from: query.from ?? null,
      days: query.days,
      target: query.target,
      load: query.load,
      assumptions: {
        ...(query.weeks === undefined ? {} : { weeks: query.weeks }),
        ...(query.percentile === undefined ? {} : { percentile: query.percentile / 100 }),
        ...(query.capacity === undefined ? {} : { capacityFactor: query.capacity }),
      },
      calibration: null,
    });
    return { ...answer, told: pages.absenceTold(answer) };
  },
});
