import { plain } from '../domain/plain.ts';

/** An entry of a calendar that lasts whole days. */
export interface CalendarEntry {
  /** The same entry has the same id whenever the calendar is written, so that it is replaced, not doubled. */
  readonly uid: string;
  /** `2026-01-31`, and the first day after it. */
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description: string;
  /** Whether it takes the time of whoever has it in their calendar. */
  readonly isBusy: boolean;
}

/** What wrote a calendar: a file of one is never taken for a file of the other. */
export const PRODUCT_ID = '-//Fortnight//Handover//EN';
export const DELEGATIONS_ID = '-//Fortnight//Delegations//EN';
export type ProductId = typeof PRODUCT_ID | typeof DELEGATIONS_ID;

/** How every calendar of ours begins. */
const opening = (product: ProductId) => ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${product}`, 'CALSCALE:GREGORIAN'];

/** Whether a text is a calendar we wrote, whatever became of its line ends; one that only speaks of ours is not. */
export function isOurCalendar(text: string, product: ProductId = PRODUCT_ID): boolean {
  const wanted = opening(product);
  const lines = text.split(/\r?\n/, wanted.length);
  return wanted.every((line, i) => lines[i] === line);
}

/** An entry as it stands in a file, unfolded. */
export interface CalendarEvent {
  readonly uid: string;
  /** When this version of it was made: `20261121T093000Z`. */
  readonly stamp: string;
  /** How often it was changed since it was first written; null where nobody counts. */
  readonly sequence: number | null;
  /** Its other properties, one a line. */
  readonly body: readonly string[];
}

/** A calendar as RFC 5545 wants it; `stamp` (seconds since 1970) is when it was made. */
export const calendar = (entries: readonly CalendarEntry[], stamp: number): string =>
  printCalendar(
    entries.map((entry) => ({ ...eventOf(entry), stamp: stampOf(stamp), sequence: null })),
    PRODUCT_ID,
  );

export const stampOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '');

/** An entry as properties. */
export const eventOf = (entry: CalendarEntry): Pick<CalendarEvent, 'uid' | 'body'> => ({
  uid: text(entry.uid),
  body: [
    `DTSTART;VALUE=DATE:${entry.from.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${entry.to.replaceAll('-', '')}`,
    `SUMMARY:${text(entry.summary)}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${text(entry.description)}`]),
    `TRANSP:${entry.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
  ],
});

export function printCalendar(events: readonly CalendarEvent[], product: ProductId): string {
  const lines = [
    ...opening(product),
    ...events.flatMap(({ uid, stamp, sequence, body }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
      ...body,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Text of strangers made harmless line by line, then escaped (RFC 5545, 3.3.11). */
function text(value: string): string {
  return value
    .split('\n')
    .map((line) => plain(line).replace(/[\\;,]/g, (symbol) => `\\${symbol}`))
    .join('\\n');
}

const MOST_OCTETS = 75;

/** Breaks a line before its 76th octet, never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const symbol of line) {
    const more = octetsOf(symbol);
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += symbol;
    octets += more;
  }
  return folded;
}

function octetsOf(symbol: string): number {
  const code = symbol.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
