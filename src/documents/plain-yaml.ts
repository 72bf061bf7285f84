import { lineStop, type MatterEntry, type MatterReading } from './matter-entry.ts';

/** Bare texts that mean themselves whatever the schema: they begin with a letter and hold no sign that means anything. */
const TEXT = /^\p{L}(?:[\p{L}\p{N} _./()@%+=;!?’“”–—…&*,-]|:(?! |$)|(?<! )#|['"])*$/u;
const WORDS = /^(?:null|true|false)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WHOLE = /^(?:0|[1-9]\d{0,8})$/;
/** Between double quotes, without an escape; between single ones, without one inside. */
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
const LINE = /^([A-Za-z][\w-]*):(?:[ ]+(.*?))?[ ]*\r?\n$/;
/** A short list: of bare words and paths, and of texts between double quotes. */
const ITEM = /(?:"([^"\\\p{Cc}]*)"|([A-Za-z](?:[\w ./*@-]*[\w./*@-])?))(?:, |\]$)/uy;

/**
 * Reads front matter that is as plain as most is: one key a line with a bare or quoted text, a day, a whole number, yes or no,
 * a short list on the line, comments on lines of their own. Anything else gives null, and is for a parser. A property holds that
 * what it reads, the parser reads alike; it exists because thousands of records are listed at once.
 */
export function readPlainYaml(matter: string): MatterReading | null {
  const entries: MatterEntry[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < matter.length; ) {
    const stop = lineStop(matter, at);
    const line = matter.slice(at, stop);
    const start = at;
    at = stop;
    if (/^(?:#[^\t]*)?\r?\n$/.test(line)) continue;
    const [whole, key, written = ''] = LINE.exec(line) ?? [];
    if (whole === undefined || key === undefined || seen.has(key)) return null;
    // What is indented below it, or a list at its height, is its value.
    if (/^[ \t-]/.test(matter.slice(stop, stop + 1))) return null;
    const read = plainValue(written);
    if (read === null) return null;
    seen.add(key);
    entries.push({ key, value: read.value, source: read.isQuoted ? null : written, start, stop });
  }
  return { entries, problems: [] };
}

function plainValue(written: string): { readonly value: unknown; readonly isQuoted?: boolean } | null {
  if (written === '') return { value: null, isQuoted: true };
  const quoted = QUOTED.exec(written);
  if (quoted !== null) {
    const value = quoted[1] ?? quoted[2] ?? '';
    return /[\t\r]/.test(value) ? null : { value, isQuoted: true };
  }
  if (/^true$/.test(written)) return { value: true };
  if (/^false$/.test(written)) return { value: false };
  if (WHOLE.test(written)) return { value: Number(written) };
  if (DAY.test(written) || (TEXT.test(written) && !WORDS.test(written))) return { value: written };
  const items = written.startsWith('[') ? itemsOf(written) : null;
  return items === null ? null : { value: items, isQuoted: true };
}

function itemsOf(written: string): string[] | null {
  const items: string[] = [];
  if (written === '[]') return items;
  for (ITEM.lastIndex = 1; ITEM.lastIndex < written.length; ) {
    const [whole, quoted, bare] = ITEM.exec(written) ?? [];
    if (whole === undefined || (bare !== undefined && WORDS.test(bare))) return null;
    items.push(quoted ?? bare ?? '');
  }
  return items.length > 0 && written.endsWith(']') ? items : null;
}
