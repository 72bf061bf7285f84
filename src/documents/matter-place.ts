/** Where the front matter of a text stands; offsets are those of the whole text, a byte order mark and CRLF included. */
export interface MatterPlace {
  readonly notation: 'yaml' | 'toml' | 'none';
  /** After the opening fence; the beginning of the text (after a byte order mark) where there is none. */
  readonly start: number;
  /** Where the closing fence begins. */
  readonly end: number;
  /** After the closing fence. */
  readonly body: number;
  /** How its lines end. */
  readonly eol: '\n' | '\r\n';
}

/** Nobody writes more by hand; what is longer is no front matter. */
export const LONGEST_MATTER = 1 << 15;

/** Finds YAML (between lines of `---`) or TOML (`+++`) at the beginning of a text. Linear, total. */
export function placeOf(text: string): MatterPlace {
  const from = text.startsWith('\u{FEFF}') ? 1 : 0;
  const firstLine = text.indexOf('\n', from);
  const eol = firstLine > 0 && text[firstLine - 1] === '\r' ? '\r\n' : '\n';
  const none = { notation: 'none', start: from, end: from, body: from, eol } as const;
  if (firstLine === -1) return none;
  const mark = /^(---|\+\+\+)[ \t]*\r?$/.exec(text.slice(from, firstLine))?.[1];
  if (mark === undefined) return none;
  const start = firstLine + 1;
  for (let at = start; at < text.length && at - start <= LONGEST_MATTER; ) {
    const newline = text.indexOf('\n', at);
    const body = newline === -1 ? text.length : newline + 1;
    if (isClosing(text.slice(at, Math.min(body, at + 100)).trimEnd(), mark)) {
      return { notation: mark === '---' ? 'yaml' : 'toml', start, end: at, body, eol };
    }
    at = body;
  }
  return none;
}

const isClosing = (line: string, mark: string): boolean => line === mark || (mark === '---' && line === '...');
