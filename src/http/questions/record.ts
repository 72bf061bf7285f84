import { z } from 'zod';
import { toldRecord } from '../../app/practice/told-records.ts';
import { recordToldSchema } from '../../domain/records/practice-answer.ts';
import { practiceQuestion } from '../practice-question.ts';

/** One record and its versions in git. */
export const recordQuestion = practiceQuestion({
  summary: 'One record, with its history',
  query: { kind: z.string().max(100), id: z.string().max(400) },
  told: recordToldSchema,
  tell: ({ at, query }) => toldRecord(at, query.kind, query.id),
});
