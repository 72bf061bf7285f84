import { FortnightError } from '../domain/errors.ts';
import { DATE_KEYS, DECIDER_KEYS, dateFieldOf } from './decision-keys.ts';
import { STATUS_KEYS } from './decision-links.ts';
import { type DecisionParts, partsOf } from './decision-parts.ts';
import { type Place, statusHeading, statusPlaces } from './decision-places.ts';
import { editMatter, type MatterChanges, readMatter } from './edit-front-matter.ts';
import { type Field, keyOf } from './outline.ts';
import { readDecision } from './read-decision.ts';
import { type DecisionStatus, placeOfStatus, plainText, statusOf } from './words.ts';

/** The other end of a supersession. */
export interface DecisionLink {
  /** Its path as it is to be linked: from the folder of the record that is edited. */
  readonly target: string;
  readonly title: string;
}

export interface DecisionEdit {
  readonly status?: DecisionStatus | 'abandoned';
  /** With `superseded`: what takes its place. */
  readonly supersededBy?: DecisionLink;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** What it takes the place of, besides what it names already. */
  readonly supersedes?: readonly DecisionLink[];
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Sets what a record says of itself where it says it: front matter, a section, a line of a list, a bold line, a table, or several of
 * these at once. Every other byte stays. A record that says nothing of the kind yet gets it in the way it writes the rest, else in
 * front matter. Reading the answer gives what was set. `path` is its own, for a date that stands in its name.
 */
export function editDecision(path: string, text: string, edit: DecisionEdit): string {
  let edited = text;
  if (edit.status !== undefined) edited = withStatus(path, edited, edit.status, edit.supersededBy ?? null);
  if (edit.date !== undefined) edited = withDate(path, edited, edit.date);
  for (const link of edit.supersedes ?? []) edited = withSuperseded(path, edited, link);
  return edited;
}

function withStatus(path: string, text: string, status: DecisionStatus | 'abandoned', by: DecisionLink | null): string {
  const wanted = status === 'abandoned' ? 'rejected' : status;
  const isSet = (edited: string) => {
    const found = readDecision(path, edited, null);
    const isSaid = status !== 'abandoned' || /^abandoned/i.test(found.statusText ?? '');
    return (
      found.status === wanted &&
      isSaid &&
      (by === null || found.supersededBy.some(({ target }) => target === encoded(by.target)))
    );
  };
  // A status that stands is left as it is written.
  if (by !== null && isSet(text) && readDecision(path, text, null).supersededBy.length === 1) return text;
  if (by === null && status !== 'superseded' && isSet(text) && isPlainly(text, wanted)) return text;
  for (const isWhole of [false, true]) {
    const edited = everyStatus(text, status, by, isWhole);
    if (isSet(edited)) return edited;
  }
  return checked(matterStatus(text, status, by, true), isSet);
}

/** An edit is believed when its text, read again, says what was asked for. */
function checked(edited: string, isSet: (edited: string) => boolean): string {
  if (isSet(edited)) return edited;
  throw new FortnightError('not-editable', 'This record cannot be changed safely, and was left as it is.', {
    hint: 'Mend it by hand: its status, date and links are not where a program would find them again.',
  });
}

/** "Partly superseded" reads as accepted, and still is another thing to say. */
const isPlainly = (text: string, status: DecisionStatus): boolean => {
  const places = statusPlaces(partsOf(text));
  return places.every(({ raw }) => statusOf(raw) !== status || placeOfStatus(raw, status) !== null);
};

function everyStatus(
  text: string,
  status: DecisionStatus | 'abandoned',
  by: DecisionLink | null,
  isWhole: boolean,
): string {
  const parts = partsOf(text);
  const places = statusPlaces(parts);
  const isInMatter = [...parts.matter.keys()].some((key) => STATUS_KEYS.has(key));
  const splices = places.flatMap((place, n) => statusSplice(text, place, status, by, isWhole, n, places));
  const edited = splice(text, splices);
  if (isInMatter) return matterStatus(edited, status, by, false);
  return places.length > 0 ? edited : newStatus(edited, parts, status, by);
}

function statusSplice(
  text: string,
  { raw, start, style }: Place,
  status: DecisionStatus | 'abandoned',
  by: DecisionLink | null,
  isWhole: boolean,
  n: number,
  places: readonly Place[],
): Splice[] {
  const eol = endOfLine(text);
  if (style === 'section' && /^>/.test(raw)) {
    return [{ start, end: start, text: `${statusWords(status, by, 'Title')}${eol}${eol}` }];
  }
  // A later line of the section that told what came after goes, with its line; the first one says it now.
  const isLater =
    style === 'section' &&
    places.some((other, m) => m < n && other.style === 'section' && isBetween(text, other, start));
  if (isLater) return [wholeLine(text, start)];
  const old = statusOf(raw);
  const word = old === null || isWhole ? null : placeOfStatus(raw, old);
  if (word === null || /^not\b/i.test(raw.slice(word.start))) {
    const shape = style === 'field' ? caseOf(raw) : 'Title';
    return [{ start, end: start + raw.length, text: statusWords(status, by, shape) }];
  }
  const marks = /^[*_`]*/.exec(raw.slice(word.end))?.[0] ?? '';
  const rest = word.end + marks.length;
  const end = old === 'superseded' ? endOfLinks(raw, rest) : rest;
  const written = raw.slice(word.start, word.end);
  const shape = /\p{Script=Latin}/u.test(written) ? caseOf(written) : style === 'field' ? 'lower' : 'Title';
  return [
    { start: start + word.start, end: start + word.end, text: statusWords(status, null, shape) },
    { start: start + rest, end: start + end, text: by === null ? '' : ` ${byWords(by)}` },
  ];
}

const isBetween = (text: string, { start }: Place, end: number): boolean =>
  start < end && !/^#{1,6}\s/m.test(text.slice(start, end)) && !/^(?:=|-{3,})/m.test(text.slice(start, end));

/** `by [A](a.md) and [B](b.md)`, with whatever stands between the word and its links. */
function endOfLinks(raw: string, from: number): number {
  const found =
    /^[^.\n]{0,80}?\bby\b\s*:?\s*(?:(?:,?\s*(?:and|&)?\s*)?(?:\[[^[\]]*\]\([^()]*\)|\[\[[^[\]]*\]\]|[\w./~-]+\.md|(?:ADR|RFC|DR|AD)[-_ #]*\d+[a-z]?|#?\d+))+/i.exec(
      raw.slice(from),
    );
  return from + (found?.[0].length ?? 0);
}

type Shape = 'lower' | 'Title' | 'UPPER';
const caseOf = (word: string): Shape => {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return 'UPPER';
  return /^\p{Lu}/u.test(letters) ? 'Title' : 'lower';
};

function statusWords(status: string, by: DecisionLink | null, shape: Shape): string {
  const word =
    shape === 'UPPER'
      ? status.toUpperCase()
      : shape === 'Title'
        ? `${status[0]?.toUpperCase()}${status.slice(1)}`
        : status;
  return by === null ? word : `${word} ${byWords(by)}`;
}

const byWords = (by: DecisionLink): string => `by ${linkTo(by)}`;

/** A link whose text cannot end it, nor the cell of a table it may stand in. */
function linkTo({ title, target }: DecisionLink): string {
  const shown = plainText(title)
    .replace(/[[\]|\\<>`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `[${shown === '' ? target.replace(/[[\]|]/g, ' ') : shown}](${encoded(target)})`;
}

const encoded = (target: string): string =>
  encodeURI(target).replace(/[()|#?]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function matterStatus(text: string, status: string, by: DecisionLink | null, isNew: boolean): string {
  const { fields } = readMatter(text);
  const key = fields.find((field) => STATUS_KEYS.has(keyOf(field.key)))?.key ?? 'status';
  const old = fields.find((field) => field.key === key)?.value;
  const shape = typeof old === 'string' ? caseOf(/\p{L}+/u.exec(old)?.[0] ?? '') : 'lower';
  const successor: MatterChanges = fields.some((field) => OUR_KEYS.has(field.key))
    ? { 'superseded-by': by?.target ?? null }
    : {};
  const changes = { [key]: statusWords(status, by, isNew ? 'lower' : shape), ...successor };
  return editMatter(
    text,
    Object.fromEntries(
      Object.entries(changes).filter(([name, value]) => value !== null || fields.some((field) => field.key === name)),
    ),
  );
}

/** Where one of these stands, the front matter is of the kind that is written here. */
const OUR_KEYS = new Set(['decide-by', 'superseded-by', 'assumptions', 'reversible', 'revisit', 'affects']);

/** A status where there was none, in the way the record writes the rest. */
function newStatus(text: string, parts: DecisionParts, status: string, by: DecisionLink | null): string {
  const eol = endOfLine(text);
  const empty = parts.outline.sections.find((section) => statusHeading(section)?.inline === null);
  if (empty !== undefined) {
    const at = endOfLineAt(text, parts.bodyStart + empty.headingStart);
    const isSetext = /^[ ]{0,3}(?:=+|-{3,})[ \t]*\r?\n?/.exec(text.slice(at))?.[0].length ?? 0;
    return splice(text, [
      { start: at + isSetext, end: at + isSetext, text: `${eol}${statusWords(status, by, 'Title')}${eol}` },
    ]);
  }
  if (parts.matter.size > 0) return matterStatus(text, status, by, true);
  const like = listedField(parts);
  if (like !== null) {
    const shape = caseOf(/\p{L}/u.exec(like.line)?.[0] ?? '');
    return insertLike(
      text,
      parts,
      like,
      shape === 'lower' ? 'status' : 'Status',
      statusWords(status, by, 'lower'),
      'before',
    );
  }
  return matterStatus(text, status, by, true);
}

/** A line that says one of the things records say, in a list, in bold or in a table: another one looks like it. */
function listedField({ fields }: DecisionParts): Field | null {
  return (
    fields.find(
      ({ key, line, isCell, values }) =>
        values.length === 1 &&
        (STATUS_KEYS.has(key) || DATE_KEYS.includes(key) || DECIDER_KEYS.has(key)) &&
        (isCell || /^\s*(?:>\s*)*(?:[-*+]\s|\d+[.)]\s|\*\*|__)/.test(line)),
    ) ?? null
  );
}

function insertLike(
  text: string,
  { bodyStart }: DecisionParts,
  like: Field,
  key: string,
  value: string,
  where: 'before' | 'after',
): string {
  const eol = endOfLine(text);
  const lead = /^\s*(?:>\s*)*(?:[-*+]\s+|\d{1,3}[.)]\s+)?/.exec(like.line)?.[0] ?? '';
  const [, bold = ''] = /^([*_]{1,3})/.exec(like.line.slice(lead.length)) ?? [];
  const isColonInside = bold !== '' && like.line.slice(lead.length).includes(`:${bold}`);
  const name = isColonInside ? `${bold}${key}:${bold}` : `${bold}${key}${bold}:`;
  const line = like.isCell ? `${lead.replace(/[-*+\d.)]+\s+$/, '')}| ${key} | ${value} |` : `${lead}${name} ${value}`;
  const start = bodyStart + like.lineStart;
  // Lines in bold that follow each other are one paragraph unless their ends say otherwise.
  const isBroken = /(?: {2}|\\)(?=\r?\n|$)/.exec(text.slice(start, endOfLineAt(text, start)))?.[0] ?? '';
  const at = where === 'before' ? start : endOfLineAt(text, start);
  const isAlone = /^[ \t]*(?:\r\n|\n|\r|$)/.test(text.slice(endOfLineAt(text, start)));
  const gap = lead.trim() === '' && !like.isCell && isBroken === '' && isAlone ? eol : '';
  if (where === 'before') return splice(text, [{ start: at, end: at, text: `${line}${isBroken}${eol}${gap}` }]);
  const isLast = at === text.length && !/\n$/.test(text);
  return splice(text, [
    { start: at, end: at, text: `${isLast ? eol : ''}${gap}${line}${isBroken}${isLast ? '' : eol}` },
  ]);
}

function withDate(path: string, text: string, date: string): string {
  const isSet = (edited: string) => readDecision(path, edited, null).date === date;
  if (isSet(text)) return text;
  const parts = partsOf(text);
  const found = dateFieldOf(parts);
  for (const isWhole of [false, true]) {
    const edited = found === null ? null : replaceDates(text, parts, found, date, isWhole);
    if (edited !== null && isSet(edited)) return edited;
  }
  const like = listedField(parts);
  if (parts.matter.size === 0 && like !== null && found === null) {
    const edited = insertLike(text, parts, like, 'Date', date, 'after');
    if (isSet(edited)) return edited;
  }
  return checked(editMatter(text, { date }), isSet);
}

const ANY_DATE =
  /\d{4}\s?[-/.]\s?\d{1,2}(?:\s?[-/.]\s?\d{1,2})?|(?:19|20)\d{6}|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号號])?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?\d{4}|\p{L}{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}/u;

