import stringWidth from 'string-width';
import type { Inline, Tone } from '../domain/page.ts';
import { ascii, plain } from '../domain/plain.ts';

/** A stretch of harmless text in one tone; a line is several of them. Widths are columns of a terminal. */
export interface Run {
  readonly text: string;
  readonly tone: Tone | null;
}
export type Line = readonly Run[];

export const widthOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));
export const lineWidth = (line: Line): number => line.reduce((sum, run) => sum + widthOf(run.text), 0);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const symbols = (text: string): string[] => Array.from(graphemes.segment(text), (s) => s.segment);

/** Text of a page made harmless: the only way from a page to a line. */
export function runs(inline: Inline, unicode: boolean): Run[] {
  const safe = unicode ? plain : ascii;
  const parts = Array.isArray(inline) ? (inline as readonly (string | { text: string; tone: Tone })[]) : [inline];
  return parts.map((part) =>
    typeof part === 'string'
      ? { text: safe(part), tone: null }
      : { text: safe((part as { text: string }).text), tone: (part as { tone: Tone }).tone },
  );
}

/** The beginning of a text that fits a width, and the rest. Never splits what is seen as one symbol. */
function cut(text: string, width: number): [string, string] {
  let used = 0;
  let head = '';
  for (const symbol of symbols(text)) {
    const more = widthOf(symbol);
    if (used + more > width) break;
    used += more;
    head += symbol;
  }
  return [head, text.slice(head.length)];
}

function cutEnd(text: string, width: number): string {
  let used = 0;
  let tail = '';
  for (const symbol of symbols(text).reverse()) {
    const more = widthOf(symbol);
    if (used + more > width) break;
    used += more;
    tail = symbol + tail;
  }
  return tail;
}

/** Shortens to a width by taking out the middle: the ends of a path tell most. */
export function elide(text: string, width: number, unicode: boolean): string {
  if (widthOf(text) <= width) return text;
  const mark = unicode ? '…' : '..';
  const room = width - mark.length;
  if (room < 2) return cut(text, width)[0];
  const tail = cutEnd(text, Math.floor(room / 2));
  return cut(text, room - widthOf(tail))[0] + mark + tail;
}

/** Shortens a line of several runs, each losing from its own middle, the longest first. */
export function elideLine(line: Line, width: number, unicode: boolean): Line {
  let over = lineWidth(line) - width;
  if (over <= 0) return line;
  const out = [...line];
  while (over > 0) {
    let longest = 0;
    for (let i = 1; i < out.length; i += 1) {
      if (widthOf(out[i]?.text ?? '') > widthOf(out[longest]?.text ?? '')) longest = i;
    }
    const run = out[longest];
    const before = widthOf(run?.text ?? '');
    if (run === undefined || before === 0) break;
    const text = elide(run.text, Math.max(0, before - over), unicode);
    out[longest] = { ...run, text };
    over -= before - widthOf(text);
  }
  return out;
}

/** Breaks at spaces (a word too long for a line is cut), keeping tones. Never yields a line over the width. */
export function wrap(line: Line, width: number): Line[] {
  const lines: Line[] = [];
  let current: Run[] = [];
  let used = 0;
  const put = (text: string, tone: Tone | null) => {
    if (text === '') return;
    const last = current.at(-1);
    if (last !== undefined && last.tone === tone) current[current.length - 1] = { text: last.text + text, tone };
    else current.push({ text, tone });
    used += widthOf(text);
  };
  const flush = () => {
    lines.push(trimEnd(current));
    current = [];
    used = 0;
  };
  for (const word of words(line)) {
    let room = word.reduce((sum, run) => sum + widthOf(run.text), 0);
    const isSpace = word[0]?.text === ' ';
    if (used + room > width && used > 0) {
      flush();
      if (isSpace) continue;
    }
    if (isSpace && used === 0 && lines.length > 0) continue;
    for (const run of word) {
      let rest = run.text;
      while (used + widthOf(rest) > width) {
        const [head, tail] = cut(rest, width - used);
        if (head === '' && used === 0) break;
        put(head, run.tone);
        flush();
        rest = tail;
      }
      if (used + widthOf(rest) <= width) put(rest, run.tone);
      room = 0;
    }
  }
  if (current.length > 0 || lines.length === 0) flush();
  return lines;
}

/** Words (which may change tone in their middle) and the single spaces between them. */
function words(line: Line): Run[][] {
  const out: Run[][] = [];
  let word: Run[] = [];
  for (const run of line) {
    for (const part of run.text.split(/( )/)) {
      if (part === '') continue;
      if (part === ' ') {
        if (word.length > 0) out.push(word);
        out.push([{ text: ' ', tone: run.tone }]);
        word = [];
      } else {
        word.push({ text: part, tone: run.tone });
      }
    }
  }
  if (word.length > 0) out.push(word);
  return out;
}

function trimEnd(line: Line): Line {
  const out = [...line];
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    const text = last.text.replace(/ +$/, '');
    if (text === last.text) break;
    out.pop();
    if (text !== '') {
      out.push({ ...last, text });
      break;
    }
  }
  return out;
}

export function pad(line: Line, width: number, align: 'left' | 'right'): Line {
  const missing = width - lineWidth(line);
  if (missing <= 0) return line;
  const space: Run = { text: ' '.repeat(missing), tone: null };
  return align === 'left' ? [...line, space] : [space, ...line];
}
