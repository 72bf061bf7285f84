import { plainText } from './words.ts';

/** A heading and the lines below it, down to the next heading of any level. */
export interface Section {
  readonly level: number;
  readonly heading: string;
  /** The heading as {@link keyOf} compares it. */
  readonly key: string;
  readonly lines: readonly string[];
}

export interface Outline {
  /** Before the first heading, then each heading with what follows; code is left out. */
  readonly sections: readonly Section[];
}

/** Longer lines are cut: no heading or field is so long. */
const LONGEST = 2000;
/** What follows the last of so many headings belongs to it. */
const MOST_SECTIONS = 1000;

/** Takes a Markdown text apart at its headings, comments and code left out. Total, and linear in the text. */
export function outlineOf(body: string): Outline {
  const sections: { level: number; heading: string; key: string; lines: string[] }[] = [];
  const begin = (level: number, heading: string) => sections.push({ level, heading, key: keyOf(heading), lines: [] });
  begin(0, '');
  let fence: string | null = null;
  for (const whole of withoutComments(body).split('\n')) {
    const line = whole.slice(0, LONGEST).trimEnd();
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3);
    if (mark !== undefined && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null;
      continue;
    }
    if (fence !== null) continue;
    const last = sections.at(-1);
    const [, signs, heading = ''] = /^\s{0,3}(#{1,6})(?:\s+(.*))?$/.exec(line) ?? [];
    const above = last?.lines.at(-1) ?? '';
    const under = /^\s{0,3}(?:(=)=*|-{3,})$/.exec(line);
    if (sections.length > MOST_SECTIONS) last?.lines.push(line);
    else if (signs !== undefined) begin(signs.length, heading.replace(/\s#+$/, ''));
    else if (under !== null && /^\s{0,3}[\p{L}\p{N}]/u.test(above) && !above.includes('|')) {
      last?.lines.pop();
      begin(under[1] === '=' ? 1 : 2, above.trim());
    } else last?.lines.push(line);
  }
  return { sections };
}

/** HTML comments often hold the template: every status there is. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', open + 4);
    if (end === -1) break;
    kept.push(text.slice(at, open));
    at = end + 3;
  }
  kept.push(text.slice(at));
  return kept.join('');
}

/** A line that names a thing and says what it is: `* Status: accepted`, `**Date:** 2024`, `| Status | accepted |`. */
export interface Field {
  /** Lower case, without emphasis. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Fields among lines. One with nothing after its colon has the items of the list below it. */
export function fieldsIn(lines: readonly string[]): Field[] {
  const fields: { key: string; values: string[] }[] = [];
  let open: { values: string[] } | null = null;
  for (const line of lines) {
    const plain = line.replace(/^\s*(?:>\s*)*/, '');
    const cells = plain.startsWith('|') ? plain.split('|').slice(1, -1) : null;
    if (cells !== null) {
      open = null;
      if (cells.length === 2) fields.push({ key: keyOf(cells[0] ?? ''), values: [plainText(cells[1] ?? '')] });
      continue;
    }
    const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1];
    const [, key, value] =
      /^(?:[*_]{0,3})([\p{L}][\p{L} /-]{1,40}?)\s{0,3}(?:[*_]{0,3})\s{0,3}:\s{0,9}(?:[*_]{0,3})(.*)$/u.exec(
        item ?? plain,
      ) ?? [];
    if (key !== undefined && value !== undefined) {
      const text = plainText(value);
      open = { values: text === '' ? [] : [text] };
      fields.push({ key: keyOf(key), values: open.values });
      if (text !== '') open = null;
    } else if (item !== undefined) open?.values.push(plainText(item));
    else if (plain.trim() !== '') open = null;
  }
  return fields;
}

const LONGEST_KEY = 100;

/** A name as it is compared: lower case, words apart, without emphasis, numbers and pictures around it. */
export const keyOf = (text: string): string =>
  plainText(text.slice(0, LONGEST_KEY))
    .toLowerCase()
    .replace(/[-_]/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L})]+$/gu, '');
