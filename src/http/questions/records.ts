import { z } from 'zod';
import { toldRecords } from '../../app/practice/told-records.ts';
import { recordsToldSchema } from '../../domain/records/practice-answer.ts';
import { practiceQuestion } from '../practice-question.ts';

/** Every record of one kind, from the repository or the private folder. */
export const recordsQuestion = practiceQuestion({
  summary: 'The records of a kind, newest first',
  query: { kind: z.string().max(100) },
  told: recordsToldSchema,
  tell: ({ at, query }) => toldRecords(at, query.kind),
});
