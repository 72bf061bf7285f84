import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, moment, personOf } from '../../test/absence-history.ts';
import { told } from '../../test/told-lines.ts';
import { pastAbsencesSchema } from '../domain/past-absence.ts';
import { DAY } from '../domain/window.ts';
import { startOf } from './calendar.ts';
import { asOne, type History } from './history.ts';
import { historyUntil } from './history-until.ts';
import { pastAbsences } from './past.ts';

/**
 * For two years ada lands cy's work in core every other day, a day after it was done, and bo lands docs once a week. On
 * days 420 to 440 (Monday to Sunday) ada is silent; then everything is as before.
 */
const BEFORE = [
  'days 0-418/2: cy > ada core waited 1',
  'days 0-419: ada active',
  'days 0-700/7: bo lands docs',
  'days 441-700: ada active',
  'days 443-700/2: cy > ada core waited 1',
];
const DURING = ['day 422: cy > bo core waited 2', 'day 430: cy > bo core waited 4', 'day 450: cy > ada core waited 20'];

const past = (lines: readonly string[], day = 700, person = 'ada') => {
  const history = historyOf(lines, { until: 701 });
  return pastAbsencesSchema.parse(pastAbsences(history, personOf(history, person), moment(day)));
};
const newest = (lines: readonly string[], day?: number) => past(lines, day).absences[0];

describe('a past silence', () => {
  it('has its days, its kind and nothing against comparing it', () => {
    expect(newest([...BEFORE, ...DURING])).toMatchObject({
      from: moment(420),
      to: moment(441),
      businessDays: 15,
      kind: 'temporary',
      touchesHolidays: false,
      othersAway: 0,
      notStudied: null,
      notCompared: null,
    });
  });

  it('has teammates’ work before, in and after it', () => {
    // Of 56 days before: 28 by cy and 8 by bo; in 14 days 2 and 2, after the return 6 and 2, and one that had waited.
    const found = newest([...BEFORE, ...DURING]);
    expect(found?.flow).toEqual({ usual: 9, landed: 4, after: 9, outcome: 'slowed' });
    expect(found?.evidenceTotal).toBe(4);
  });

  it('has how long work had waited that somebody else than its author landed', () => {
    expect(newest([...BEFORE, ...DURING])?.waited).toEqual({
      before: { changes: 28, median: DAY },
      during: { changes: 2, median: 3 * DAY },
      after: { changes: 7, median: DAY },
    });
  });

  it('has what the person landed once back that had been worked on before', () => {
    // Day 450 was worked on on day 430; what landed on 443 on 442.
    expect(newest([...BEFORE, ...DURING])?.back).toMatchObject({ landed: 7, waiting: 1, evidenceTotal: 1 });
  });

  it('has who stepped in, and fortnights with the person present', () => {
    const found = newest([...BEFORE, ...DURING]);
    expect(found?.steppedIn).toMatchObject({ people: { people: ['bo'] }, evidenceTotal: 2 });
    expect(found?.present).toMatchObject({ windows: 8, median: 1 });
  });

  it('has what passed through the person then, and nothing of that where landing is hidden', () => {
    const found = newest([...BEFORE, ...DURING]);
    expect(found?.visibility).toMatchObject({ share: 1, of: 58 });
    expect(found?.gate?.share).toBeCloseTo(45 / 58, 10);
    expect(found?.dependence?.of).toBe(36);
    const hidden = newest([...BEFORE, 'days 300-418: cy > ? core']);
    expect(hidden).toMatchObject({ gate: null, dependence: null });
    expect(hidden?.visibility?.share).toBeLessThan(0.6);
  });

  it('is judged by what was known at the moment asked about', () => {
    expect(past([...BEFORE, ...DURING], 420).absences).toEqual([]);
    expect(newest([...BEFORE, ...DURING], 433)).toMatchObject({
      to: null,
      kind: 'ongoing',
      notCompared: 'not-over',
      flow: { landed: null, after: null, outcome: null },
      back: null,
      waited: { after: null },
    });
    expect(newest([...BEFORE, ...DURING], 434)?.flow.landed).toBe(4);
    expect(newest([...BEFORE, ...DURING], 454)?.flow.after).toBeNull();
    expect(newest([...BEFORE, ...DURING], 455)?.flow.after).toBe(9);
  });

  it.each([
    ['not-temporary', ['days 0-419: ada lands core', 'days 0-700/2: bo lands docs', 'days 482-700: ada active']],
    ['holidays', ['days 0-315: ada lands core', 'days 0-700/2: bo lands docs', 'days 340-700: ada active']],
    [
      'others-away',
      [
        'days 0-700/2: bo lands docs',
        ...['ada', 'cy', 'dan'].flatMap((who) => [`days 0-419: ${who} lands core`, `days 441-700: ${who} active`]),
      ],
    ],
    ['not-studied', ['days 0-419: ada lands core', 'days 0-700/9: bo lands docs', 'days 441-700: ada active']],
  ])('is not compared: %s', (reason, lines) => {
    expect(newest(lines)?.notCompared).toBe(reason);
    if (reason === 'not-studied') expect(newest(lines)).toMatchObject({ flow: { outcome: null } });
  });

  it('of several people is the silence of all of them', () => {
    const lines = [...BEFORE, 'days 0-425/2: dan lands core', 'days 436-700/2: dan lands core'];
    const history = historyOf(lines, { until: 701 });
    const [ada, dan] = [personOf(history, 'ada'), personOf(history, 'dan')];
    const both = asOne(history, [ada, dan]);
    expect(pastAbsences(history, ada, moment(700)).absences).toHaveLength(1);
    expect(pastAbsences(both, ada, moment(700)).absences).toEqual([]);
  });
});

