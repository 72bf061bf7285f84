import type { FrontMatter } from './front-matter.ts';
import { type Field, keyOf, type Outline } from './outline.ts';
import { numberOfName } from './record-number.ts';
import { plainText, statusOf } from './words.ts';

/** How a record names another one, as it stands in the text. */
export interface DecisionMention {
  /** What is shown: `ADR 32`, `Use a queue`, `0009-no-queue.md`. */
  readonly text: string;
  /** Where a link leads; null for bare words. */
  readonly target: string | null;
}

export interface DecisionLinks {
  readonly supersedes: readonly DecisionMention[];
  readonly supersededBy: readonly DecisionMention[];
}

const MOST = 50;
const LONGEST = 400;
const KEYS = {
  supersedes: keys(
    'supersedes|supersede|superseedes|supercedes|replaces|ersetzt|remplace|reemplaza|substitui|sostituisce|取代|替代',
  ),
  supersededBy: keys(
    'superseded by|supersededby|superceded by|superseeded by|replaced by|replacedby|successor|ersetzt durch|abgelöst durch|remplacé par|remplacée par|reemplazado por|reemplazada por|sustituido por|substituído por|substituída por|substituido por|sostituito da|vervangen door|被取代|取代者',
  ),
};
function keys(words: string): ReadonlySet<string> {
  return new Set(words.split('|'));
}

/** `Superseded by X`, `Superseded (as never implemented) by X`, and what other languages make of it: what is said before X. */
const BY =
  /^(?:this\s+(?:adr|rfc|decision|record)\s+(?:is|was|has\s+been)\s+(?:now\s+)?)?(?:(?:partly|partially|in\s+part)\s+)?(?:supersed\w*|superced\w*|superseed\w*|replaced|ersetzt|abgelöst|remplacée?|reemplazad[oa]|sustituid[oa]|substitu[íi]d[oa]|sostituit[oa]|vervangen)\b[^.\n]{0,80}?(?<!\p{L})(?:by|durch|von|par|por|pel[oa]|da|door)\s*[:\uff1a]?\s/iu;
/** `已被 X 取代`. */
const CHINESE_BY = /^(?:已)?(?:被|由)(.{1,200})(?:取代|替代|替换|代替)/u;
/** `Supersedes X`, `This ADR in part supersedes X`; what begins a sentence about somebody else does not. */
const SUPERSEDES =
  /^(?:this\s+(?:adr|rfc|decision|record|document)\s+)?(?:(?:partly|partially|in\s+part|also|now)\s+)?(?:supersedes|supercedes|superseedes|replaces|ersetzt(?!\s+(?:durch|von))|remplace|reemplaza\s+a?|substitui)\s*[:\uff1a]?\s/iu;

/**
 * What a record says it supersedes, and what it says superseded it: keys of front matter, fields, and sentences that begin with the
 * word, in the Status section, in lists of links and elsewhere. Each names its other ends as they stand; `resolveDecisions` finds
 * the files.
 */
export function linksIn(matter: FrontMatter['fields'], outline: Outline, fields: readonly Field[]): DecisionLinks {
  const found = { supersedes: [] as DecisionMention[], supersededBy: [] as DecisionMention[] };
  const hear = (sentence: string, isStatus: boolean) => {
    const said = sentence
      .replace(/~~[^~]*~~/g, ' ')
      .replace(/\*+/g, '')
      .replace(/^[^\p{L}]+/u, '')
      .replace(/^status\s*[:\uff1a]\s*/i, '')
      .slice(0, 2000);
    const by = BY.exec(said)?.[0];
    const chinese = CHINESE_BY.exec(said)?.[1];
    const older = SUPERSEDES.exec(said)?.[0];
    if (by !== undefined) found.supersededBy.push(...mentionsIn(said.slice(by.length), true));
    else if (chinese !== undefined) found.supersededBy.push(...mentionsIn(chinese, true));
    else if (older !== undefined) found.supersedes.push(...mentionsIn(said.slice(older.length), false));
    else if (isStatus && statusOf(said) === 'superseded') found.supersededBy.push(...linksOf(said));
  };
  for (const [key, values] of matter) {
    const way = wayOf(key);
    if (way !== null) found[way].push(...values.flatMap(valueMentions));
    if (key === 'status') for (const value of values) hear(value, true);
  }
  for (const { key, values } of fields) {
    const way = wayOf(key);
    for (const { raw } of values) {
      if (way !== null) found[way].push(...mentionsIn(raw, true));
      else if (isStatusKey(key)) hear(raw, true);
    }
  }
  for (const { level, heading, key, lines } of outline.sections) {
    const way = level > 0 ? wayOf(key) : null;
    const isStatus = level > 0 && isStatusKey(keyOf(heading.split(/[:\uff1a]/)[0] ?? ''));
    if (isStatus) hear(heading.replace(/^[^:\uff1a]*[:\uff1a]?/, ''), true);
    let isSuperseded = false;
    for (const line of lines) {
      if (way !== null) found[way].push(...mentionsIn(line.replace(/^\s*[-*+]\s+/, ''), true));
      else hear(line, isStatus);
      // "**superseded**", and why in the next paragraph.
      if (isStatus && isSuperseded && found.supersededBy.length === 0) found.supersededBy.push(...linksOf(line));
      isSuperseded ||= isStatus && statusOf(line) === 'superseded';
    }
  }
  const leading = leadingOf(outline, [...found.supersedes, ...found.supersededBy]);
  return {
    supersedes: distinct(found.supersedes.map(leading)),
    supersededBy: distinct(found.supersededBy.map(leading)),
  };
}

