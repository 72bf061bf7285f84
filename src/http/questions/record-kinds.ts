import { z } from 'zod';
import { describeKinds } from '../../app/practice/describe-kind.ts';
import { kindDescribedSchema } from '../../domain/records/kind-described.ts';
import { asked } from '../asked.ts';
import { standingQuestion } from '../question.ts';

/** Every kind of record there is, as a form of it is made. */
export const recordKindsQuestion = standingQuestion({
  summary: 'The kinds of records: what each may say, its states, what it asks for',
  query: asked,
  answer: z.array(kindDescribedSchema),
  answerNow: async () => [...describeKinds()],
});
