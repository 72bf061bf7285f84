import { describe, expect, test } from 'vitest';
import { cellText, count, day, decimal, duration, interval, percent } from './figures.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('figures', () => {
  test('counts stand in thousands', () => expect(count(12345)).toBe('12,345'));

  test('durations take the unit a person would', () => {
    const written = [0, 20, 40 * 60, 5.5 * HOUR, HOUR, 30 * HOUR, 3.21 * DAY, 64.4 * DAY].map(duration);
    expect(written).toEqual([
      '0',
      'under a minute',
      '40 min',
      '5.5 hours',
      '1 hour',
      '30 hours',
      '3.2 days',
      '64 days',
    ]);
  });

  test('a share never rounds to nothing or to everything when it is neither', () => {
    expect([0, 0.001, 0.426, 0.999, 1].map(percent)).toEqual(['0%', '<1%', '43%', '>99%', '100%']);
    expect(interval({ share: 0.43, low: 0.352, high: 0.508, of: 142 })).toBe('35–51%');
  });

  test('decimals keep what can be read', () =>
    expect([0.123, 4.56, 1234.5].map(decimal)).toEqual(['0.12', '4.6', '1,235']));

  test('days are UTC, and an impossible one is nothing', () => {
    expect(day(0)).toBe('1970-01-01');
    expect(day(-86_400)).toBe('1969-12-31');
    expect(day(1e18)).toBe('–');
  });

  test('a cell is written by its column', () => {
    expect(cellText(null, 'count')).toBe('–');
    expect(cellText({ people: ['Ann Lee', 'Bo Ek'] }, 'people')).toBe('Ann Lee, Bo Ek');
    expect(cellText({ people: [] }, 'people')).toBe('nobody');
    expect(cellText({ share: 0.5, low: 0.4, high: 0.6, of: 90 }, 'share')).toBe('50% (40–60%) of 90');
    expect(cellText(7200, 'seconds')).toBe('2 hours');
  });
});
