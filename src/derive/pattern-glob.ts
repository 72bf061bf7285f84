/**
 * One segment of a path against one segment of a pattern: `*`, `?`, `[a-z]`, `\x`, byte for byte as git's wildmatch.
 *
 * Texts are one character per byte (see `bytewise` in pattern.ts): git's `?` is a byte, not a letter.
 */
export interface Glob {
  readonly tokens: readonly Token[];
}
/** A character, one of any (`?`), any run (`*`), or a set. */
export type Token = string | typeof ANY_ONE | typeof ANY_RUN | CharacterSet;
interface CharacterSet {
  readonly negated: boolean;
  /** Pairs of lowest and highest code. */
  readonly ranges: readonly number[];
}
export const ANY_ONE = 1;
export const ANY_RUN = 2;

/**
 * Reads one bracket expression from just after its `[`; gives the set and where it ends, or null when it is malformed
 * (git lets such a pattern match nothing).
 */
export function readSet(text: string, start: number): { readonly set: CharacterSet; readonly end: number } | null {
  const negated = text[start] === '!' || text[start] === '^';
  const ranges: number[] = [];
  let previous: number | null = null;
  let at = negated ? start + 1 : start;
  for (let first = true; first || text[at] !== ']'; first = false, at++) {
    if (at >= text.length) return null;
    const next = text[at + 1];
    if (text[at] === '-' && previous !== null && next !== undefined && next !== ']') {
      at += next === '\\' ? 2 : 1;
      if (at >= text.length) return null;
      ranges.push(previous, text.charCodeAt(at));
      previous = null;
    } else if (
      text[at] === '[' &&
      next === ':' &&
      text[classEnd(text, at) - 1] === ':' &&
      classEnd(text, at) > at + 2
    ) {
      const end = classEnd(text, at);
      const members = CLASSES.get(text.slice(at + 2, end - 1));
      if (members === undefined) return null;
      ranges.push(...members);
      previous = null;
      at = end;
    } else {
      if (text[at] === '[' && next === ':' && classEnd(text, at) >= text.length) return null;
      if (text[at] === '\\' && ++at >= text.length) return null;
      previous = text.charCodeAt(at);
      ranges.push(previous, previous);
    }
  }
  return { set: { negated, ranges }, end: at };
}

/** Place of the `]` that would close `[:` at `at`; the length of the text when there is none. */
function classEnd(text: string, at: number): number {
  const end = text.indexOf(']', at + 2);
  return end < 0 ? text.length : end;
}

const code = (character: string) => character.charCodeAt(0);
const range = (...pairs: readonly string[]) => pairs.flatMap((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
const CLASSES: ReadonlyMap<string, readonly number[]> = new Map([
  ['alnum', range('az', 'AZ', '09')],
  ['alpha', range('az', 'AZ')],
  ['blank', range('  ', '\t\t')],
  ['cntrl', [0, 0x1f, 0x7f, 0x7f]],
  ['digit', range('09')],
  ['graph', range('!~')],
  ['lower', range('az')],
  ['print', range(' ~')],
  ['punct', range('!/', ':@', '[`', '{~')],
  ['space', [code('\t'), code('\r'), code(' '), code(' ')]],
  ['upper', range('AZ')],
  ['xdigit', range('09', 'af', 'AF')],
]);

/**
 * Does the glob match the whole text? Time at most proportional to pattern times text: after a failure only the last
 * `*` is tried again, one character further, which is enough because what stands between two stars matches best where it
 * matches first.
 */
export function matchesGlob({ tokens }: Glob, text: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length || token < tokens.length) {
    const wanted = tokens[token];
    if (wanted === ANY_RUN) {
      star = token++;
      starAt = at;
    } else if (at < text.length && wanted !== undefined && isOne(wanted, text, at)) {
      token++;
      at++;
    } else {
      if (star < 0 || starAt >= text.length) return false;
      token = star + 1;
      at = ++starAt;
    }
  }
  return true;
}

function isOne(token: Token, text: string, at: number): boolean {
  if (typeof token === 'string') return text[at] === token;
  if (token === ANY_ONE) return true;
  if (token === ANY_RUN) return false;
  const wanted = text.charCodeAt(at);
  let inside = false;
  for (let i = 0; i < token.ranges.length; i += 2)
    if (wanted >= (token.ranges[i] ?? 0) && wanted <= (token.ranges[i + 1] ?? -1)) inside = true;
  return inside !== token.negated;
}
