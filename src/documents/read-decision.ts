import { dateIn, dateOfName } from './dates.ts';
import { DECIDER_KEYS, datesIn } from './decision-keys.ts';
import { type DecisionMention, linksIn, STATUS_KEYS } from './decision-links.ts';
import { partsOf, withLineFeeds } from './decision-parts.ts';
import { type FrontMatter, frontMatterLength } from './front-matter.ts';
import { type Field, keyOf, type Outline, type Section } from './outline.ts';
import { type DecisionStatus, latestStatus, plainText, statusOf } from './words.ts';

/** What a decision record says of itself. */
export interface Decision {
  readonly title: string;
  /** Null when it states none, or none that is known. */
  readonly status: DecisionStatus | null;
  /** YYYY-MM-DD, or YYYY-MM; null when it gives none that is clear. */
  readonly date: string | null;
  /** As written; each once. */
  readonly deciders: readonly string[];
  /** The one who decides, where the record names one: `owner`, or the only decider. As written. */
  readonly owner: string | null;
  /** Words in which the status is said, without markup; null when it says none that is known. */
  readonly statusText: string | null;
  /** As the text names them; `resolveDecisions` finds their files. */
  readonly supersedes: readonly DecisionMention[];
  readonly supersededBy: readonly DecisionMention[];
  /** `affects` of the front matter, as written. */
  readonly affects: readonly string[];
  /** The text after the front matter. */
  readonly body: string;
}

const OWNER_KEYS = new Set(
  'owner|decision owner|accountable|verantwortlich|responsable|responsável|负责人|責任者'.split('|'),
);
const MOST_DECIDERS = 50;
const LONGEST_NAME = 100;
const LONGEST_TITLE = 300;

/**
 * Reads a decision record of any of the dialects in use: YAML front matter (MADR 3 and 4, Jekyll, Docusaurus), TOML, lists
 * and bold lines under the title (MADR 2, log4brains), tables, and sections named Status and Date (Nygard, adr-tools). Pure and
 * total: of a text that is no record it finds what there is, if only the name of the file for a title.
 *
 * `near` is a moment in seconds at which it is known to have been written, if any is: it tells 8 January from 1 August.
 * With `isPlain` the front matter is read line by line, which finds everything but lists over several lines.
 */
export function readDecision(path: string, text: string, near: number | null, isPlain = false): Decision {
  const parts = partsOf(text, isPlain);
  const { matter, body, outline, fields: lines } = parts;
  const statuses = statusesIn(matter, outline, lines);
  const status = latestStatus(statuses.map(({ status: said }) => said));
  const statusText = status === null ? null : (statuses.find((one) => one.status === status)?.text ?? null);
  const deciders = decidersIn(matter, outline, lines);
  return {
    title: titleOf(path, matter, outline),
    status,
    statusText,
    date: datesIn(parts, near)?.date ?? dateOfStatus(status, statusText, near) ?? dateOfName(path),
    deciders,
    owner: ownerOf(matter, lines) ?? (deciders.length === 1 ? (deciders[0] ?? null) : null),
    ...linksIn(matter, outline, lines),
    affects: matter.get('affects') ?? [],
    body,
  };
}

/** Characters of YAML that are read as such in all: a second or two of the dearest there are. Thousands of honest records have fewer. */
const MOST_YAML = 1 << 19;

/** Reads records one after another, as {@link readDecision} does each; when they hold more YAML than anybody writes, the last ones line by line. */
export function readDecisions(
  files: readonly { readonly path: string; readonly content: string; readonly near: number | null }[],
): Decision[] {
  let room = MOST_YAML;
  return files.map(({ path, content, near }) => {
    room -= frontMatterLength(withLineFeeds(content));
    return readDecision(path, content, near, room < 0);
  });
}

