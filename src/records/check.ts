import { readMatter } from '../documents/edit-front-matter.ts';
import type { RecordEntry, RecordProblem } from '../domain/records/entry.ts';
import type { RecordKind } from '../domain/records/kind.ts';
import { PRIVATE_MARK } from './record-file.ts';

/** Everything that is wrong with a record, with its line: what its kind does not allow, and a private one that does not say that it is. */
export function checkRecord(kind: RecordKind, { text, problems }: RecordEntry): readonly RecordProblem[] {
  if (kind.visibility === 'team') return problems;
  const mark = readMatter(text).fields.find(({ key }) => key === PRIVATE_MARK);
  if (mark?.value === kind.id) return problems;
  const message = `does not say ${PRIVATE_MARK}: ${kind.id}, by which the hook of git knows it as private`;
  return [{ line: mark?.line ?? 1, key: PRIVATE_MARK, message }, ...problems];
}

/** Whether a text says of itself that it is a private record of one of these kinds. */
export function isPrivateRecord(text: string, kinds: readonly RecordKind[]): boolean {
  const mark = readMatter(text).fields.find(({ key }) => key === PRIVATE_MARK)?.value;
  return kinds.some(({ id, visibility }) => visibility === 'private' && id === mark);
}
