import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { RecordChanges, RecordData } from '../../domain/records/entry.ts';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type { RecordsTold, RecordTold } from '../../domain/records/practice-answer.ts';
import { describeKind } from './describe-kind.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-at.ts';
import { recordData } from './record-data.ts';

/** Every record of a kind, newest first. Throws `no-such-kind`. */
export async function toldRecords(at: PracticePlace, id: string): Promise<RecordsTold> {
  const kind = kindOf(id);
  const records = await (await openPractice(at)).records(kind);
  return { kind: describeKind(kind), records: (await records.list()).map(recordData) };
}

/** One record by its name, with its versions in git. Throws `no-such-kind` and `no-such-record`. */
export async function toldRecord(at: PracticePlace, id: string, name: string): Promise<RecordTold> {
  const kind = kindOf(id);
  const practice = await openPractice(at);
  const entry = await (await practice.records(kind)).get(name);
  const history = await practice.history(kind, entry.id);
  return { kind: describeKind(kind), record: recordData(entry), history: [...history] };
}

interface Begun {
  readonly kind: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, string>>;
}

/** Writes a new record, in the first state of its kind unless it says another. Throws `invalid-record`. */
export async function beginRecord(
  at: PracticePlace,
  { kind: id, title, fields, sections }: Begun,
): Promise<RecordData> {
  const kind = kindOf(id);
  const practice = await openPractice(at);
  const status = kind.states[0]?.word;
  const day = ['on', 'date'].find((key) => Object.hasOwn(kind.fields, key));
  const begun = {
    ...(status === undefined ? {} : { status }),
    // It begins today, unless it says when.
    ...(day === undefined ? {} : { [day]: practice.today }),
  };
  const records = await practice.records(kind);
  return recordData(await records.create({ title, fields: { ...begun, ...fields }, sections }));
}

interface Saved {
  readonly kind: string;
  readonly id: string;
  /** Of the text that was read. */
  readonly version: string;
  readonly changes: {
    readonly title?: string | undefined;
    readonly fields?: Readonly<Record<string, unknown>> | undefined;
    readonly sections?: Readonly<Record<string, string>> | undefined;
  };
}

/** Changes a record as it was read. Throws `record-changed` when it says something else by now, and `invalid-record`. */
export async function saveRecord(
  at: PracticePlace,
  { kind: id, id: name, version, changes }: Saved,
): Promise<RecordData> {
  const records = await (await openPractice(at)).records(kindOf(id));
  const entry = await records.get(name);
  if (entry.version !== version) {
    throw new FortnightError('record-changed', `${entry.id} was saved by somebody else since it was read.`, {
      hint: 'Look at what stands there now; what you typed is kept.',
    });
  }
  return recordData(await records.save(entry, changes as RecordChanges));
}

function kindOf(id: string): RecordKind {
  const kind = RECORD_KINDS.find((one) => one.id === id);
  if (kind !== undefined) return kind;
  throw new FortnightError('no-such-kind', `There is no kind of record called ${id}.`, {
    hint: `There are: ${RECORD_KINDS.map((one) => one.id).join(', ')}.`,
    exitCode: EXIT.usage,
  });
}
