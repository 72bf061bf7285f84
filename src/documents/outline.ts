import { plainText } from './words.ts';

/** A heading and the lines below it, down to the next heading of any level. */
export interface Section {
  readonly level: number;
  readonly heading: string;
  /** The heading as {@link keyOf} compares it. */
  readonly key: string;
  readonly lines: readonly string[];
  /** Where each of the lines begins in the text that was taken apart. */
  readonly starts: readonly number[];
  /** Where the heading begins in it, its signs left out. */
  readonly headingStart: number;
}

export interface Outline {
  /** Before the first heading, then each heading with what follows; code is left out. */
  readonly sections: readonly Section[];
}

/** Longer lines are cut: no heading or field is so long. */
const LONGEST = 2000;
/** What follows the last of so many headings belongs to it. */
const MOST_SECTIONS = 1000;

/**
 * Takes a Markdown text apart at its headings, comments and code left out. Lines end at a line feed. Total, and linear in the
 * text.
 */
export function outlineOf(body: string): Outline {
  const sections: (Section & { lines: string[]; starts: number[] })[] = [];
  const begin = (level: number, heading: string, headingStart: number) =>
    sections.push({ level, heading, key: keyOf(heading), lines: [], starts: [], headingStart });
  begin(0, '', 0);
  let fence: string | null = null;
  let next = 0;
  for (const whole of withoutComments(body).split('\n')) {
    const at = next;
    next += whole.length + 1;
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
    const keep = () => {
      last?.lines.push(line);
      last?.starts.push(at);
    };
    if (sections.length > MOST_SECTIONS) keep();
    else if (signs !== undefined) begin(signs.length, heading.replace(/\s#+$/, ''), at + line.length - heading.length);
    else if (under !== null && /^\s{0,3}[\p{L}\p{N}]/u.test(above) && !above.includes('|')) {
      last?.lines.pop();
      const start = last?.starts.pop() ?? at;
      begin(under[1] === '=' ? 1 : 2, above.trim(), start + above.length - above.trimStart().length);
    } else keep();
  }
  return { sections };
}

/** HTML comments often hold the template: every status there is. What stood there is blank, so that places stay where they are. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', open + 4);
    if (end === -1) break;
    kept.push(text.slice(at, open), text.slice(open, end + 3).replace(/[^\n]/g, ' '));
    at = end + 3;
  }
  kept.push(text.slice(at));
  return kept.join('');
}

/** What a field says, as it stands in the text. */
export interface FieldValue {
  /** As words: no emphasis, code, links. */
  readonly text: string;
  /** With its markup. */
  readonly raw: string;
  /** Where `raw` begins in the text. */
  readonly start: number;
}

/** A line that names a thing and says what it is: `* Status: accepted`, `**Date:** 2024`, `| Status | accepted |`. */
export interface Field {
  /** Lower case, without emphasis. */
  readonly key: string;
  readonly values: readonly FieldValue[];
  /** The line itself, and where it begins: another of the same kind would look like it. */
  readonly line: string;
  readonly lineStart: number;
  readonly isCell: boolean;
}

const NAME = String.raw`[\p{L}][\p{L} /-]{1,40}?`;
const COLON = String.raw`[:\uff1a]`;
/** `**Status:** x`, `**Status**: x`, and whatever else has a name and a colon. */
const FIELD = new RegExp(
  String.raw`^(?:([*_]{1,3})${NAME}\s{0,3}${COLON}\s{0,3}\1|([*_]{1,3})${NAME}\s{0,3}\2\s{0,3}${COLON}|[*_]{0,3}${NAME}\s{0,3}[*_]{0,3}\s{0,3}${COLON})\s{0,9}`,
  'u',
);

/** Fields among the lines of a section. One with nothing after its colon has the items of the list below it. */
export function fieldsIn({ lines, starts }: Pick<Section, 'lines' | 'starts'>): Field[] {
  const fields: (Field & { values: FieldValue[] })[] = [];
  let open: { values: FieldValue[] } | null = null;
  lines.forEach((line, n) => {
    const lineStart = starts[n] ?? 0;
    const plain = line.replace(/^\s*(?:>\s*)*/, '');
    const add = (key: string, value: FieldValue, isCell: boolean) => {
      fields.push({ key: keyOf(key), values: value.text === '' ? [] : [value], line, lineStart, isCell });
      return fields.at(-1) ?? null;
    };
    if (plain.startsWith('|')) {
      open = null;
      const cells = plain.split('|').slice(1, -1);
      const [name = '', value = ''] = cells;
      const start = lineStart + line.length - plain.length + 2 + name.length + value.length - value.trimStart().length;
      if (cells.length === 2) add(name, valueAt(value.trim(), start), true);
      return;
    }
    const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1];
    const said = item ?? plain;
    const name = FIELD.exec(said)?.[0];
    if (name !== undefined) {
      const raw = said.slice(name.length);
      const field = add(name.replace(/[:\uff1a]/, ''), valueAt(raw, lineStart + line.length - raw.length), false);
      open = field !== null && field.values.length === 0 ? field : null;
    } else if (item !== undefined) open?.values.push(valueAt(item, lineStart + line.length - item.length));
    else if (plain.trim() !== '') open = null;
  });
  return fields;
}

const valueAt = (raw: string, start: number): FieldValue => ({ text: plainText(raw), raw, start });

const LONGEST_KEY = 100;

/** A name as it is compared: lower case, words apart, without emphasis, numbers and pictures around it. */
export const keyOf = (text: string): string =>
  plainText(text.slice(0, LONGEST_KEY))
    .toLowerCase()
    .replace(/[-_]/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L})]+$/gu, '');
