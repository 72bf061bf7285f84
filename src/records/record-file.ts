import type { z } from 'zod';
import {
  editMatter,
  type Matter,
  type MatterChanges,
  type MatterField,
  type MatterValue,
  readMatter,
} from '../documents/edit-front-matter.ts';
import { editSection, editTitle, sectionsOf } from '../documents/edit-sections.ts';
import type { RecordChanges, RecordEntry, RecordProblem } from '../domain/records/entry.ts';
import type { FieldsOf, RecordKind } from '../domain/records/kind.ts';
import type { StoredText } from '../domain/records/record-folder.ts';
import { DIALECTS } from './dialects.ts';
import { issueWords } from './issue-words.ts';
import { checkedFields, checkedTitle } from './record-fields.ts';

/**
 * What every private record says of itself in its front matter, with its kind: `fortnight: journal`. By it a hook of git knows a private
 * record wherever it lies.
 */
export const PRIVATE_MARK = 'fortnight';

/** What a new record is made of. */
export interface RecordDraft<K extends RecordKind = RecordKind> {
  readonly title: string;
  readonly fields: FieldsOf<K>;
  readonly sections?: Readonly<Record<string, string>>;
}

const LONGEST_TITLE = 300;

/**
 * Reads a record. Never fails: a field that is not as its kind says is left out, and told in `problems` with its line. Where the front
 * matter is silent, a kind whose records others write too is read in their dialects.
 */
export function readRecord<K extends RecordKind>(
  kind: K,
  { name, text, version }: StoredText,
  pathOf: (name: string) => string,
): RecordEntry<K> {
  const id = name.replace(/\.md$/i, '');
  const matter = readMatter(text);
  const sections = sectionsOf(text);
  const told = DIALECTS[kind.id]?.read(name, text, matter);
  const { fields, problems } = fieldsIn(kind, matter, told?.fields ?? {});
  const heading = sections.find(({ level, heading: words }) => level === 1 && words !== '')?.heading;
  const title = told?.title ?? heading ?? titleIn(matter) ?? id.slice(id.lastIndexOf('/') + 1);
  const status = typeof fields.status === 'string' ? fields.status : null;
  return {
    kind: kind.id,
    id,
    path: pathOf(name),
    title: title.slice(0, LONGEST_TITLE),
    status,
    isOpen: kind.states.some(({ word, isOpen }) => word === status && isOpen),
    // Each was checked against the schema of its name.
    fields: fields as FieldsOf<K>,
    sections: sections
      .filter(({ level }) => level > 1)
      .map(({ heading: words, text: below }) => ({ heading: words, text: below })),
    version,
    problems: [...problems, ...(told?.problems ?? [])].sort((one, other) => one.line - other.line),
    text,
  };
}

function titleIn({ fields }: Matter): string | null {
  const value = fields.find(({ key }) => key === 'title')?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

function fieldsIn(kind: RecordKind, matter: Matter, told: Readonly<Record<string, unknown>>) {
  const fields: Record<string, unknown> = {};
  const problems: RecordProblem[] = matter.problems.map(({ line, message }) => ({ line, key: null, message }));
  const byKey = new Map(matter.fields.map((field) => [field.key, field]));
  for (const [key, schema] of Object.entries(kind.fields)) {
    const field = byKey.get(key);
    const value = Object.hasOwn(told, key) ? told[key] : undefined;
    if (value !== undefined) fields[key] = value;
    // A key with nothing after it is what a template leaves.
    else if (field !== undefined && field.value !== null && field.value !== '') {
      const read = readField(schema, field);
      if ('message' in read) problems.push({ line: field.line, key, message: read.message });
      else fields[key] = read.value;
    }
  }
  if (fields.status === undefined && !problems.some(({ key }) => key === 'status')) {
    problems.push({ line: 1, key: 'status', message: `says no status; it is one of ${words(kind)}` });
  }
  return { fields, problems };
}

const words = (kind: RecordKind): string => kind.states.map(({ word }) => word).join(', ');

/** As it is, as the text it is written as, as the one item of a list: people write all of them. */
function readField(
  schema: z.ZodType,
  { value, source }: MatterField,
): { readonly value: unknown } | { readonly message: string } {
  const asItIs = schema.safeParse(value);
  if (asItIs.success) return { value: asItIs.data };
  const texts = Array.isArray(value)
    ? [value.map((item: unknown) => (typeof item === 'number' ? String(item) : item))]
    : [];
  const candidates = [...(source === null ? [] : [source]), ...texts, [source ?? value]];
  for (const candidate of candidates) {
    const read = schema.safeParse(candidate);
    if (read.success) return { value: read.data };
  }
  const [issue] = asItIs.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${placeOf(issue.path)} `;
  return { message: `${where}${issueWords(issue)}` };
}

/** `entry 2, on`: people count from one. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part))).join(', ');

/** A new record as text. Throws a `FortnightError` (`invalid-record`) with the key and what may stand there. */
export function printRecord<K extends RecordKind>(kind: K, { title, fields, sections = {} }: RecordDraft<K>): string {
  const status = kind.states[0]?.word;
  const given = checkedFields(kind, { ...(status === undefined ? {} : { status }), ...fields });
  const known = Object.keys(kind.fields).flatMap((key): [string, MatterValue][] => {
    const value = given[key];
    return value === undefined || value === null ? [] : [[key, value]];
  });
  const mark = kind.visibility === 'private' ? { [PRIVATE_MARK]: kind.id } : {};
  const matter = editMatter('', { ...mark, ...Object.fromEntries(known) });
  const ordered = [
    ...kind.sections.flatMap(({ heading }) => (Object.hasOwn(sections, heading) ? [heading] : [])),
    ...Object.keys(sections).filter((heading) => !kind.sections.some((section) => section.heading === heading)),
  ];
  const text = editTitle(matter, checkedTitle(title));
  return ordered.reduce((before, heading) => withSection(kind, before, heading, sections[heading] ?? ''), text);
}

/** The text of a record with the changes in it, every other byte as it was. Throws as {@link printRecord} does. */
export function editRecord<K extends RecordKind>(
  kind: K,
  { text, id }: Pick<RecordEntry<K>, 'text' | 'id'>,
  { title, fields = {}, sections = {} }: RecordChanges<K>,
): string {
  const dialect = DIALECTS[kind.id];
  const changes = checkedFields(kind, fields);
  const edited = dialect?.edit?.(`${id}.md`, text, { title, fields: changes });
  const rest: MatterChanges = edited?.fields ?? changes;
  const withFields = editMatter(edited?.text ?? text, rest);
  const newTitle = edited === undefined ? title : edited.title;
  const withTitle = newTitle === undefined ? withFields : titled(withFields, checkedTitle(newTitle));
  return Object.entries(sections).reduce(
    (before, [heading, below]) => withSection(kind, before, heading, below),
    withTitle,
  );
}

/** Where the title stands: in its heading, else in the front matter, else in a heading that is added. */
function titled(text: string, title: string): string {
  const hasHeading = sectionsOf(text).some(({ level }) => level === 1);
  return hasHeading || titleIn(readMatter(text)) === null ? editTitle(text, title) : editMatter(text, { title });
}

function withSection(kind: RecordKind, text: string, heading: string, below: string): string {
  const level = kind.sections.find((section) => section.heading === heading)?.level ?? 2;
  return editSection(text, heading, below, { level, order: kind.sections.map((section) => section.heading) });
}
