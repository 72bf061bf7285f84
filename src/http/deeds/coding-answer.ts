import { z } from 'zod';
import { answerCoding } from '../../app/practice/coding.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { recordData } from '../../app/practice/record-data.ts';
import { CODING_REASONS } from '../../domain/records/coding.ts';
import { recordSchema } from '../../domain/records/entry.ts';
import { deed } from '../deed.ts';

/** Says why the lead wrote a change. */
export const codingAnswerDeed = deed({
  summary: 'Say why a change of the lead was written',
  body: z.strictObject({
    change: z.string().max(100),
    why: z.enum(CODING_REASONS),
    instead: z.string().trim().min(1).max(2000).optional(),
  }),
  answer: recordSchema,
  isAllowedInDemo: true,
  async do({ session, body: { change, why, instead } }) {
    const at = await practicePlace(session);
    const said = { change, why, ...(instead === undefined ? {} : { instead }) };
    return recordData(await session.ask({}, (opened) => answerCoding(opened, at, said)));
  },
});
