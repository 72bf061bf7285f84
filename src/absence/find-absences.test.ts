import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, personOf } from '../../test/absence-history.ts';
import { told } from '../../test/told-lines.ts';
import { findAbsences } from './find-absences.ts';
import type { History } from './history.ts';

/** Ada is seen every day until Sunday, day 181; bo goes on. Day 182 is a Monday, 7 August. */
const BEFORE = ['days 0-181: ada lands core', 'days 0-500/2: bo lands docs'];

const of = (history: History, name = 'ada') =>
  findAbsences(history).filter(({ person }) => person === personOf(history, name));
const absencesOf = (...lines: readonly string[]) => of(historyOf([...BEFORE, ...lines], { until: 501 }));

describe('an absence', () => {
  it('is ten business days without activity, and nine are none', () => {
    expect(absencesOf('days 196-400: ada active')[0]).toMatchObject({
      from: epochDay(182),
      to: epochDay(196),
      businessDays: 10,
      kind: 'temporary',
      activeWeeks: 13,
      othersAway: 0,
    });
    expect(absencesOf('days 193-500: ada active')).toEqual([]);
  });

  it.each([
    ['temporary', 60, ['day 242: ada active', 'day 250: ada active', 'days 251-500/7: ada active']],
    ['long', 61, ['day 243: ada active', 'day 251: ada active', 'days 252-500/7: ada active']],
    ['long', 180, ['days 362-500: ada active']],
    ['departed', 181, ['days 363-500: ada active']],
    ['fading', 28, ['days 210-216: ada active']],
    ['fading', 90, ['day 272: ada active']],
    ['departed', null, []],
  ])('is %s after %s days', (kind, days, lines) => {
    const [first] = absencesOf(...lines);
    expect(first).toMatchObject({ kind, from: epochDay(182), to: days === null ? null : epochDay(182 + days) });
  });

  it('is too early to tell of while it lasts, and in the four weeks after it', () => {
    const seen = (until: number, ...lines: readonly string[]) => of(historyOf([...BEFORE, ...lines], { until }));
    expect(seen(193)).toEqual([]);
    expect(seen(194)[0]).toMatchObject({ to: null, kind: 'ongoing', businessDays: 10 });
    expect(seen(363)[0]).toMatchObject({ to: null, kind: 'departed' });
    expect(seen(215, 'day 210: ada active')[0]).toMatchObject({ to: epochDay(210), kind: 'ongoing' });
    expect(seen(238, 'day 210: ada active')[0]).toMatchObject({ to: epochDay(210), kind: 'fading' });
  });

  it('needs activity in 8 of the 13 weeks that end where it begins', () => {
    const afterWeeks = (count: number) =>
      of(
        historyOf([
          'days 0-60: ada lands core',
          ...Array.from({ length: count }, (_, i) => `day ${180 - 7 * i}: ada lands core`),
          'days 0-400/3: bo lands docs',
          'days 300-400: ada active',
        ]),
      ).filter(({ from }) => from === epochDay(181));
    expect(afterWeeks(7)).toEqual([]);
    expect(afterWeeks(8)).toMatchObject([{ activeWeeks: 8 }]);
  });

  it('needs at least 5 % of the changes of 91 days: written, landed or reviewed', () => {
    const busy = ['days 0-181/0.05: bo lands core', 'days 0-181: ada active', 'days 200-400: ada active'];
    expect(of(historyOf([...busy, 'day 401: bo lands core']))).toEqual([]);
    for (const part of ['ada lands core', 'cy > ada core', 'cy > bo core ok ada']) {
      expect(of(historyOf([...busy, `days 91-181: ${part}`]))).toEqual([]);
      expect(of(historyOf([...busy, `days 91-181/0.9: ${part}`]))).toHaveLength(1);
    }
  });

  it('needs 60 days on which the person was ever seen', () => {
    const days = (last: number) =>
      of(historyOf([`days ${182 - last}-181: ada lands core`, 'days 0-300/2: bo lands docs']));
    expect(days(59)).toEqual([]);
    expect(days(60)).toHaveLength(1);
  });

  it('touches the turn of the year by its first 14 days alone', () => {
    const silentFrom = (day: number) =>
      of(
        historyOf([
          `days 0-${day - 1}: ada lands core`,
          `days 0-500/2: bo lands docs`,
          `days ${day + 30}-500: ada active`,
        ]),
      )[0];
    // Day 317 is 20 December 2023, day 332 is 4 January 2024.
    expect(silentFrom(303)?.touchesHolidays).toBe(false);
    expect(silentFrom(304)?.touchesHolidays).toBe(true);
    expect(silentFrom(332)?.touchesHolidays).toBe(true);
    expect(silentFrom(333)?.touchesHolidays).toBe(false);
  });
});

describe('others away at once', () => {
  const seen = (from: number, to: number) =>
    of(
      historyOf([
        ...BEFORE,
        'days 210-500: ada active',
        `days 0-${from - 1}: cy lands docs`,
        `days ${to}-500: cy active`,
      ]),
    )[0]?.othersAway;

  it('are those silent on at least 8 of the first 14 days', () => {
    expect(seen(188, 230)).toBe(1);
    expect(seen(189, 230)).toBe(0);
    expect(seen(170, 190)).toBe(1);
    expect(seen(170, 189)).toBe(0);
  });

  it('count for the first 90 days of their silence', () => {
    expect(seen(100, 300)).toBe(1);
    expect(seen(99, 300)).toBe(0);
  });
});

describe('absences, whatever the history', () => {
  const plain = (history: History) =>
    findAbsences(history).map(({ person, from, to, businessDays, kind, activeWeeks, othersAway }) => ({
      who: history.people[person]?.name,
      from,
      to,
      businessDays,
      kind,
      activeWeeks,
      othersAway,
    }));

  it('move by whole weeks with it', () => {
    fc.assert(
      fc.property(told(['ada', 'bo', 'cy']), fc.integer({ min: 1, max: 200 }), (lines, weeks) => {
        const moved = plain(historyOf(lines(weeks * 7), { until: 700 + weeks * 7 }));
        expect(moved).toEqual(
          plain(historyOf(lines(0), { until: 700 })).map((absence) => ({
            ...absence,
            from: absence.from + weeks * 7,
            to: absence.to === null ? null : absence.to + weeks * 7,
          })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('of one person do not change with what another is seen doing that is no change', () => {
    fc.assert(
      fc.property(told(['ada', 'bo']), fc.array(fc.nat(690), { maxLength: 40 }), (lines, days) => {
        const mine = (more: readonly string[]) =>
          plain(historyOf([...lines(0), ...more], { until: 700, people: ['ada', 'bo'] }))
            .filter(({ who }) => who === 'ada')
            .map((absence) => ({ ...absence, othersAway: 0 }));
        expect(mine(days.map((day) => `day ${day}: bo active`))).toEqual(mine([]));
      }),
      { numRuns: 40 },
    );
  });
});
