import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../../domain/window.ts';
import { timeScale } from './time-scale.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000;
const labels = (since: string, until: string, width = 800) =>
  timeScale(day(since), day(until), 0, width).ticks.map(({ label }) => label);

describe('the ticks of a time axis', () => {
  test('are days over a fortnight', () => {
    expect(labels('2026-03-02', '2026-03-16', 300)).toEqual(['2 Mar', '9 Mar', '16 Mar']);
  });

  test('are months over half a year, the first with its year', () => {
    expect(labels('2026-01-15', '2026-06-20')).toEqual(['Feb 2026', 'Mar', 'Apr', 'May', 'Jun']);
  });

  test('tell the year where one begins', () => {
    expect(labels('2025-10-01', '2026-04-01')).toEqual(['Oct 2025', 'Nov', 'Dec', '2026', 'Feb', 'Mar', 'Apr']);
  });

  test('are years over ten', () => {
    expect(labels('2010-06-01', '2015-06-01', 400)).toEqual(['2011', '2012', '2013', '2014', '2015']);
  });

  test('are round, inside the window, in order and never too near to each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.integer({ min: DAY, max: 40 * 365 * DAY }),
        fc.integer({ min: 200, max: 1200 }),
        (since, length, width) => {
          const scale = timeScale(since, since + length, 0, width);
          for (const [i, tick] of scale.ticks.entries()) {
            expect(tick.at % DAY).toBe(0);
            expect(tick.at).toBeGreaterThanOrEqual(since);
            expect(tick.at).toBeLessThanOrEqual(since + length);
            const before = scale.ticks[i - 1];
            if (before !== undefined) expect(scale.x(tick.at) - scale.x(before.at)).toBeGreaterThan(50);
          }
        },
      ),
    );
  });

  test('lead back from a place to its moment', () => {
    const scale = timeScale(1000, 2000, 50, 150);
    expect(scale.x(1500)).toBe(100);
    expect(scale.at(100)).toBe(1500);
  });
});
