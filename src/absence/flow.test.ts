import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, moment, personOf } from '../../test/absence-history.ts';
import { flowFrom, matchedWindows, outcomeOf } from './flow.ts';
import { isStudied, notStudiedBecause } from './is-studied.ts';
import type { RealAbsence } from './real-absence.ts';

describe('teammates’ work from a moment', () => {
  it('is what landed in 14 days beside what is usual for 14 of the 56 before', () => {
    const history = historyOf(
      [
        'days 0-99: ada lands',
        'days 43-44: bo lands',
        'days 90-91: bo > ada',
        'day 100: bo lands',
        'day 114: bo lands',
      ],
      { until: 200 },
    );
    const { usual, landed, ratio, logRatio, outcome } = flowFrom(history, personOf(history, 'ada'), moment(100));
    expect([usual, landed, outcome]).toEqual([0.75, 1, 'normal']);
    expect(ratio).toBeCloseTo(4 / 3, 10);
    expect(logRatio).toBeCloseTo(Math.log(2 / 1.75), 10);
  });

  it('has three outcomes, and none where nothing was usual', () => {
    expect([null, 0, 0.29, 0.3, 0.69, 0.7, 3].map(outcomeOf)).toEqual([
      null,
      'nearly-stopped',
      'nearly-stopped',
      'slowed',
      'slowed',
      'normal',
      'normal',
    ]);
    const alone = historyOf(['days 0-99: ada lands'], { until: 200 });
    expect(flowFrom(alone, 0, moment(50))).toMatchObject({ ratio: null, outcome: null });
  });
});

describe('matched windows', () => {
  /** Bo lands four changes a week; ada is seen on Mondays and Thursdays, and is silent on days 400 to 429. */
  const BO = 'days 0-900/1.75: bo lands core';
  const ADA = ['days 0-396/7: ada active', 'days 3-399/7: ada active', 'days 430-900/7: ada active'];
  const absence = { person: 0, from: epochDay(400), to: epochDay(430) };
  const daysOf = (lines: readonly string[], options = {}) => {
    const history = historyOf(lines, { until: 901, people: ['ada', 'bo'], ...options });
    return matchedWindows(history, [], absence).from.map((day) => day - epochDay(0));
  };

  it('begin after a day of activity, a week apart at least, in full presence, the nearest first', () => {
    expect(daysOf([BO, ...ADA])).toEqual([382, 375, 368, 361, 354, 347, 340, 333]);
  });

  it('need eight weeks of activity before, and both weeks of their own', () => {
    const returning = daysOf([BO, 'days 0-340/7: ada active', ...ADA.slice(2)]);
    expect(returning.every((day) => day < 343 || day > 430 + 7 * 7)).toBe(true);
  });

  it('lie within a year of the absence, in what the history knows', () => {
    const days = daysOf([BO, 'days 430-900: ada active', 'days 380-399: ada active']);
    expect(Math.min(...days)).toBeGreaterThan(430);
    expect(Math.max(...days)).toBeLessThanOrEqual(430 + 365);
    expect(daysOf(['days 350-900/1.75: bo lands core', 'days 0-399/2: ada active'], { until: 425 })).toEqual([]);
  });

  it('need a usual of four changes: of fewer, none by chance looks like a stop', () => {
    expect(daysOf(['days 0-900/3.75: bo lands core', ...ADA])).toEqual([]);
    expect(daysOf(['days 0-900/3.5: bo lands core', ...ADA])).toHaveLength(8);
  });

  it('are told by the mean of their log ratios, and by the same drawn towards none by three windows', () => {
    const history = historyOf([BO, ...ADA], { until: 901, people: ['ada', 'bo'] });
    const { from, logRatio, shrunk } = matchedWindows(history, [], absence);
    expect(from).toHaveLength(8);
    expect(logRatio).toBeCloseTo(0, 2);
    expect(shrunk).toBeCloseTo(((logRatio ?? 0) * 8) / 11, 10);
    const none = matchedWindows(historyOf(['day 0: ada active'], { until: 500 }), [], absence);
    expect(none).toEqual({ from: [], logRatio: null, shrunk: 0 });
  });
});

describe('whether the study would have looked', () => {
  const reason = (lines: readonly string[], day = 400) => {
    const history = historyOf(['day 0: ada lands', ...lines], { until: 600 });
    const absence = { person: personOf(history, 'ada'), from: epochDay(day) } as RealAbsence;
    expect(isStudied(history, absence)).toBe(notStudiedBecause(history, absence) === null);
    return notStudiedBecause(history, absence);
  };

  it('asks for a history of a year', () => {
    const busy = ['days 250-600: bo lands'];
    expect(reason(busy, 364)).toBe('first-year');
    expect(reason(busy, 365)).toBeNull();
    expect(notStudiedBecause(historyOf([]), { person: 0, from: 0 } as RealAbsence)).toBe('first-year');
  });

  it('asks for 25 changes of teammates in 91 days, and a usual of 4 in 14', () => {
    expect(reason(['days 360-383: bo lands'])).toBe('few-changes');
    expect(reason(['days 360-384: bo lands'])).toBeNull();
    expect(reason(['days 315-335: bo lands', 'days 360-374: bo lands'])).toBe('little-usual');
    expect(reason(['days 315-335: bo lands', 'days 360-375: bo lands'])).toBeNull();
  });
});
