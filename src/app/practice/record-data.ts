import type { RecordData, RecordEntry } from '../../domain/records/entry.ts';
import type { RecordKind } from '../../domain/records/kind.ts';

/** A record without the bytes of its file, as programs and the page see it. */
export function recordData<K extends RecordKind>({ text: _, fields, ...record }: RecordEntry<K>): RecordData {
  return { ...record, fields: { ...fields } as RecordData['fields'] };
}
