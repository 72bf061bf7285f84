import type { RecordEntry } from '../domain/records/entry.ts';
import type { RecordKind } from '../domain/records/kind.ts';

/** A day of an open record that has come. */
export interface DueDay {
  readonly entry: RecordEntry;
  readonly key: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What is to be done on it. */
  readonly asks: string;
}

/** Which days of open records have come by a day (that day included), the earliest first. What rests is never due. */
export function dueDays(kind: RecordKind, entries: readonly RecordEntry[], by: string): DueDay[] {
  return entries
    .filter(({ isOpen }) => isOpen)
    .flatMap((entry) =>
      kind.days.flatMap(({ key, asks }) => {
        const day: unknown = Object.hasOwn(entry.fields, key) ? entry.fields[key] : undefined;
        return typeof day === 'string' && day <= by ? [{ entry, key, day, asks }] : [];
      }),
    )
    .sort((one, other) => compare(one.day, other.day) || compare(one.entry.id, other.entry.id));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
