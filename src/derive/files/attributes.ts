import { compilePattern, type Pattern, patternBeneath, segmentsOf, unquote } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';
import { type LinguistAttributes, NO_ATTRIBUTES } from './classify.ts';

/** A `.gitattributes` at the head. */
export interface AttributesFile {
  readonly path: string;
  readonly content: string;
}
/** true: set, false: unset (`-x`), text: `x=text`, null: made unspecified again (`!x`). */
export type State = boolean | string | null;
type Setting = readonly [name: string, state: State];

interface Rule {
  readonly pattern: Pattern | null;
  readonly settings: readonly Setting[];
}

/** git leaves longer lines aside. */
const LONGEST_LINE = 2048;
/** So many rules of all files together are read; the highest, nearest the root first. */
const MOST_RULES = 10_000;
const ATTRIBUTE_NAME = /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/;

/** The attributes of a repository: asks by path, as `git check-attr` does on a checkout of the head. */
export interface Attributes {
  /** States of the attributes that are specified for the path. */
  of(path: string): ReadonlyMap<string, State>;
  /** Rules that were left out to bound the work; 0 in any likely repository. */
  readonly dropped: number;
}

/**
 * Reads all `.gitattributes` of a tree. Of the rules that match a path the last counts, those of deeper directories after
 * those above. Macros (`[attr]name …`) are heard in the topmost file only, as in git; `binary` is built in. Lines git would
 * not accept are left aside. Total: any text gives an answer.
 */
export function readAttributes(files: readonly AttributesFile[]): Attributes {
  const macros = new Map<string, readonly Setting[]>([
    [
      'binary',
      [
        ['diff', false],
        ['merge', false],
        ['text', false],
      ],
    ],
  ]);
  const rules: Rule[] = [];
  let dropped = 0;
  const ordered = files.map((file) => ({ ...file, directory: segmentsOf(file.path).slice(0, -1) }));
  ordered.sort((a, b) => a.directory.length - b.directory.length || (a.path < b.path ? -1 : 1));
  for (const { content, directory } of ordered)
    for (const line of content.replace(/^\uFEFF/, '').split('\n')) {
      const read = readLine(line, directory);
      if (read === null) continue;
      if (read.macro !== null) macros.set(read.macro, read.settings);
      else if (rules.length < MOST_RULES) rules.push(read);
      else dropped++;
    }
  const set = new PatternSet(rules.map((rule) => rule.pattern));
  return {
    dropped: dropped + set.dropped,
    of(path) {
      const found = new Map<string, State>();
      if (rules.length === 0) return found;
      for (const rank of set.matching(segmentsOf(path))) fill(found, rules[rank]?.settings ?? [], macros, 0);
      return found;
    },
  };
}

/** The first to speak of an attribute is heard; asked from the last rule to the first, that is the last rule. */
function fill(
  found: Map<string, State>,
  settings: readonly Setting[],
  macros: ReadonlyMap<string, readonly Setting[]>,
  depth: number,
): void {
  for (const [name, state] of settings.toReversed()) {
    if (found.has(name)) continue;
    found.set(name, state);
    const macro = macros.get(name);
    // What was filled is never filled again, so that macros naming each other come to an end; the depth is for the stack.
    if (state === true && macro !== undefined && depth < 50) fill(found, macro, macros, depth + 1);
  }
}

function readLine(text: string, directory: readonly string[]): (Rule & { readonly macro: string | null }) | null {
  if (text.length > LONGEST_LINE) return null;
  const line = text.replace(/^[ \t\r\n]+/, '');
  if (line === '' || line.startsWith('#')) return null;
  const quoted = line.startsWith('"') ? /^"(?:[^"\\]|\\.)*"/.exec(line)?.[0] : undefined;
  const unquoted = quoted === undefined ? null : unquote(quoted);
  // A quote that does not close properly is a character like any other.
  const end = unquoted === null || quoted === undefined ? endOfWord(line) : quoted.length;
  const name = unquoted === null ? line.slice(0, end) : Buffer.from(unquoted, 'latin1').toString('utf8');
  const settings = readSettings(line.slice(end));
  if (settings === null) return null;
  if (name.startsWith('[attr]')) {
    const macro = name.slice(6);
    const isName = ATTRIBUTE_NAME.test(macro) && directory.length === 0;
    return isName ? { macro, settings, pattern: null } : null;
  }
  // "Negative patterns are ignored in git attributes."
  if (name.startsWith('!')) return null;
  const pattern = compilePattern(name, 'attributes');
  return pattern === null ? null : { macro: null, settings, pattern: patternBeneath(pattern, directory) };
}

function endOfWord(line: string): number {
  const end = line.search(/[ \t\r\n]/);
  return end < 0 ? line.length : end;
}

/** Null when a name is none: git leaves the whole line aside then. */
function readSettings(text: string): Setting[] | null {
  const settings: Setting[] = [];
  for (const word of text.split(/[ \t\r\n]+/)) {
    if (word === '') continue;
    const sign = word.startsWith('-') || word.startsWith('!') ? word[0] : '';
    const equals = word.indexOf('=');
    const name = word.slice(sign === '' ? 0 : 1, equals < 0 ? undefined : equals);
    if (!ATTRIBUTE_NAME.test(name)) return null;
    if (sign === '-') settings.push([name, false]);
    else if (sign === '!') settings.push([name, null]);
    else settings.push([name, equals < 0 ? true : word.slice(equals + 1)]);
  }
  return settings;
}

/** What Linguist reads of them, and whether they call the file binary. */
export function linguistAttributes(states: ReadonlyMap<string, State>): LinguistAttributes {
  if (states.size === 0) return NO_ATTRIBUTES;
  const flag = (name: string): boolean | null => {
    const state = states.get(`linguist-${name}`);
    // Linguist: present and not the word "false".
    return state === undefined || state === null ? null : state !== false && state !== 'false';
  };
  const language = states.get('linguist-language');
  return {
    vendored: flag('vendored'),
    generated: flag('generated'),
    documentation: flag('documentation'),
    detectable: flag('detectable'),
    language: typeof language === 'string' && language !== '' ? language : null,
    binary: states.get('binary') === true || (states.get('text') === false && states.get('diff') === false),
  };
}
