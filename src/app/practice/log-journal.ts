import type { RecordEntry } from '../../domain/records/entry.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { captured, type JournalCapture } from '../../records/journal/capture.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-at.ts';

/**
 * Writes a new entry of the journal. It needs no scan and no facts, so that it takes less than a second; the repository one stands in
 * is known without asking.
 */
export async function logJournal(
  at: PracticePlace,
  { title, ...capture }: JournalCapture,
): Promise<RecordEntry<typeof journalKind>> {
  const practice = await openPractice(at);
  const [here, ...others] = practice.repositories;
  const repository = here !== undefined && others.length === 0 ? { repository: here.name } : {};
  const records = await practice.records(journalKind);
  return await records.create({
    title,
    fields: captured({ title, ...repository, ...capture }, practice.today),
    sections: {},
  });
}
