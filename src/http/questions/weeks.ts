import { z } from 'zod';
import { weeks } from '../../app/weeks.ts';
import { weeksSchema } from '../../domain/weeks.ts';
import { absenceQuery } from '../absence-query.ts';
import { question } from '../question.ts';

/** Sixty years of weeks: as good as all of them. */
const ALL = 3200;

/** The team's flow by week, and the silences of who is away in it. */
export const weeksQuestion = question({
  summary: "The team's flow by week, with the real absences of who is away",
  query: absenceQuery.extend({ back: z.coerce.number().int().min(1).max(ALL).default(ALL) }),
  answer: weeksSchema,
  answerFrom: ({ opened, effects, query }) =>
    weeks(opened, effects, { persons: query.person, from: query.from ?? null, back: query.back }),
});
