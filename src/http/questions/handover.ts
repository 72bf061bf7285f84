import { z } from 'zod';
import { handoverEntries, handoverText, makeHandover } from '../../app/handover.ts';
import { pages } from '../../app/pages.ts';
import { piecesSchema } from '../../domain/absence-told.ts';
import { handoverSchema } from '../../domain/handover.ts';
import { calendarDay } from '../../domain/words.ts';
import { absenceLength, absenceQuery } from '../absence-query.ts';
import { question } from '../question.ts';

/** The plan for an absence as data, as a Markdown list to tick, and as calendar entries. Writes nothing. */
export const handoverQuestion = question({
  summary: 'The handover for an absence: as data, as a Markdown checklist, and as a calendar',
  query: absenceQuery.extend({ days: absenceLength }),
  answer: z.object({
    plan: handoverSchema,
    /** The same as headings and sentences. */
    told: z.array(z.object({ title: z.string(), items: z.array(piecesSchema) })),
    markdown: z.string(),
    calendar: z.string(),
  }),
  answerFrom: async ({ opened, effects, query }) => {
    const from = query.from ?? calendarDay(opened.setting.window.until);
    const plan = await makeHandover(opened, effects, { from, days: query.days, persons: query.person });
    return {
      plan,
      told: pages.handoverTold(plan),
      markdown: handoverText(plan),
      calendar: handoverEntries(plan, effects.now()),
    };
  },
});
