import { dateIn, dateOfName } from './dates.ts';
import { type FrontMatter, frontMatterLength, takeFrontMatter } from './front-matter.ts';
import { type Field, fieldsIn, keyOf, type Outline, outlineOf, type Section } from './outline.ts';
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
  /** `affects` of the front matter, as written. */
  readonly affects: readonly string[];
  /** The text after the front matter. */
  readonly body: string;
}

/** Headings of what others write without one. */
const META_KEYS = new Set(['metadata', 'meta', 'meta data', 'information', 'details', 'summary table']);
const STATUS_KEYS = new Set(['status', 'state', 'decision status', 'adr status', 'statut', 'estado', 'stato']);
const DECIDER_KEYS = new Set(['deciders', 'decider', 'decision makers', 'decision maker', 'decided by', 'entscheider']);
/** The better ones first: when it was decided rather than when the text was last touched. */
const DATE_KEYS = [
  'date',
  'decision date',
  'decided',
  'decided on',
  'datum',
  'created',
  'created on',
  'last updated',
  'last update',
  'updated',
  'last modified',
];
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
  const { fields: matter, body } = takeFrontMatter(unified(text), isPlain);
  const outline = outlineOf(body);
  const lines = fieldsIn(headLines(outline));
  return {
    title: titleOf(path, matter, outline),
    status: statusIn(matter, outline, lines),
    date: dateOf(path, matter, outline, lines, near),
    deciders: decidersIn(matter, outline, lines),
    affects: matter.get('affects') ?? [],
    body,
  };
}

const unified = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** Characters of YAML that are read as such in all: a second or two of the dearest there are. Thousands of honest records have fewer. */
const MOST_YAML = 1 << 19;

/** Reads records one after another, as {@link readDecision} does each; when they hold more YAML than anybody writes, the last ones line by line. */
export function readDecisions(
  files: readonly { readonly path: string; readonly content: string; readonly near: number | null }[],
): Decision[] {
  let room = MOST_YAML;
  return files.map(({ path, content, near }) => {
    room -= frontMatterLength(unified(content));
    return readDecision(path, content, near, room < 0);
  });
}

/** What stands before the first section: below the title, or before any heading; and below a heading that says so. */
function headLines({ sections }: Outline): readonly string[] {
  const first = sections.findIndex(({ level, key }, at) => (level > 1 || at > 1) && !META_KEYS.has(key));
  return sections.slice(0, first === -1 ? undefined : first).flatMap((section) => section.lines);
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

function statusIn(matter: FrontMatter['fields'], outline: Outline, lines: readonly Field[]): DecisionStatus | null {
  const found: (DecisionStatus | null)[] = [];
  found.push(...(matter.get('status') ?? []).map(statusOf));
  for (const section of outline.sections.filter(({ level }) => level > 0)) found.push(...statusOfSection(section));
  for (const { key, values } of lines) if (STATUS_KEYS.has(key)) found.push(...values.slice(0, 1).map(statusOf));
  return latestStatus(found);
}

/** `## Status` and what follows; `## Status: accepted`. Further paragraphs count only where they say what came after. */
function statusOfSection({ heading, lines }: Section): (DecisionStatus | null)[] {
  const [name, inline] = splitHeading(heading);
  if (!STATUS_KEYS.has(name)) return [];
  if (inline !== null) return [statusOf(inline)];
  const said = lines.map((line) => plainText(line.replace(/^\s*(?:[-*+]|\d+\.)\s+/, ''))).filter((line) => line !== '');
  const first = said[0];
  if (first === undefined) return [];
  const later = said
    .slice(1)
    .filter((line) => /^supersed\w* by\b|^superced\w* by\b|^replaced by\b|^deprecated\b/i.test(line));
  return [statusOf(first), ...later.map(statusOf)];
}

function splitHeading(heading: string): [name: string, inline: string | null] {
  const at = heading.indexOf(':');
  const inline = at === -1 ? '' : heading.slice(at + 1).trim();
  return inline === '' ? [keyOf(heading), null] : [keyOf(heading.slice(0, at)), inline];
}

function dateOf(
  path: string,
  matter: FrontMatter['fields'],
  { sections }: Outline,
  lines: readonly Field[],
  near: number | null,
): string | null {
  for (const key of DATE_KEYS) {
    const given = [
      ...(matter.get(key) ?? []),
      ...lines.filter((field) => field.key === key).flatMap(({ values }) => values),
      ...sections
        .filter((section) => section.key === key)
        .map((section) => section.lines.find((line) => line !== '') ?? ''),
    ];
    for (const text of given) {
      const date = dateIn(text, near);
      if (date !== null) return date;
    }
  }
  return dateOfName(path);
}

function decidersIn(matter: FrontMatter['fields'], { sections }: Outline, lines: readonly Field[]): readonly string[] {
  const listed = [
    ...[...matter].flatMap(([key, values]) => (DECIDER_KEYS.has(key) ? values : [])),
    ...lines.filter(({ key }) => DECIDER_KEYS.has(key)).flatMap(({ values }) => values),
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
