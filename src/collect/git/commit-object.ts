import { decodeText } from './text.ts';

/** A commit as its object says it, before its message is read. */
export interface CommitObject {
  readonly id: string;
  /** As history is read here: none for a commit at the edge of a shallow clone. */
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** Who and when, of an author or committer line. What cannot be read is null, never zero. */
export interface Signature {
  /** `Name <email>` as recorded. */
  readonly identity: string;
  readonly time: number | null;
  /** Minutes east of UTC. */
  readonly zone: number | null;
}

/** Messages are read this far: the beginning and, for trailers, the end. */
const MESSAGE_HEAD = 48 * 1024;
const MESSAGE_TAIL = 16 * 1024;
/** Seconds that a calendar still holds (the years -271821 to 275760). */
const MAX_SECONDS = 8.64e12;
const MAX_ZONE = 14 * 60;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const UNKNOWN: Signature = { identity: '<>', time: null, zone: null };

/** Remembers the identities of a scan, which repeat: equal ones are one string in memory. */
export class CommitReader {
  readonly #identities = new Map<string, string>();

  /**
   * Reads the header lines and the message that stand in `buffer` from `start` to `end`, by position: the header ends at
   * the first empty line, whatever the message looks like. With `isIndented`, message lines bear the four spaces that
   * git's raw format puts before them.
   */
  read(
    id: string,
    parents: readonly string[] | null,
    buffer: Buffer,
    start: number,
    end: number,
    isIndented: boolean,
  ): CommitObject {
    let author: [number, number] | null = null;
    let committer: [number, number] | null = null;
    let encoding: string | null = null;
    const named: string[] = [];
    let position = start;
    while (position < end) {
      let next = buffer.indexOf(NEWLINE, position);
      if (next === -1 || next > end) next = end;
      if (next === position) {
        position++;
        break;
      }
      const first = buffer[position];
      // Only whole words count: `author ` is one, a line that begins with a space continues the one before.
      if (first === 0x61 && author === null && startsWith(buffer, position, 'author ')) author = [position + 7, next];
      else if (first === 0x63 && committer === null && startsWith(buffer, position, 'committer ')) {
        committer = [position + 10, next];
      } else if (first === 0x65 && encoding === null && startsWith(buffer, position, 'encoding ')) {
        encoding = buffer.toString('latin1', position + 9, Math.min(next, position + 60));
      } else if (first === 0x70 && parents === null && startsWith(buffer, position, 'parent ')) {
        named.push(buffer.toString('latin1', position + 7, next));
      }
      position = next + 1;
    }
    return {
      id,
      parents: parents ?? named,
      author: this.#signature(buffer, author, encoding),
      committer: this.#signature(buffer, committer, encoding),
      message: readText(buffer, Math.min(position, end), end, encoding, isIndented),
    };
  }

  #signature(buffer: Buffer, range: [number, number] | null, encoding: string | null): Signature {
    if (range === null) return UNKNOWN;
    return readSignature(buffer, range[0], range[1], encoding, this.#identities);
  }
}

/**
 * Reads `Name <email> seconds zone` as git does: the address stands between the first `<` and the next `>`, the date after
 * the last `>`. A line without an address keeps its words as the name.
 */
export function readSignature(
  buffer: Buffer,
  start: number,
  end: number,
  encoding: string | null,
  identities?: Map<string, string>,
): Signature {
  let close = end - 1;
  while (close >= start && buffer[close] !== 0x3e) close--;
  const open = buffer.indexOf(0x3c, start);
  if (close < start || open === -1 || open > close) return unaddressed(buffer.subarray(start, end), encoding);
  const date = readDate(buffer.toString('latin1', close + 1, end));
  const mailEnd = buffer.indexOf(0x3e, open);
  const key = encoding === null ? buffer.toString('latin1', start, mailEnd + 1) : null;
  const known = key === null ? undefined : identities?.get(key);
  if (known !== undefined) return { identity: known, time: date.time, zone: date.zone };
  const identity = identityOf(
    decodeText(buffer, start, open, encoding),
    decodeText(buffer, open + 1, mailEnd, encoding),
  );
  if (key !== null && identities !== undefined && identities.size < 100_000) identities.set(key, identity);
  return { identity, time: date.time, zone: date.zone };
}

function unaddressed(line: Buffer, encoding: string | null): Signature {
  const date = / (-?\d+)(?: ([+-]\d+))?\s*$/.exec(line.toString('latin1'));
  const name = decodeText(line, 0, date?.index ?? line.length, encoding);
  return { identity: identityOf(name.replace(/[<>]/g, ' '), ''), ...readDate(date?.[0] ?? '') };
}

function identityOf(name: string, email: string): string {
  return `${name.trim()} <${email.trim()}>`.trimStart();
}

/** Reads ` seconds zone`. Seconds before 1970 bear a minus, which git writes never but imports do. */
export function readDate(text: string): { time: number | null; zone: number | null } {
  const found = /^\s*(-?\d{1,20})(?:\s+([+-]\d{1,9}))?(?:\s|$)/.exec(text);
  if (found === null) return { time: null, zone: null };
  const seconds = Number(found[1]);
  const digits = found[2] === undefined ? Number.NaN : Number(found[2]);
  const hours = Math.trunc(digits / 100);
  const minutes = digits - hours * 100;
  const zone = hours * 60 + minutes;
  return {
    // `+ 0` makes of minus zero a zero.
    time: Math.abs(seconds) <= MAX_SECONDS ? seconds + 0 : null,
    zone: Math.abs(minutes) < 60 && Math.abs(zone) <= MAX_ZONE ? zone + 0 : null,
  };
}

function readText(buffer: Buffer, start: number, end: number, encoding: string | null, isIndented: boolean): string {
  let text: string;
  if (end - start <= MESSAGE_HEAD + MESSAGE_TAIL) text = decodeText(buffer, start, end, encoding);
  else {
    // Cut at line ends, so that no character is cut in two.
    const headEnd = buffer.lastIndexOf(NEWLINE, start + MESSAGE_HEAD);
    const tailStart = buffer.indexOf(NEWLINE, end - MESSAGE_TAIL);
    const head = decodeText(buffer, start, headEnd > start ? headEnd : start + MESSAGE_HEAD, encoding);
    text = tailStart === -1 || tailStart >= end ? head : head + decodeText(buffer, tailStart, end, encoding);
  }
  if (!isIndented) return text;
  const unindented = text.startsWith('    ') ? text.slice(4) : text;
  return unindented.replaceAll('\n    ', '\n');
}

function startsWith(buffer: Buffer, position: number, word: string): boolean {
  if (buffer[position + word.length - 1] !== SPACE) return false;
  for (let i = 0; i < word.length - 1; i++) if (buffer[position + i] !== word.charCodeAt(i)) return false;
  return true;
}
