import { z } from 'zod';
import { logJournal } from '../../app/practice/log-journal.ts';
import { practicePlace } from '../../app/practice/practice-place.ts';
import { recordData } from '../../app/practice/record-data.ts';
import { recordSchema } from '../../domain/records/entry.ts';
import { JOURNAL_KINDS } from '../../domain/records/journal.ts';
import { deed } from '../deed.ts';

const line = z.string().trim().min(1).max(2000);

/** Writes an entry of the journal. */
export const journalLogDeed = deed({
  summary: 'Log what no scorecard sees',
  body: z.strictObject({
    title: line.max(500),
    claim: line.optional(),
    sure: z.int().min(1).max(99).optional(),
    /** `2026-02-28`. */
    checkOn: z.iso.date().optional(),
    kind: z.enum(JOURNAL_KINDS).optional(),
    beneficiary: line.optional(),
    links: z.array(line).max(200).optional(),
  }),
  answer: recordSchema,
  isAllowedInDemo: true,
  async do({ session, body: { title, ...said } }) {
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return recordData(await logJournal(await practicePlace(session), { title, ...given }));
  },
});
