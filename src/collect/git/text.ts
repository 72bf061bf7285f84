import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { TextDecoder } from 'node:util';

/**
 * Bytes of a repository as text. Nothing here fails: whatever the bytes are, some text comes out, and the same bytes
 * always give the same text.
 */

/** Encodings whose bytes look like ASCII although they are not: they go before UTF-8. */
const STATEFUL = /^(?:cs)?iso-?2022-?jp$/i;
const ESCAPE = 0x1b;
/** Labels that `TextDecoder` knows but that make nonsense of bytes that have ASCII in them. */
const REFUSED = /^(?:utf-?16|ucs-?2|unicode|x-user-defined|csunicode|iso-10646-ucs-2)/i;

const decoders = new Map<string, TextDecoder | null>();

/**
 * Decodes text of a commit: UTF-8 where it is valid, else the encoding its header names (one that `TextDecoder` knows),
 * else Latin-1, which every byte has a character in.
 */
export function decodeText(buffer: Buffer, start: number, end: number, encoding: string | null): string {
  if (encoding !== null && STATEFUL.test(encoding) && buffer.subarray(start, end).includes(ESCAPE)) {
    return decoderFor('iso-2022-jp')?.decode(buffer.subarray(start, end)) ?? buffer.toString('latin1', start, end);
  }
  const text = buffer.toString('utf8', start, end);
  if (!text.includes('\ufffd')) return text;
  const bytes = buffer.subarray(start, end);
  if (isUtf8(bytes)) return text;
  const decoder = encoding === null ? null : decoderFor(encoding);
  return decoder?.decode(bytes) ?? buffer.toString('latin1', start, end);
}

function decoderFor(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let decoder: TextDecoder | null = null;
  if (/^[\w:.-]{2,40}$/.test(label) && !REFUSED.test(label)) {
    try {
      decoder = new TextDecoder(label);
    } catch {
      decoder = null;
    }
  }
  // A hostile history could name a new encoding in every commit.
  if (decoders.size < 200) decoders.set(label, decoder);
  return decoder;
}

/** No system can open a longer path; a name longer than this one is only known by its beginning and a hash. */
const LONGEST_PATH = 4096;

/** A path, or a ref name: as it is where it is UTF-8, else C-quoted as git does; so is one that begins with a quote. */
export function showPath(buffer: Buffer, start = 0, end = buffer.length): string {
  if (end - start > LONGEST_PATH) {
    const digest = hash('sha256', buffer.subarray(start, end)).slice(0, 16);
    return `${showPath(buffer, start, start + 200)}…${digest}`;
  }
  const text = buffer.toString('utf8', start, end);
  if (text.charCodeAt(0) !== 0x22) {
    if (!text.includes('\ufffd') || isUtf8(buffer.subarray(start, end))) return text;
  }
  return quotePath(buffer.subarray(start, end));
}

const ESCAPES: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
};

function quotePath(bytes: Uint8Array): string {
  let out = '"';
  for (const byte of bytes) {
    const letter = ESCAPES[byte];
    if (letter !== undefined) out += letter;
    else if (byte < 0x20 || byte >= 0x7f) out += `\\${byte.toString(8).padStart(3, '0')}`;
    else out += String.fromCharCode(byte);
  }
  return `${out}"`;
}

/** Text of git's own messages, made fit for a screen: one line, no control or direction characters, not long. */
export function harmlessLine(text: string, limit = 300): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
