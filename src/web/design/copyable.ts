import { plain } from '../../domain/plain.ts';
import { prose } from '../../domain/prose.ts';

/** A figure as a table of text, for taking it elsewhere. Numbers are written as they are read: `43%`, `1,204`. */
export interface Copyable {
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
  /** What the reader must know of it; under the table. */
  readonly note?: string;
}

/** A GitHub-flavoured table under its title. No word of it can become a link, a picture, HTML or another cell. */
export function toMarkdown({ title, columns, rows, note }: Copyable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${boldable(prose(title))}**`,
    '',
    line(columns.map(({ label }) => prose(label))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((_, i) => prose(row[i] ?? '')))),
    ...(note === undefined || note === '' ? [] : ['', prose(note)]),
    '',
  ].join('\n');
}

/** Emphasis ends at a word, not at a sign. */
const boldable = (words: string): string => words.replace(/[^\p{L}\p{N})`]+$/u, '');

/** RFC 4180, a head line first. No cell can be taken for a formula by a spreadsheet: see {@link csvCell}. */
export function toCsv({ columns, rows }: Copyable): string {
  return [columns.map(({ label }) => label), ...rows]
    .map((row) => `${columns.map((_, i) => csvCell(row[i] ?? '')).join(',')}\r\n`)
    .join('');
}

/** A number as people write it; spreadsheets read `-3` and `+3` as numbers, not as formulas. */
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;
/** What spreadsheets take for the beginning of a formula, also after blanks, quotes, or as the wide letters of East Asia. */
const FORMULA = /^[\s'"`\p{Z}]*[=+\-@＝＋－＠|\t\r\n]/u;

/**
 * One cell: quoted where it must be, and with an apostrophe before it where a spreadsheet would compute it, which is what
 * OWASP advises. Control and invisible characters are shown instead of obeyed.
 */
export function csvCell(value: string): string {
  if (NUMBER.test(value)) return value.includes(',') ? `"${value}"` : value;
  const safe = plain(value);
  const told = FORMULA.test(value) || FORMULA.test(safe) ? `'${safe}` : safe;
  return /[",\r\n;]/.test(told) || told.trim() !== told ? `"${told.replaceAll('"', '""')}"` : told;
}