function replaceDates(text: string, parts: DecisionParts, key: string, date: string, isWhole: boolean): string {
  const inMatter = readMatter(text).fields.filter((field) => keyOf(field.key) === key);
  const dated = (raw: string) => (isWhole || !ANY_DATE.test(raw) ? date : raw.replace(ANY_DATE, date));
  const splices = [
    ...parts.fields.flatMap((field) => (field.key === key ? field.values : [])),
    ...parts.outline.sections.flatMap((section) => {
      const n = section.key === key && section.level > 0 ? section.lines.findIndex((line) => line.trim() !== '') : -1;
      const line = section.lines[n];
      if (line === undefined) return [];
      return [{ raw: line.trim(), start: (section.starts[n] ?? 0) + line.length - line.trimStart().length }];
    }),
  ].map(({ raw, start }) => ({
    start: parts.bodyStart + start,
    end: parts.bodyStart + start + raw.length,
    text: dated(raw),
  }));
  const edited = splice(text, splices);
  if (inMatter.length === 0) return edited;
  return editMatter(edited, Object.fromEntries(inMatter.map((field) => [field.key, date])));
}

function withSuperseded(path: string, text: string, link: DecisionLink): string {
  const target = encoded(link.target);
  const isSet = (edited: string) =>
    readDecision(path, edited, null).supersedes.some((one) => one.target === target || one.target === link.target);
  if (isSet(text)) return text;
  const parts = partsOf(text);
  const words = linkTo(link);
  const isInMatter = [...parts.matter.keys()].some((key) => STATUS_KEYS.has(key) || key === 'supersedes');
  if (!isInMatter) {
    const eol = endOfLine(text);
    const section = parts.outline.sections.findLast((one) => statusHeading(one)?.inline === null);
    const last = section?.lines.findLastIndex((line) => line.trim() !== '') ?? -1;
    if (section !== undefined && last !== -1) {
      const at = endOfLineAt(text, parts.bodyStart + (section.starts[last] ?? 0));
      const isLast = !/\n$/.test(text.slice(0, at));
      const edited = splice(text, [
        { start: at, end: at, text: `${isLast ? eol : ''}${eol}Supersedes ${words}${isLast ? '' : eol}` },
      ]);
      if (isSet(edited)) return edited;
    }
    const like = listedField(parts);
    if (like !== null) {
      const edited = insertLike(text, parts, like, 'Supersedes', words, 'after');
      if (isSet(edited)) return edited;
    }
  }
  const there = readMatter(text).fields.find(({ key }) => key === 'supersedes')?.value;
  const kept = Array.isArray(there)
    ? there.filter((one) => typeof one === 'string')
    : typeof there === 'string'
      ? [there]
      : [];
  return checked(editMatter(text, { supersedes: [...kept, link.target] }), isSet);
}

function splice(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((edited, { start, end, text: put }) => edited.slice(0, start) + put + edited.slice(end), text);
}

const endOfLine = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** Where the next line begins. */
function endOfLineAt(text: string, at: number): number {
  const end = /\r\n|\n|\r/g;
  end.lastIndex = at;
  const found = end.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function wholeLine(text: string, at: number): Splice {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  // With the empty line before it, which parted it from what stays.
  const before = /(?:\r\n|\n|\r)(?=(?:\r\n|\n|\r)$)/.exec(text.slice(0, start));
  return {
    start: before === null ? start : start - (text.length > 0 ? endOfLine(text).length : 0),
    end: endOfLineAt(text, at),
    text: '',
  };
}
