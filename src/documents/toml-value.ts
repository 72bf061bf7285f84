/** A value and where it ends. */
interface Found {
  readonly value: unknown;
  readonly end: number;
}

const DEEPEST = 20;
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};
/** Days, times, numbers and words, up to what ends them. */
const BARE = /[^\s,\]}#]+(?: \d{2}:\d{2}[^\s,\]}#]*)?/y;
const BLANK = /(?:[ \t\r\n]|#[^\n]*)*/y;

/** Reads the TOML value at an offset; null where there is none. Days and times are texts, as they are written. */
export function tomlValue(text: string, at: number, depth = 0): Found | null {
  if (depth > DEEPEST) return null;
  const sign = text[at];
  if (text.startsWith('"""', at) || text.startsWith("'''", at)) return longText(text, at);
  if (sign === '"' || sign === "'") return shortText(text, at);
  if (sign === '[') return list(text, at, depth);
  if (sign === '{') return table(text, at, depth);
  BARE.lastIndex = at;
  const word = BARE.exec(text)?.[0];
  const value = word === undefined ? undefined : bare(word);
  return word === undefined || value === undefined ? null : { value, end: at + word.length };
}

function bare(word: string): unknown {
  if (word === 'true' || word === 'false') return word === 'true';
  if (/^\d{4}-\d{2}-\d{2}/.test(word) || /^\d{2}:\d{2}/.test(word)) return word;
  if (/^[-+]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][-+]?\d+)?$/.test(word))
    return Number(word.replaceAll('_', ''));
  if (/^0x[\da-fA-F_]+$|^0o[0-7_]+$|^0b[01_]+$/.test(word)) return Number(word.replaceAll('_', ''));
  return /^[-+]?(?:inf|nan)$/.test(word) ? word : undefined;
}

function shortText(text: string, at: number): Found | null {
  const isLiteral = text[at] === "'";
  const line = (isLiteral ? /'([^'\n]*)'/y : /"((?:[^"\\\n]|\\.)*)"/y) as RegExp;
  line.lastIndex = at;
  const [whole, inner = ''] = line.exec(text) ?? [];
  if (whole === undefined) return null;
  return { value: isLiteral ? inner : unescaped(inner), end: at + whole.length };
}

function longText(text: string, at: number): Found | null {
  const mark = text.slice(at, at + 3);
  let end = text.indexOf(mark, at + 3);
  while (end !== -1 && mark === '"""' && /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(at + 3, end - 50), end))) {
    end = text.indexOf(mark, end + 1);
  }
  if (end === -1) return null;
  // Up to two quotes more may stand before the mark.
  while (text[end + 3] === mark[0] && end < text.length) end += 1;
  const inner = text.slice(at + 3, end).replace(/^\r?\n/, '');
  const value = mark === '"""' ? unescaped(inner.replace(/\\[ \t]*\r?\n\s*/g, '')) : inner;
  return { value, end: end + 3 };
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gs, (whole, four, eight, one) => {
    const code = Number.parseInt(four ?? eight ?? '', 16);
    if (one !== undefined) return ESCAPES[one] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

function skip(text: string, at: number): number {
  BLANK.lastIndex = at;
  return at + (BLANK.exec(text)?.[0].length ?? 0);
}

function list(text: string, at: number, depth: number): Found | null {
  const value: unknown[] = [];
  for (let next = skip(text, at + 1); next < text.length; ) {
    if (text[next] === ']') return { value, end: next + 1 };
    const item = tomlValue(text, next, depth + 1);
    if (item === null) return null;
    value.push(item.value);
    next = skip(text, item.end);
    if (text[next] === ',') next = skip(text, next + 1);
    else if (text[next] !== ']') return null;
  }
  return null;
}

function table(text: string, at: number, depth: number): Found | null {
  const value: [string, unknown][] = [];
  for (let next = skip(text, at + 1); next < text.length; ) {
    if (text[next] === '}') return { value: Object.fromEntries(value), end: next + 1 };
    const [whole, bareKey, quotedKey] =
      /^(?:([A-Za-z0-9_-]+)|"([^"\\\n]*)")[ \t]*=[ \t]*/.exec(text.slice(next, next + 300)) ?? [];
    if (whole === undefined) return null;
    const item = tomlValue(text, next + whole.length, depth + 1);
    if (item === null) return null;
    value.push([bareKey ?? quotedKey ?? '', item.value]);
    next = skip(text, item.end);
    if (text[next] === ',') next = skip(text, next + 1);
    else if (text[next] !== '}') return null;
  }
  return null;
}

/** Where the first table begins: keys below it are not of the document. A line within a long text or a list is none. */
export function tomlEnd(matter: string): number {
  for (let at = 0; at < matter.length; ) {
    const newline = matter.indexOf('\n', at);
    const line = matter.slice(at, newline === -1 ? matter.length : newline);
    if (/^[ \t]*\[/.test(line)) return at;
    const equals = line.indexOf('=');
    const start = at + equals + 1 + (/^[ \t]*/.exec(line.slice(equals + 1))?.[0].length ?? 0);
    const found = equals === -1 || /^[ \t]*#/.test(line) ? null : tomlValue(matter, start);
    const next = matter.indexOf('\n', found?.end ?? at);
    at = next === -1 ? matter.length : next + 1;
  }
  return matter.length;
}
