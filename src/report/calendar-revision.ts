import { type CalendarEntry, type CalendarEvent, eventOf, type ProductId, printCalendar, stampOf } from './calendar.ts';

export interface RevisedCalendar {
  readonly text: string;
  readonly entries: number;
  /** Entries that were not there before, that differ from before, and that are called off now. */
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
}

const CANCELLED = 'STATUS:CANCELLED';

/**
 * A calendar that takes the place of an earlier one of ours: what is as before stays byte for byte; what differs has a higher
 * SEQUENCE (RFC 5545, 3.8.7.4), so that calendars take it over; what is gone and still to come is called off rather than left
 * out, since a calendar keeps what a file no longer names; what is gone and has passed is left alone.
 */
export function reviseCalendar(
  entries: readonly CalendarEntry[],
  earlier: string | null,
  { product, stamp, today }: { readonly product: ProductId; readonly stamp: number; readonly today: string },
): RevisedCalendar {
  const before = new Map((earlier === null ? [] : readEvents(earlier)).map((event) => [event.uid, event]));
  const now = stampOf(stamp);
  let added = 0;
  let changed = 0;
  let cancelled = 0;
  const events = entries.map((entry): CalendarEvent => {
    const { uid, body } = eventOf(entry);
    const old = before.get(uid);
    before.delete(uid);
    if (old === undefined) added += 1;
    else if (old.body.join('\n') === body.join('\n')) return old;
    else changed += 1;
    return { uid, body, stamp: now, sequence: old === undefined ? 0 : (old.sequence ?? 0) + 1 };
  });
  for (const old of before.values()) {
    if (old.body.includes(CANCELLED) || dayOf(old) < today) {
      events.push(old);
      continue;
    }
    cancelled += 1;
    const body = [...old.body.filter((line) => !line.startsWith('STATUS:')), CANCELLED];
    events.push({ uid: old.uid, body, stamp: now, sequence: (old.sequence ?? 0) + 1 });
  }
  return { text: printCalendar(events, product), entries: events.length, added, changed, cancelled };
}

/** The entries of a calendar we wrote; of another one, whatever reads as an entry. */
function readEvents(text: string): CalendarEvent[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: CalendarEvent[] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') open = [];
    else if (line === 'END:VEVENT' && open !== null) {
      const event = readEvent(open);
      if (event !== null) events.push(event);
      open = null;
    } else open?.push(line);
  }
  return events;
}

function readEvent(lines: readonly string[]): CalendarEvent | null {
  const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  const [uid, stamp, sequence] = [value('UID'), value('DTSTAMP'), value('SEQUENCE')];
  if (uid === undefined || stamp === undefined) return null;
  const body = lines.filter((line) => !/^(?:UID|DTSTAMP|SEQUENCE):/.test(line));
  return { uid, stamp, body, sequence: sequence !== undefined && /^\d{1,9}$/.test(sequence) ? Number(sequence) : 0 };
}

/** `2026-12-01`. */
const dayOf = ({ body }: CalendarEvent): string => {
  const [, year, month, day] =
    body.map((line) => /^DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)$/.exec(line)).find((found) => found !== null) ?? [];
  return `${year}-${month}-${day}`;
};
