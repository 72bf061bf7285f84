import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayGiven, daysBetween, daysLater, isoWeekOf } from './calendar-day.ts';

const days = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the week of a day', () => {
  // Of the standard's own examples, and years that begin in the middle of a week.
  test.each([
    ['2026-11-21', '2026-W47'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2005-01-01', '2004-W53'],
    ['2008-12-29', '2009-W01'],
  ])('%s lies in %s', (day, week) => expect(isoWeekOf(day)).toBe(week));

  test('is the same for seven days in a row from Monday, and another the day after', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = daysLater(day, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
        const weeks = Array.from({ length: 8 }, (_, i) => isoWeekOf(daysLater(monday, i)));
        expect(new Set(weeks.slice(0, 7)).size).toBe(1);
        expect(weeks[7]).not.toBe(weeks[0]);
      }),
    );
  });
});

test('a day so many days later is that many days away', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
      expect(daysBetween(day, daysLater(day, count))).toBe(count);
    }),
  );
});

test.each([
  ['2026-12-01', '2026-12-01'],
  ['today', '2026-11-30'],
  ['+10d', '2026-12-10'],
  ['+2w', '2026-12-14'],
  ['+3mo', '2027-02-28'],
  ['2026-02-30', null],
  ['2026-2-3', null],
  ['soon', null],
  ['+9999w', null],
])('%s is taken for %s', (text, day) => expect(dayGiven(text, '2026-11-30')).toBe(day));
