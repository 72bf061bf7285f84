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

export const PRODUCT_ID = '-//Fortnight//Handover//EN';

/** How every calendar of ours begins. */
const OPENING = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT_ID}`, 'CALSCALE:GREGORIAN'];

/** Whether a text is a calendar we wrote, whatever became of its line ends; one that only speaks of ours is not. */
export function isOurCalendar(text: string): boolean {
  const lines = text.split(/\r?\n/, OPENING.length);
  return OPENING.every((line, i) => lines[i] === line);
}

/** A calendar as RFC 5545 wants it; `stamp` (seconds since 1970) is when it was made. */
export function calendar(entries: readonly CalendarEntry[], stamp: number): string {
  const lines = [
    ...OPENING,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${text(entry.uid)}`,
      `DTSTAMP:${new Date(stamp * 1000).toISOString().replace(/[-:]|\.\d+/g, '')}`,
      `DTSTART;VALUE=DATE:${entry.from.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${entry.to.replaceAll('-', '')}`,
      `SUMMARY:${text(entry.summary)}`,
      ...(entry.description === '' ? [] : [`DESCRIPTION:${text(entry.description)}`]),
      `TRANSP:${entry.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
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
