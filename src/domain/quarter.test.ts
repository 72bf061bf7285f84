import { expect, test } from 'vitest';
import { isWithin, quarterBefore, quarterGiven, quarterOf } from './quarter.ts';

test.each([
  ['2026-11-21', '2026-Q4', '2026-10-01', '2027-01-01'],
  ['2026-01-01', '2026-Q1', '2026-01-01', '2026-04-01'],
  ['2026-06-30', '2026-Q2', '2026-04-01', '2026-07-01'],
])('%s lies in %s', (day, quarter, from, to) => {
  expect(quarterOf(day)).toEqual({ quarter, from, to });
  expect(quarterGiven(quarter)).toEqual({ quarter, from, to });
  expect(isWithin({ from, to }, day)).toBe(true);
  expect(isWithin({ from, to }, to)).toBe(false);
});

test('the one before the first of a year is the last of the year before', () => {
  expect(quarterBefore(quarterOf('2026-02-28')).quarter).toBe('2025-Q4');
});

test.each(['2026-Q5', '2026', 'Q1', 'last', ''])('%j names no quarter', (text) =>
  expect(quarterGiven(text)).toBeNull(),
);
