import { describe, expect, test } from 'vitest';
import { FortnightError } from '../domain/errors.ts';
import { parseMoment } from './moment.ts';

const at = (iso: string) => Date.parse(iso) / 1000;
const now = at('2026-03-31T12:00:00Z');

describe('parseMoment', () => {
  test('a day begins at midnight, UTC', () =>
    expect(parseMoment('2026-01-31', now, 'since')).toBe(at('2026-01-31T00:00:00Z')));

  test('a time of a day, with its zone', () =>
    expect(parseMoment('2026-01-31T12:00+02:00', now, 'since')).toBe(at('2026-01-31T10:00:00Z')));

  test('days and weeks before', () => {
    expect(parseMoment('90d', now, 'since')).toBe(now - 90 * 86_400);
    expect(parseMoment('2w', now, 'since')).toBe(now - 14 * 86_400);
  });

  test('months and years by the calendar, the last day where there is no such day', () => {
    expect(parseMoment('1mo', now, 'since')).toBe(at('2026-02-28T12:00:00Z'));
    expect(parseMoment('1y', now, 'since')).toBe(at('2025-03-31T12:00:00Z'));
    expect(parseMoment('6mo', now, 'since')).toBe(at('2025-09-30T12:00:00Z'));
  });

  test.each(['0000-01-01', '9999-12-20', '99999y', '99999mo'])(
    '%s has no place in a calendar, and is refused',
    (text) => {
      expect(() => parseMoment(text, now, 'from')).toThrow(/lies outside the years 1 to 9989/);
    },
  );

  test.each(['', 'yesterday', '2026-02-30', '2026-13-01', '90', '1e9d', '2026-01-31T12:00'])(
    '%j is refused',
    (text) => {
      expect(() => parseMoment(text, now, 'since')).toThrow(FortnightError);
    },
  );
});
