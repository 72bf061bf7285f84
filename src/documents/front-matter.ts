import { parse } from 'yaml';
import { keyOf } from './outline.ts';

/** What stands before a document, and the document. */
export interface FrontMatter {
  /** By key, lower case, words apart; lists item by item. Nothing but texts and lists of texts is kept. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** Nobody writes more by hand; what is longer is body. */
const LIMIT = 1 << 14;
/** Brackets open at once beyond which YAML is read line by line: the real parser calls itself for each. */
const DEEPEST = 20;

/** How many characters stand between the fences at the beginning of a text: what reading it as YAML would cost. */
export function frontMatterLength(text: string): number {
  const opening = /^---[ \t]*\n/.exec(text)?.[0].length ?? null;
  return opening === null ? 0 : (closing(text, opening, '---')?.start ?? opening) - opening;
}

/** Takes YAML (between lines of `---`) or TOML (`+++`) off the beginning of a text. Never fails: what is no YAML is read line by line; with `isPlain` all of it is. */
export function takeFrontMatter(text: string, isPlain = false): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (fence === null) return { fields: new Map(), body: text };
  const [opening, mark = ''] = fence;
  const end = closing(text, opening.length, mark);
  if (end === null) return { fields: new Map(), body: text };
  const matter = text.slice(opening.length, end.start);
  const fields =
    mark === '---' ? ((isPlain ? null : yamlFields(matter)) ?? lineFields(matter, ':')) : lineFields(matter, '=');
  return { fields, body: text.slice(end.stop) };
}

function closing(text: string, from: number, mark: string): { start: number; stop: number } | null {
  for (let at = from; at < text.length && at < LIMIT; ) {
    const newline = text.indexOf('\n', at);
    const stop = newline === -1 ? text.length : newline + 1;
    const line = text.slice(at, stop).trimEnd();
    if (line === mark || (mark === '---' && line === '...')) return { start: at, stop };
    at = stop;
  }
  return null;
}

function yamlFields(matter: string): Map<string, readonly string[]> | null {
  if (isDeep(matter)) return null;
  try {
    // Of the failsafe schema, in which everything is text; an alias is refused before it unfolds.
    const found: unknown = parse(matter, {
      schema: 'failsafe',
      maxAliasCount: 0,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return null;
    return new Map(Object.entries(found).map(([key, value]) => [keyOf(key), texts(value)]));
  } catch {
    return null;
  }
}

/** Whether reading it as YAML would go deeper than anybody writes. */
export function isDeep(matter: string): boolean {
  let [open, deepest] = [0, 0];
  for (const character of matter) {
    if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
    deepest = Math.max(deepest, open);
  }
  if (deepest > DEEPEST) return true;
  // Lists within lists of one line, and blocks within blocks.
  return matter.split('\n').some((line) => /^\s{200}/.test(line) || /(?:[-?:]\s){20}/.test(line));
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => (typeof item === 'string' ? [item] : []));
}

/** `key: value`, `key = "value"`, `key = ["a", "b"]`: what most front matter is, right or wrong. */
function lineFields(matter: string, sign: ':' | '='): Map<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const line of matter.split('\n')) {
    const at = line.indexOf(sign);
    const key = keyOf(line.slice(0, Math.max(at, 0)));
    if (at === -1 || !/^[\p{L}][\p{L}\p{N} _-]{0,40}$/u.test(key)) continue;
    const value = line.slice(at + 1).trim();
    const list = /^\[(.*)\]$/.exec(value)?.[1];
    fields.set(key, list === undefined ? [unquoted(value)] : list.split(',').map((item) => unquoted(item.trim())));
  }
  return fields;
}

const unquoted = (text: string) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