/** A bare `ADR 53` leads where a link of the same record to number 53 leads. */
function leadingOf({ sections }: Outline, mentions: readonly DecisionMention[]) {
  const targets = new Map<string, string>();
  if (mentions.some(({ target }) => target === null)) {
    for (const [, target = ''] of sections
      .flatMap(({ lines }) => lines)
      .join('\n')
      .matchAll(/\]\(([^()<>\s]{1,300})\)/g)) {
      const number = /\.mdx?(?:#|$)/i.test(target) ? numberOfName(target.replace(/^.*\//, '')) : null;
      if (number !== null && !targets.has(number)) targets.set(number, target);
    }
  }
  return (mention: DecisionMention): DecisionMention =>
    mention.target === null ? { ...mention, target: targets.get(numberOfName(mention.text) ?? '') ?? null } : mention;
}

const isStatusKey = (key: string) => STATUS_KEYS.has(key);

/** Names under which a record says where it stands. */
export const STATUS_KEYS: ReadonlySet<string> = keys(
  'status|state|decision status|adr status|statut|état|estado|situação|stato|zustand|статус|状态|狀態|ステータス|状態',
);

function wayOf(key: string): keyof DecisionLinks | null {
  if (KEYS.supersedes.has(key)) return 'supersedes';
  return KEYS.supersededBy.has(key) ? 'supersededBy' : null;
}

const REFERENCE =
  /!?\[([^[\]]{0,300})\]\(\s*<?([^()<>\s]{1,300})>?(?:\s+"[^"]{0,200}")?\s*\)|\[\[([^[\]|]{1,200})(?:\|[^[\]]{0,200})?\]\]|((?:[\w.~-]+\/){0,8}[\w.~-]{1,150}\.(?:md|markdown|mdx|adoc))\b|(?<![\p{L}\p{N}])((?:ADR|RFC|AD|DR)[-_ #]{0,3}\d{1,8}[a-z]?)(?![\p{L}\p{N}-])/giu;
const STOP = /(?<=[\p{L}\p{N})\]])[.;!?。；]\s/gu;
/** A bare number, or a name without an ending, where nothing else stands. */
const BARE = /^#?(\d{1,8}[a-z]?|[\p{L}\d]+(?:[-_][\p{L}\p{N}.]+){1,20})[.,;]?$/u;

/** Everything named in what follows the word: links, names of files, `ADR 7`; and with `isAll` a bare number or name. */
function mentionsIn(text: string, isAll: boolean): DecisionMention[] {
  const short = text.slice(0, 2000);
  const references = [...short.matchAll(REFERENCE)];
  // A full stop within a link ends no sentence.
  const isWithin = (at: number) => references.some(({ index, 0: whole }) => at >= index && at < index + whole.length);
  const stop = [...short.matchAll(STOP)].find(({ index }) => !isWithin(index))?.index ?? short.length;
  const sentence = short.slice(0, stop);
  const found = references
    .filter(({ index }) => index < stop)
    .map(([whole, shown, target, wiki, file, number]) => ({
      text: plainText(shown ?? wiki ?? file ?? number ?? whole).slice(0, LONGEST),
      target: target ?? wiki ?? file ?? null,
    }));
  if (found.length > 0 || !isAll) return found.slice(0, MOST);
  const names = plainText(sentence).split(/\s*(?:,|;|&|\s(?:and|und|et|y|e|og)\s)\s*/);
  return names
    .flatMap((name) => (BARE.test(name) ? [{ text: name.replace(/[.,;]$/, ''), target: null }] : []))
    .slice(0, MOST);
}

/** A value of front matter may be the name of a file and nothing else, with blanks in it. */
const valueMentions = (value: string): DecisionMention[] =>
  /^[^[\](),;]{1,300}\.mdx?$/i.test(value.trim())
    ? [{ text: value.trim(), target: value.trim() }]
    : mentionsIn(value, true);

const linksOf = (text: string): DecisionMention[] => mentionsIn(text.replace(/^[*_`\s]*\p{L}+[*_`\s]*/u, ''), false);

function distinct(found: readonly DecisionMention[]): DecisionMention[] {
  return [...new Map(found.map((one) => [`${one.target ?? ''}\n${one.text}`, one])).values()].slice(0, MOST);
}
