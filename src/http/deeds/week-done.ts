import { z } from 'zod';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { finishWeek } from '../../app/practice/week.ts';
import { recordAnswerSchema } from '../../domain/records/record-answer.ts';
import { deed } from '../deed.ts';

const said = z
  .string()
  .trim()
  .max(20_000)
  .default('')
  .transform((text) => (text === '' ? null : text));

/** Writes down that the week's review took place. */
export const weekDoneDeed = deed({
  summary: 'End the weekly review, with what was answered',
  body: z.strictObject({ wrong: said, next: said }),
  answer: recordAnswerSchema,
  isAllowedInDemo: true,
  do: async ({ session, body }) => finishWeek(await practicePlace(session), body),
});
