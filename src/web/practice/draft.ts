import type { RecordData } from '../../domain/records/entry.ts';
import type { ColumnDescribed, FieldDescribed, KindDescribed } from '../../domain/records/kind-described.ts';

/** A row of a field of rows, as it is typed. */
export type DraftRow = Readonly<Record<string, string>>;
export type DraftValue = string | readonly DraftRow[];

/** A record as it stands in a form: everything as text, so that what is half typed has a place as well. */
export interface Draft {
  readonly title: string;
  readonly fields: Readonly<Record<string, DraftValue>>;
  readonly sections: Readonly<Record<string, string>>;
}

type Json = RecordData['fields'][string];

/** What a save says: the parts that were changed. `null` takes a field away. */
export interface DraftChanges {
  readonly title?: string;
  readonly fields?: Readonly<Record<string, Json>>;
  readonly sections?: Readonly<Record<string, string>>;
}

export const EMPTY_DRAFT: Draft = { title: '', fields: {}, sections: {} };

/** A record as a form shows it: each field of its kind, each section it has or might have. */
export function draftOf(record: RecordData, kind: KindDescribed): Draft {
  const sections = new Map(kind.sections.map(({ heading }) => [heading, '']));
  for (const { heading, text } of record.sections) sections.set(heading, text.trim());
  return {
    title: record.title,
    fields: Object.fromEntries(kind.fields.map((field) => [field.key, typedOf(record.fields[field.key], field)])),
    sections: Object.fromEntries(sections),
  };
}

/** A value as it would be typed. */
function typedOf(value: Json | undefined, field: FieldDescribed | ColumnDescribed): DraftValue {
  if (value === undefined || value === null) return field.input === 'rows' ? [] : '';
  if (field.input === 'yes-no') return value === true ? 'yes' : 'no';
  if (field.input === 'lines') return Array.isArray(value) ? value.join('\n') : '';
  if (field.input !== 'rows') return String(value);
  const columns = 'columns' in field ? field.columns : [];
  return (Array.isArray(value) ? value : []).map((row) => {
    const cells = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
    return Object.fromEntries(columns.map((column) => [column.key, String(typedOf(cells[column.key], column))]));
  });
}

/** What was typed as it is sent; null where nothing was. What cannot be read is sent as it is, and refused in words. */
export function jsonOf(typed: DraftValue, field: FieldDescribed | ColumnDescribed): Json {
  if (typeof typed !== 'string') {
    const columns = 'columns' in field ? field.columns : [];
    const rows = typed
      .map((row) => {
        const cells = columns.map((column) => [column.key, jsonOf(row[column.key] ?? '', column)] as const);
        return Object.fromEntries(cells.filter(([, value]) => value !== null));
      })
      .filter((row) => Object.keys(row).length > 0);
    return rows.length === 0 ? null : rows;
  }
  const text = typed.trim();
  if (text === '') return null;
  switch (field.input) {
    case 'yes-no':
      return text === 'yes';
    case 'hundredths':
      return /^\d+$/.test(text) ? Number(text) : text;
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return text;
  }
}

/** What a form changed; null when nothing. */
export function changesOf(before: Draft, now: Draft, kind: KindDescribed): DraftChanges | null {
  const fields = kind.fields
    .filter(({ key }) => !isSame(before.fields[key], now.fields[key]))
    .map((field) => [field.key, jsonOf(now.fields[field.key] ?? '', field)] as const);
  const sections = Object.keys(now.sections)
    .filter((heading) => (before.sections[heading] ?? '') !== now.sections[heading])
    .map((heading) => [heading, now.sections[heading] ?? ''] as const);
  const changes = {
    ...(before.title === now.title ? {} : { title: now.title.trim() }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(sections.length === 0 ? {} : { sections: Object.fromEntries(sections) }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

/** A draft over another text of its record: what was typed stays, the rest is as it stands there. */
export function rebased(before: Draft, typed: Draft, saved: Draft): Draft {
  const mine = <V extends DraftValue>(own: V | undefined, old: V | undefined, other: V | undefined, none: V): V =>
    (isSame(own, old) ? other : own) ?? none;
  const over = <V extends DraftValue>(
    own: Readonly<Record<string, V>>,
    old: Readonly<Record<string, V>>,
    other: Readonly<Record<string, V>>,
    none: V,
  ) =>
    Object.fromEntries(
      [...new Set([...Object.keys(other), ...Object.keys(own)])].map((key) => [
        key,
        mine(own[key], old[key], other[key], none),
      ]),
    );
  return {
    title: mine(typed.title, before.title, saved.title, ''),
    fields: over(typed.fields, before.fields, saved.fields, '' as DraftValue),
    sections: over(typed.sections, before.sections, saved.sections, ''),
  };
}

/** The parts that were typed into and became something else meanwhile: labels of fields, headings, the title. */
export function clashesOf(before: Draft, typed: Draft, saved: Draft): readonly string[] {
  const clashes = (
    own: Readonly<Record<string, DraftValue>>,
    old: Readonly<Record<string, DraftValue>>,
    other: Readonly<Record<string, DraftValue>>,
  ) => Object.keys(own).filter((key) => isClash(own[key], old[key], other[key]));
  return [
    ...clashes({ title: typed.title }, { title: before.title }, { title: saved.title }),
    ...clashes(typed.fields, before.fields, saved.fields).map((key) => key.replaceAll('-', ' ')),
    ...clashes(typed.sections, before.sections, saved.sections),
  ];
}

const isClash = (own: DraftValue | undefined, old: DraftValue | undefined, other: DraftValue | undefined): boolean =>
  !isSame(own, old) && !isSame(other, old) && !isSame(own, other);

const isSame = (a: DraftValue = '', b: DraftValue = ''): boolean =>
  (a.length === 0 && b.length === 0) || JSON.stringify(a) === JSON.stringify(b);
