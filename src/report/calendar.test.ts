import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { plain } from '../domain/plain.ts';
import { type CalendarEntry, calendar, isOurCalendar, PRODUCT_ID } from './calendar.ts';

const STAMP = Date.UTC(2026, 10, 21, 9, 30) / 1000;
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'one@fortnight',
  from: '2026-12-01',
  to: '2026-12-15',
  summary: 'Ada away',
  description: '',
  isBusy: true,
  ...more,
});
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const events = (text: string) => read(text).getAllSubcomponents('vevent');

describe('a calendar', () => {
  it('is what RFC 5545 asks for, to the letter', () => {
    expect(calendar([entry({ description: 'a, b; c\\d\ne' })], STAMP)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        `PRODID:${PRODUCT_ID}`,
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:one@fortnight',
        'DTSTAMP:20261121T093000Z',
        'DTSTART;VALUE=DATE:20261201',
        'DTEND;VALUE=DATE:20261215',
        'SUMMARY:Ada away',
        'DESCRIPTION:a\\, b\\; c\\\\d\\ne',
        'TRANSP:OPAQUE',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('is read by others as whole days, the last one not included', () => {
    const [event] = events(calendar([entry({ isBusy: false })], STAMP));
    const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time;
    const end = event?.getFirstPropertyValue('dtend') as ICAL.Time;
    expect([start.isDate, start.toString(), end.toString()]).toEqual([true, '2026-12-01', '2026-12-15']);
    expect(event?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(read(calendar([], STAMP)).getFirstPropertyValue('method')).toBeNull();
  });

  it('gives back any text, in lines of at most 75 octets that break inside no character', () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 4 }), (summary, lines) => {
        const text = calendar([entry({ summary: `s${summary}`, description: `d${lines.join('\n')}` })], STAMP);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).toBe(Buffer.from(line).toString());
          expect(line).not.toMatch(/[^\P{Cc}\t]/u);
        }
        const [event] = events(text);
        const shown = (one: string) => one.split('\n').map(plain).join('\n');
        expect(event?.getFirstPropertyValue('summary')).toBe(shown(`s${summary}`));
        expect(event?.getFirstPropertyValue('description')).toBe(shown(`d${lines.join('\n')}`));
      }),
      { numRuns: 300 * Number(process.env.FORTNIGHT_SOAK ?? 1) },
    );
  });

  it('is known as ours by its first lines, not because something in it speaks of us', () => {
    const ours = calendar([entry()], STAMP);
    expect(isOurCalendar(ours)).toBe(true);
    expect(isOurCalendar(ours.replaceAll('\r\n', '\n'))).toBe(true);
    expect(isOurCalendar(`const PRODUCT_ID = '${PRODUCT_ID}';`)).toBe(false);
    expect(isOurCalendar(`BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nX-FROM:${PRODUCT_ID}\r\n`)).toBe(false);
    expect(isOurCalendar(`note\n${ours}`)).toBe(false);
  });
});
