import { describe, expect, it } from 'vitest';
import { calendarDay, counted, decimal, duration, listed, numeral, percent, percentWithin } from './words.ts';

describe('figures in sentences', () => {
  it('count things with the right plural', () => {
    expect([counted(1, 'change'), counted(0, 'change'), counted(12_345, 'history', 'histories')]).toEqual([
      '1 change',
      '0 changes',
      '12,345 histories',
    ]);
    expect([numeral(1234567), decimal(4.26)]).toEqual(['1,234,567', '4.3']);
  });

  it('round a share, but never to nothing or everything when it is not', () => {
    expect([0, 0.0001, 0.125, 0.999, 1].map(percent)).toEqual(['0%', '<1%', '13%', '>99%', '100%']);
    expect(percentWithin({ share: 0.25, low: 0.12, high: 0.44, of: 24 })).toBe('25% (12–44%)');
  });

  it('say a duration with two figures at most', () => {
    expect([0, 59, 60, 5400, 86_400, 200_000, 8_640_000].map(duration)).toEqual([
      'no time',
      'less than a minute',
      '1 minute',
      '1.5 hours',
      '24 hours',
      '2.3 days',
      '100 days',
    ]);
  });

  it('name a day in UTC, or say that there is none', () => {
    expect([calendarDay(0), calendarDay(-1), calendarDay(1e18)]).toEqual([
      '1970-01-01',
      '1969-12-31',
      'an unknown day',
    ]);
  });

  it('list names as a person would', () => {
    expect([listed([]), listed(['Ada']), listed(['Ada', 'Bo', 'Cy']), listed(['a', 'b'], 'or')]).toEqual([
      '',
      'Ada',
      'Ada, Bo and Cy',
      'a or b',
    ]);
  });
});
