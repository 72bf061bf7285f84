import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { JournalCalibration } from '../../domain/journal-calibration.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';
import { type ClaimOutcome, journalKind } from '../../domain/records/journal.ts';
import { calibrationOf } from '../../records/journal/calibration.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-at.ts';

type JournalEntry = RecordEntry<typeof journalKind>;

/** Says what became of a claim, today. What was said before is replaced: somebody looked again. */
export async function resolveClaim(at: PracticePlace, name: string, outcome: ClaimOutcome): Promise<JournalEntry> {
  const practice = await openPractice(at);
  const records = await practice.records(journalKind);
  const entry = await records.get(name);
  if (entry.fields.claim === undefined) {
    throw new FortnightError(
      'no-claim',
      `${entry.id} claims nothing, so nothing of it can have ${outcomeWord(outcome)}.`,
      {
        hint: `Add a claim: fortnight journal set ${entry.id} --status open --claim TEXT.`,
        exitCode: EXIT.usage,
      },
    );
  }
  return await records.save(entry, { fields: { status: outcome, resolved: practice.today } });
}

const outcomeWord = (outcome: ClaimOutcome): string => (outcome === 'unknowable' ? 'become unknowable' : outcome);

/** How often the claims of the journal hold, beside how sure their author was. */
export async function journalCalibration(at: PracticePlace): Promise<JournalCalibration> {
  const practice = await openPractice(at);
  const entries = await (await practice.records(journalKind)).list();
  return calibrationOf(
    entries.map(({ fields }) => fields),
    practice.today,
  );
}
