import type { MatterChanges, MatterValue } from '../documents/edit-front-matter.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RecordKind } from '../domain/records/kind.ts';
import { issueWords } from './issue-words.ts';

const LONGEST_TITLE = 300;

/** Fields as they may be written, `null` where a key is to go. Throws `invalid-record` with the key and what may stand there. */
export function checkedFields(kind: RecordKind, fields: Readonly<Record<string, unknown>>): MatterChanges {
  const checked: Record<string, MatterValue | null> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const schema = Object.hasOwn(kind.fields, key) ? kind.fields[key] : undefined;
    if (schema === undefined) {
      const known = Object.keys(kind.fields).join(', ');
      throw invalid(`A ${kind.one} has no ${key}.`, `It has: ${known}.`);
    }
    if (value === null) {
      if (key === 'status') throw invalid(`A ${kind.one} is always in a state.`, `Choose one of ${wordsOf(kind)}.`);
      checked[key] = null;
      continue;
    }
    const read = schema.safeParse(value);
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = issue === undefined || issue.path.length === 0 ? '' : `.${issue.path.join('.')}`;
      throw invalid(
        `${key}${where} of a ${kind.one} cannot be that: it ${issueWords(issue).replace(/\.$/, '')}.`,
        key === 'status' ? `Choose one of ${wordsOf(kind)}.` : (schema.description ?? 'See its kind.'),
      );
    }
    checked[key] = writable(read.data);
  }
  return checked;
}

const wordsOf = (kind: RecordKind): string => kind.states.map(({ word }) => word).join(', ');

/** A checked value as front matter holds it: without keys that are not there. */
function writable(value: unknown): MatterValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const items: unknown[] = Array.isArray(value) ? value : [];
  if (items.every((item) => typeof item === 'string')) return items;
  return items.map((item) =>
    Object.fromEntries(
      Object.entries(Object(item)).flatMap(([key, part]): [string, string | number | boolean][] =>
        typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean' ? [[key, part]] : [],
      ),
    ),
  );
}

/** A title on one line. */
export function checkedTitle(title: string): string {
  const words = title.replace(/\s+/g, ' ').trim();
  if (words === '') throw invalid('A record needs a title.', 'Say in a few words what it is.');
  if (words.length > LONGEST_TITLE) {
    throw invalid(`A title has at most ${LONGEST_TITLE} characters.`, 'Say the rest in a section.');
  }
  return words;
}

const invalid = (message: string, hint: string) =>
  new FortnightError('invalid-record', message, { hint, exitCode: EXIT.usage });