describe('past silences, newest first', () => {
  it('say the same whatever came after the moment', () => {
    fc.assert(
      fc.property(told(['ada', 'bo']), fc.integer({ min: 200, max: 699 }), (lines, day) => {
        const history = historyOf(lines(0), { until: 700, people: ['ada', 'bo'] });
        const cut = historyUntil(history, moment(day));
        const seen = pastAbsences(history, 0, moment(day));
        expect(pastAbsences(cut, 0, moment(day))).toEqual(seen);
        const begins = seen.absences.map(({ from }) => from);
        expect(begins).toEqual([...begins].sort((a, b) => b - a));
      }),
      { numRuns: 40 },
    );
  });

  it('have the documented shape for any history, however odd', () => {
    fc.assert(
      fc.property(oddHistories, fc.integer({ min: -2e9, max: 5e9 }), (history, at) => {
        for (const [person] of history.people.entries()) {
          pastAbsencesSchema.parse(pastAbsences(history, person, at));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Three people, seen on any days since 1900 or long stretches, with changes at any time and unknown work times. */
const oddHistories: fc.Arbitrary<History> = fc
  .record({
    stretches: fc.array(
      fc.array(fc.record({ from: fc.integer({ min: -25_000, max: 60_000 }), days: fc.integer({ min: 1, max: 120 }) }), {
        maxLength: 4,
      }),
      { minLength: 3, maxLength: 3 },
    ),
    changes: fc.array(
      fc.record({
        place: fc.nat(11),
        into: fc.integer({ min: -40, max: 160 }),
        authors: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
        lander: fc.option(fc.nat(2)),
        worked: fc.option(fc.integer({ min: -2e9, max: 5e9 })),
      }),
      { maxLength: 80 },
    ),
    until: fc.integer({ min: -2e9, max: 5e9 }),
  })
  .map(({ stretches, changes, until }): History => {
    const all = stretches.flat();
    const landed = changes
      .map(({ place, into, authors, lander, worked }, i) => ({
        repository: 'one',
        id: `c${i}`,
        number: null,
        title: '',
        authors,
        lander,
        approvers: [],
        areas: i % 2 === 0 ? [] : [0],
        files: 1,
        workedAt: worked,
        landedAt: startOf((all[place % Math.max(1, all.length)]?.from ?? epochDay(0)) + into),
      }))
      .filter(({ landedAt }) => landedAt < until)
      .sort((a, b) => a.landedAt - b.landedAt);
    const days = stretches.map((own) =>
      [...new Set(own.flatMap(({ from, days: count }) => Array.from({ length: count }, (_, i) => from + i)))]
        .filter((day) => startOf(day) < until)
        .sort((a, b) => a - b),
    );
    return {
      people: days.map((_, i) => ({ person: `p${i}`, name: `P${i}` })),
      areas: [{ repository: 'one', area: 'core' }],
      changes: landed,
      activity: days.map((own) => own.map((day) => ({ day, commits: 1, merges: 0, reviews: 0 }))),
      releases: [],
      began: landed[0]?.landedAt ?? null,
      until,
    };
  });