function titleOf(path: string, matter: FrontMatter['fields'], { sections }: Outline): string {
  const heading = sections.find(({ level, heading: text }) => level === 1 && text !== '')?.heading;
  const given = matter.get('title')?.join(' ');
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  for (const text of [heading, given]) {
    const title = plainText(text ?? '')
      .replace(/^(?:draft|proposal|proposed|accepted|rejected|deprecated|superseded):\s+/i, '')
      .replace(/^(?:(?:ADR|RFC|DR)[-_ #]*)?\d+[a-z]?(?:\s*[.:)\u2013\u2014-]\s*|\s+(?=\p{Lu}))/iu, '');
    if (title !== '') return title.slice(0, LONGEST_TITLE);
  }
  return name.slice(0, LONGEST_TITLE);
}

interface SaidStatus {
  readonly status: DecisionStatus | null;
  readonly text: string;
}

const said = (text: string): SaidStatus => ({ status: statusOf(text), text: plainText(text) });

function statusesIn(matter: FrontMatter['fields'], outline: Outline, lines: readonly Field[]): SaidStatus[] {
  const found: SaidStatus[] = [];
  for (const [key, values] of matter) if (STATUS_KEYS.has(key)) found.push(...values.map(said));
  for (const section of outline.sections.filter(({ level }) => level > 0)) found.push(...statusOfSection(section));
  for (const { key, values } of lines) {
    if (STATUS_KEYS.has(key)) found.push(...values.slice(0, 1).map(({ text }) => said(text)));
  }
  return found;
}

/** `## Status` and what follows; `## Status: accepted`. Further paragraphs count only where they say what came after. */
function statusOfSection({ heading, lines }: Section): SaidStatus[] {
  const [name, inline] = splitHeading(heading);
  if (!STATUS_KEYS.has(name)) return [];
  if (inline !== null) return [said(inline)];
  const words = lines
    .map((line) => plainText(line.replace(/^\s*(?:[-*+]|\d+\.)\s+/, '')))
    .filter((line) => line !== '');
  const first = words[0];
  if (first === undefined) return [];
  const later = words
    .slice(1)
    .filter((line) => /^supersed\w* by\b|^superced\w* by\b|^replaced by\b|^deprecated\b/i.test(line));
  return [said(first), ...later.map(said)];
}

/** "Accepted on 2024-01-02": the day of a status that is still in force; what superseded it has another day. */
function dateOfStatus(status: DecisionStatus | null, text: string | null, near: number | null): string | null {
  // What is superseded names a file, which may begin with the date of the other record.
  const found = text === null || status === 'superseded' ? null : dateIn(text, near);
  return found !== null && found.length === 10 ? found : null;
}

function ownerOf(matter: FrontMatter['fields'], lines: readonly Field[]): string | null {
  const named = [
    ...[...matter].flatMap(([key, values]) => (OWNER_KEYS.has(key) ? values : [])),
    ...lines.flatMap(({ key, values }) => (OWNER_KEYS.has(key) ? values.map(({ text }) => text) : [])),
  ].flatMap((text) => namesIn(plainText(text)));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function splitHeading(heading: string): [name: string, inline: string | null] {
  const at = heading.search(/[:\uff1a]/);
  const inline = at === -1 ? '' : heading.slice(at + 1).trim();
  return inline === '' ? [keyOf(heading), null] : [keyOf(heading.slice(0, at)), inline];
}

function decidersIn(matter: FrontMatter['fields'], { sections }: Outline, lines: readonly Field[]): readonly string[] {
  const listed = [
    ...[...matter].flatMap(([key, values]) => (DECIDER_KEYS.has(key) ? values : [])),
    ...lines.filter(({ key }) => DECIDER_KEYS.has(key)).flatMap(({ values }) => values.map(({ text }) => text)),
    ...sections
      .filter(({ key }) => DECIDER_KEYS.has(key))
      .flatMap((section) => section.lines.map((line) => line.replace(/^\s*(?:[-*+]|\d+\.)\s+/, ''))),
  ];
  const names = listed.flatMap((text) => namesIn(plainText(text)));
  return [...new Set(names)].slice(0, MOST_DECIDERS);
}

/** "A, B and C", "@a @b"; what is in brackets is the template. */
function namesIn(text: string): string[] {
  if (/^[{[]|list everyone|n\/a|^tbd$/i.test(text)) return [];
  const parts = /^@\S+(?:\s+@\S+)+$/.test(text) ? text.split(/\s+/) : text.split(/\s*[,;&]\s*|\s+(?:and|und|et|y)\s+/);
  return parts
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= LONGEST_NAME && /\p{L}/u.test(name));
}
