import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../domain/window.ts';
import { businessDays, dayOf, startOf, touchesHolidays, weekday } from './calendar.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000 / DAY;

describe('the calendar', () => {
  it('counts Monday to Friday from the first day to the one before the last', () => {
    expect(businessDays(day('2023-02-06'), day('2023-02-20'))).toBe(10);
    expect(businessDays(day('2023-02-04'), day('2023-02-06'))).toBe(0);
    expect(businessDays(day('2023-02-08'), day('2023-02-06'))).toBe(0);
  });

  it('adds up, whatever is between, also before 1970', () => {
    const days = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(days, fc.nat(800), fc.nat(800), (from, one, other) => {
        const [middle, to] = [from + one, from + one + other];
        expect(businessDays(from, middle) + businessDays(middle, to)).toBe(businessDays(from, to));
        expect(weekday(from)).toBe((new Date(startOf(from) * 1000).getUTCDay() + 6) % 7);
        expect(dayOf(startOf(from))).toBe(from);
      }),
    );
  });

  it.each([
    ['2023-12-10', '2023-12-20', false],
    ['2023-12-10', '2023-12-21', true],
    ['2024-01-04', '2024-01-18', true],
    ['2024-01-05', '2024-12-20', false],
    ['1969-12-31', '1970-01-01', true],
  ])('says whether %s to %s touches the turn of the year: %s', (from, to, touches) => {
    expect(touchesHolidays(day(from), day(to))).toBe(touches);
  });
});
