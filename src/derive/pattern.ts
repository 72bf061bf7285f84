import { ANY_ONE, ANY_RUN, type Glob, matchesGlob, readSet, type Token } from './pattern-glob.ts';

/**
 * Whose rules a pattern follows where they differ:
 * - ignore: `.gitignore` and `fortnight.yml`; a directory that matches takes everything beneath with it;
 * - attributes: `.gitattributes`; only the path itself;
 * - owners: CODEOWNERS; as ignore, but a last `*` stays in its directory, and there are no sets `[a-z]`.
 */
export type Dialect = 'ignore' | 'attributes' | 'owners';

/** A pattern read once, for {@link matchesPattern}. */
export interface Pattern {
  readonly segments: readonly Segment[];
  /** Starts at the top. If not, it is one segment and may match at any depth. */
  readonly anchored: boolean;
  /** Written with a slash at its end. */
  readonly directoryOnly: boolean;
  /** Beneath a match everything matches, too. */
  readonly reachesWithin: boolean;
}
/** A literal name, a glob, or any number of directories. */
export type Segment = string | Glob | typeof ANY_DEPTH;
export const ANY_DEPTH = 0;

/** Longest pattern read, in bytes; git itself ignores attribute lines from 2048 on. */
const LONGEST = 2048;

/**
 * Reads a pattern without its leading `!`. Null when nothing can ever match it: empty, malformed, or a pattern for
 * directories in a dialect that asks about files alone. No regular expression is made of it.
 */
export function compilePattern(text: string, dialect: Dialect): Pattern | null {
  let rest = bytewise(text);
  const directoryOnly = rest.endsWith('/');
  if (directoryOnly) rest = rest.slice(0, -1);
  if (rest === '' || rest.length > LONGEST || (directoryOnly && dialect === 'attributes')) return null;
  const anchored = rest.includes('/');
  if (rest.startsWith('/')) rest = rest.slice(1);
  const segments = readSegments(rest, dialect !== 'owners');
  if (segments === null) return null;
  const last = segments.at(-1);
  const staysDirect = dialect === 'owners' && anchored && isAnyRun(last);
  if (last === ANY_DEPTH) segments.push(ANYTHING);
  return {
    // Without a slash `**` is one segment and means `*`; ANYTHING stands last then.
    segments: anchored ? segments : segments.slice(-1),
    anchored,
    directoryOnly,
    reachesWithin: dialect !== 'attributes' && !staysDirect,
  };
}
const ANYTHING: Glob = { tokens: [ANY_RUN] };

function isAnyRun(segment: Segment | undefined): boolean {
  return typeof segment === 'object' && segment.tokens.length === 1 && segment.tokens[0] === ANY_RUN;
}

/**
 * The same pattern for a file of rules that lies in `directory` (segments): it then speaks of paths from the top.
 */
export function patternBeneath(pattern: Pattern, directory: readonly string[]): Pattern {
  if (directory.length === 0) return pattern;
  const depth: readonly Segment[] = pattern.anchored ? [] : [ANY_DEPTH];
  return { ...pattern, anchored: true, segments: [...directory, ...depth, ...pattern.segments] };
}

/** One character per byte of UTF-8, as git compares. Paths shown C-quoted are taken out of their quotes. */
export function bytewise(text: string): string {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) > 0x7f) return Buffer.from(text, 'utf8').toString('latin1');
  return text;
}

/** A path of the fact tables as segments, ready to be matched by many patterns. */
export function segmentsOf(path: string): readonly string[] {
  return (path.startsWith('"') ? (unquote(path) ?? bytewise(path)) : bytewise(path)).split('/');
}

/**
 * Does the pattern match the file at this path? Time at most proportional to pattern times path: after a failure only
 * the last `**` is tried again, one directory further down.
 */
export function matchesPattern(pattern: Pattern, path: readonly string[]): boolean {
  const { segments, anchored, directoryOnly, reachesWithin } = pattern;
  if (!anchored) {
    const wanted = segments[0] ?? '';
    const end = path.length - (directoryOnly ? 1 : 0);
    for (let at = reachesWithin ? 0 : path.length - 1; at < end; at++)
      if (matchesSegment(wanted, path[at] ?? '')) return true;
    return false;
  }
  let wanted = 0;
  let at = 0;
  let depth = -1;
  let depthAt = 0;
  for (;;) {
    const segment = segments[wanted];
    if (segment === undefined && ends(at)) return true;
    if (segment === ANY_DEPTH) {
      depth = wanted++;
      depthAt = at;
    } else if (segment !== undefined && at < path.length && matchesSegment(segment, path[at] ?? '')) {
      wanted++;
      at++;
    } else {
      if (depth < 0 || depthAt >= path.length) return false;
      wanted = depth + 1;
      at = ++depthAt;
    }
  }

  function ends(after: number): boolean {
    if (after === path.length) return !directoryOnly;
    return reachesWithin;
  }
}

function matchesSegment(segment: Segment, name: string): boolean {
  if (typeof segment === 'string') return segment === name;
  return segment === ANY_DEPTH || matchesGlob(segment, name);
}

/** Splits at slashes outside of sets; null when malformed. */
function readSegments(text: string, hasSets: boolean): Segment[] | null {
  const segments: Segment[] = [];
  let tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '/' || (character === '\\' && text[at + 1] === '/')) {
      if (character === '\\') at++;
      segments.push(segmentOf(tokens));
      tokens = [];
    } else if (character === '\\') {
      const escaped = text[++at];
      if (escaped === undefined) return null;
      tokens.push(escaped);
    } else if (character === '[' && hasSets) {
      const read = readSet(text, at + 1);
      if (read === null) return null;
      tokens.push(read.set);
      at = read.end;
    } else tokens.push(character === '*' ? ANY_RUN : character === '?' ? ANY_ONE : character);
  }
  segments.push(segmentOf(tokens));
  return segments;
}

function segmentOf(tokens: readonly Token[]): Segment {
  if (tokens.length > 1 && tokens.every((token) => token === ANY_RUN)) return ANY_DEPTH;
  if (tokens.every((token) => typeof token === 'string')) return tokens.join('');
  // Runs of stars are one star: it keeps the time within the bound.
  return { tokens: tokens.filter((token, index) => token !== ANY_RUN || tokens[index - 1] !== ANY_RUN) };
}

const ESCAPES = new Map(Object.entries({ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }));

/** A C-quoted text as git writes it, as bytes; null when its quotes do not close at its end or an escape is unknown. */
export function unquote(text: string): string | null {
  const bytes = bytewise(text);
  let out = '';
  let at = 1;
  for (; at < bytes.length && bytes[at] !== '"'; at++) {
    if (bytes[at] !== '\\') {
      out += bytes[at];
      continue;
    }
    const letter = bytes[++at] ?? '';
    const octal = /^[0-3][0-7][0-7]/.exec(bytes.slice(at, at + 3))?.[0];
    if (octal !== undefined) {
      out += String.fromCharCode(Number.parseInt(octal, 8));
      at += 2;
    } else if (letter === '"' || letter === '\\') out += letter;
    else if (ESCAPES.has(letter)) out += ESCAPES.get(letter);
    else return null;
  }
  return at === bytes.length - 1 ? out : null;
}
