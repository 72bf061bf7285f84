import { describe, expect, it } from 'vitest';
import type { CoverCase } from './backtest-cases.ts';
import { judge } from './backtest-judgement.ts';

const one: CoverCase = {
  repository: 'repo',
  handover: 0,
  place: 1,
  place_by_last: 4,
  place_by_most: null,
  is_reachable: true,
};
const cases = (count: number, change: (i: number) => Partial<CoverCase>): CoverCase[] =>
  Array.from({ length: count }, (_, i) => ({ ...one, handover: i, ...change(i) }));

describe('the judgement of a backtest', () => {
  it('counts a hit when one of the first three came next, and the reciprocal of the place', () => {
    const [history] = judge([
      { repository: 'repo', cases: cases(40, (i) => (i < 10 ? { place: 3 } : i < 20 ? { place: 5 } : {})) },
    ]).histories;
    expect(history?.rules?.formula.hitAt3).toBeCloseTo(30 / 40);
    expect(history?.rules?.formula.meanReciprocalRank).toBeCloseTo((20 + 10 / 3 + 10 / 5) / 40);
    expect(history?.rules?.last).toEqual({ hitAt3: 0, meanReciprocalRank: 0.25 });
    expect(history?.rules?.most).toEqual({ hitAt3: 0, meanReciprocalRank: 0 });
  });

  it('is not given on fewer than 30 cases, or on cases that fewer than 10 changes settle', () => {
    const [few, alike, enough] = judge([
      { repository: 'few', cases: cases(29, () => ({})) },
      { repository: 'alike', cases: cases(500, (i) => ({ handover: i % 9 })) },
      { repository: 'enough', cases: cases(30, (i) => ({ handover: i % 10 })) },
    ]).histories;
    expect(few).toMatchObject({ cases: 29, handovers: 29, rules: null, gains: null });
    expect(alike).toMatchObject({ cases: 500, handovers: 9, rules: null });
    expect(enough).toMatchObject({ cases: 30, handovers: 10, rules: { formula: { hitAt3: 1 } } });
  });

  it('says how many cases any rule could have got right, and nothing of no cases', () => {
    const [some, none] = judge([
      { repository: 'some', cases: cases(4, (i) => ({ is_reachable: i > 0 })) },
      { repository: 'none', cases: [] },
    ]).histories;
    expect(some?.reachable).toBe(0.75);
    expect(none?.reachable).toBeNull();
  });

  it('is surer of the gain over a baseline, the more handovers show it', () => {
    const mixed = (i: number) => ({ place: i % 2 === 0 ? 1 : 4, place_by_last: i % 4 === 1 ? 1 : 4 });
    const [small, large] = judge([
      { repository: 'small', cases: cases(40, mixed) },
      { repository: 'large', cases: cases(4000, mixed) },
    ]).histories;
    const width = (gain: { low: number; high: number } | undefined) => (gain?.high ?? 0) - (gain?.low ?? 0);
    expect(small?.gains?.last.hitAt3).toBeCloseTo(0.25);
    expect(large?.gains?.last.hitAt3).toBeCloseTo(0.25);
    expect(width(large?.gains?.last)).toBeLessThan(width(small?.gains?.last) / 5);
    expect(large?.gains?.last.low).toBeGreaterThan(0.2);
    expect(large?.gains?.last.high).toBeLessThan(0.3);
  });

  it('takes cases that one change settles for one piece of evidence', () => {
    const repeated = cases(400, (i) => ({ handover: i % 10, place: i % 10 < 5 ? 1 : null }));
    const single = cases(400, (i) => ({ place: i % 10 < 5 ? 1 : null }));
    const [few, many] = judge([
      { repository: 'few', cases: repeated },
      { repository: 'many', cases: single },
    ]).histories;
    const width = (gain: { low: number; high: number } | undefined) => (gain?.high ?? 0) - (gain?.low ?? 0);
    expect(width(few?.gains?.most)).toBeGreaterThan(3 * width(many?.gains?.most));
  });

  it('gives every history with enough evidence the same weight overall, and the same figures each time', () => {
    const histories = [
      { repository: 'short', cases: cases(30, () => ({ place: 1 })) },
      { repository: 'long', cases: cases(3000, () => ({ place: 4 })) },
      { repository: 'nothing', cases: [] },
    ];
    const { overall } = judge(histories);
    expect(overall).toMatchObject({ histories: 2, rules: { formula: { hitAt3: 0.5 } } });
    expect(judge(histories).overall).toEqual(overall);
    expect(judge(histories.slice(1)).overall).toBeNull();
  });
});
