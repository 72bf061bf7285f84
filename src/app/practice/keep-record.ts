import type { RecordEntry } from '../../domain/records/entry.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { RecordAnswer, RecordList } from '../../domain/records/record-answer.ts';
import type { Place } from '../open.ts';
import { type GivenFields, readFields } from './fields-given.ts';
import { openPractice } from './open-practice.ts';
import { recordData } from './record-data.ts';

/** Where the records of a practice are kept. */
type At = Pick<Place, 'effects' | 'request'>;

export interface ListRequest {
  /** Those that rest too. */
  readonly all: boolean;
  /** Only those in this state. */
  readonly status: string | null;
}

/** Of a kind that has no open state, so many of the newest are listed. */
const NEWEST = 20;

/** The records of a kind that are open, newest first; where none of the kind can be, the newest. */
export async function listRecords(at: At, kind: RecordKind, { all, status }: ListRequest): Promise<RecordList> {
  const practice = await openPractice(at);
  const records = await practice.records(kind);
  const entries = await records.list();
  const unreadable = (await records.unreadable()).map(({ path, why }) => ({ path, why }));
  const canBeOpen = kind.states.some(({ isOpen }) => isOpen);
  const chosen = entries.filter((entry) =>
    status === null ? all || !canBeOpen || entry.isOpen || isFaulty(entry) : entry.status === status,
  );
  const shown = all || status !== null || canBeOpen ? chosen : chosen.slice(0, NEWEST);
  return {
    kind: kind.id,
    records: shown.map(recordData),
    more: status === null ? entries.length - shown.length : 0,
    unreadable,
  };
}

/** What cannot be read as its kind says is shown until it is mended. */
const isFaulty = ({ problems }: RecordEntry): boolean => problems.length > 0;

/** One record by its name, or by the beginning of it that no other has, with its history. */
export async function showRecord(at: At, kind: RecordKind, name: string): Promise<RecordAnswer> {
  const practice = await openPractice(at);
  const entry = await (await practice.records(kind)).get(name);
  return { deed: 'shown', record: recordData(entry), history: [...(await practice.history(kind, entry.id))] };
}

export interface NewRecord {
  readonly title: string;
  readonly fields: GivenFields;
  readonly sections: Readonly<Record<string, string>>;
}

/** Writes a new record; it begins in the first state of its kind unless another is given. */
export async function newRecord(
  at: At,
  kind: RecordKind,
  { title, fields, sections }: NewRecord,
): Promise<RecordAnswer> {
  const practice = await openPractice(at);
  const first = kind.states[0]?.word;
  const read = readFields(kind, fields, practice.today);
  const records = await practice.records(kind);
  const entry = await records.create({
    title,
    fields: { ...(first === undefined ? {} : { status: first }), ...read },
    sections,
  });
  return { deed: 'written', record: recordData(entry), history: [] };
}

export interface RecordEdit {
  readonly title: string | null;
  readonly fields: GivenFields;
  /** Keys to take away. */
  readonly unset: readonly string[];
  readonly sections: Readonly<Record<string, string>>;
}

/** Changes what was given and nothing else of the file. */
export async function setRecord(at: At, kind: RecordKind, name: string, edit: RecordEdit): Promise<RecordAnswer> {
  const practice = await openPractice(at);
  const records = await practice.records(kind);
  const before = await records.get(name);
  const gone = Object.fromEntries(edit.unset.map((key) => [key, null]));
  const after = await records.save(before, {
    ...(edit.title === null ? {} : { title: edit.title }),
    fields: { ...readFields(kind, edit.fields, practice.today), ...gone },
    sections: edit.sections,
  });
  const deed = after.text === before.text ? 'same' : 'changed';
  return { deed, record: recordData(after), history: [] };
}
