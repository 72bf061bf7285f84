import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { told } from '../../test/told-lines.ts';
import { dependenceAt, dependenceByArea } from './dependence.ts';
import type { History } from './history.ts';
import { historyUntil } from './history-until.ts';

const at = (lines: readonly string[], day: number) => {
  const history = historyOf(['day -300: ada lands core', ...lines], { until: 700 });
  return dependenceAt(history, personOf(history, 'ada'), moment(day));
};

describe('what passes through one person', () => {
  it('is G, of all teammates’ changes of 91 days, also of those whose lander nobody knows', () => {
    const found = at(
      ['days 100-102: bo > ada', 'day 103: bo lands', 'day 104: bo > ?', 'days 100-110: ada lands'],
      120,
    );
    expect(found).toMatchObject({ changes: 5, visible: 4, landed: 3, visibility: 0.8, gate: 0.6 });
  });

  it('is D, the mean of clip((g − 0.3) / 0.5) with g = (k + 2G) / (n + 2)', () => {
    // G = 3/4; bo: (3 + 1.5) / (3 + 2) = 0.9, clipped to 1; cy: (0 + 1.5) / (1 + 2) = 0.5, so 0.4.
    const found = at(['days 100-102: bo > ada', 'day 103: cy lands'], 120);
    expect(found.work.map(({ share }) => share)).toEqual([0.9, 0.9, 0.9, 0.5]);
    expect(found.work.map(({ weight }) => weight.toFixed(3))).toEqual(['1.000', '1.000', '1.000', '0.400']);
    expect(found.dependence).toBeCloseTo((3 + 0.4) / 4, 10);
  });

  it('adds up the changes of all authors of a change', () => {
    // G = 3/5; bo has 4 changes, 3 by ada; cy 2, none by ada: (3 + 1.2) / (6 + 2) of the one they share.
    const found = at(['days 100-102: bo > ada', 'day 103: cy lands', 'day 104: bo+cy > bo'], 120);
    expect(found.work.at(-1)?.share).toBeCloseTo((3 + 1.2) / (6 + 2), 10);
  });

  it('counts windows of whole days that end where the moment’s day begins', () => {
    const changes = (day: number) => at(['day 100: bo > ada'], day).changes;
    expect([100, 101, 191, 192].map(changes)).toEqual([0, 1, 1, 0]);
    const work = (day: number) => at(['day 100: bo > ada'], day).work.length;
    expect([101, 156, 157].map(work)).toEqual([1, 1, 0]);
    const share = (day: number) => at(['day 100: bo > ada', `day ${day - 1}: bo lands`], day).work.at(-1)?.share;
    expect(share(282)).toBeCloseTo((1 + 0) / (2 + 2), 10);
    expect(share(283)).toBeCloseTo(0, 10);
  });

  it('is nothing where nothing landed', () => {
    const nothing = { changes: 0, visibility: null, gate: null, dependence: null, work: [] };
    expect(at(['day 10: bo > ada'], 600)).toMatchObject(nothing);
    expect(at(['days 590-599: ada lands'], 600)).toMatchObject(nothing);
  });

  it('is looked at by area, a change in several counting in each', () => {
    const { work } = at(['day 100: bo > ada core,docs', 'day 101: bo > ada docs', 'day 102: bo > ada'], 120);
    const byArea = dependenceByArea({ work } as ReturnType<typeof at>);
    expect([...byArea].map(([area, there]) => [area, there.length])).toEqual([
      [0, 1],
      [1, 2],
      [null, 1],
    ]);
  });

  it('is not touched by anything that comes later', () => {
    fc.assert(
      fc.property(told(['ada', 'bo', 'cy']), fc.integer({ min: 1, max: 699 }), (lines, day) => {
        const seen = (history: History) => ({
          ...dependenceAt(history, 0, moment(day)),
          work: dependenceAt(history, 0, moment(day)).work.map(({ change: { id }, weight }) => [id, weight]),
        });
        const history = historyOf(lines(0), { until: 700 });
        expect(seen(historyUntil(history, moment(day)))).toEqual(seen(history));
      }),
      { numRuns: 60 },
    );
  });

  it('stays between nothing and everything, and G never above what is visible', () => {
    fc.assert(
      fc.property(told(['ada', 'bo', 'cy']), fc.integer({ min: 1, max: 700 }), (lines, day) => {
        const { gate, dependence, visibility } = dependenceAt(historyOf(lines(0), { until: 700 }), 0, moment(day));
        expect(gate ?? 0).toBeLessThanOrEqual(visibility ?? 0);
        expect(dependence ?? 0).toBeGreaterThanOrEqual(0);
        expect(dependence ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
