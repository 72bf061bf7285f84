import { join } from 'node:path';
import { FortnightError } from '../../domain/errors.ts';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { RecordPlaces, RecordsCheck } from '../../domain/records/record-check.ts';
import { checkRecord } from '../../records/check.ts';
import { openPractice, type Practice } from './open-practice.ts';
import type { PracticePlace } from './practice-place.ts';

/** Where the records of every kind lie, and what is wrong with the places. */
export async function recordPlaces(at: PracticePlace): Promise<RecordPlaces> {
  const practice = await openPractice(at);
  return { places: await Promise.all(RECORD_KINDS.map(async (kind) => (await lookAt(practice, kind)).place)) };
}

/** Reads every record of every kind, and tells what is wrong, by file and line. */
export async function checkRecords(at: PracticePlace): Promise<RecordsCheck> {
  const practice = await openPractice(at);
  const looked = await Promise.all(RECORD_KINDS.map((kind) => lookAt(practice, kind)));
  const problems = looked.flatMap((one) => one.problems);
  const places = looked.map(({ place }) => place);
  return { isValid: problems.length === 0 && places.every(({ trouble }) => trouble === null), places, problems };
}

async function lookAt(practice: Practice, kind: RecordKind) {
  const { id, many, visibility } = kind;
  const none = { kind: id, many, visibility, folder: null, records: 0, trouble: null };
  try {
    const [{ path }, records] = [await practice.folder(kind), await practice.records(kind)];
    const [entries, unreadable] = [await records.list(), await records.unreadable()];
    const problems: RecordsCheck['problems'] = [
      ...entries.flatMap((entry) => {
        const file = join(path, `${entry.id}.md`);
        return checkRecord(kind, entry).map((problem) => ({ kind: id, file, ...problem }));
      }),
      ...unreadable.map(({ name, why }) => ({ kind: id, file: join(path, name), line: 1, key: null, message: why })),
    ];
    problems.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line));
    return { place: { ...none, folder: path, records: entries.length }, problems };
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    const isMissing = error.code === 'no-work-tree' || error.code === 'several-repositories';
    const trouble = isMissing ? null : [error.message, error.hint].filter((words) => words !== null).join(' ');
    return { place: { ...none, trouble }, problems: [] };
  }
}
