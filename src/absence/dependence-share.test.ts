import fc from 'fast-check';
import { expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { shareSchema } from '../domain/report.ts';
import { type Dependence, dependenceAt } from './dependence.ts';
import { dependenceShare } from './dependence-share.ts';
import type { LandedChange } from './history.ts';

/** Streams as [changes, weight of each]: author 0 has the first, and so on. */
function dependenceOf(streams: readonly (readonly [number, number])[]): Dependence {
  const work = streams.flatMap(([changes, weight], author) =>
    Array.from({ length: changes }, () => ({
      change: { authors: [author] } as unknown as LandedChange,
      share: 0.3 + weight / 2,
      weight,
    })),
  );
  const total = work.reduce((sum, { weight }) => sum + weight, 0);
  return {
    changes: work.length,
    visible: work.length,
    landed: 0,
    visibility: work.length === 0 ? null : 1,
    gate: 0,
    dependence: work.length === 0 ? null : total / work.length,
    isCutOff: false,
    work,
  };
}

const rounded = (streams: readonly (readonly [number, number])[]) => {
  const share = dependenceShare(dependenceOf(streams));
  return share === null ? null : [share.low, share.share, share.high].map((value) => Math.round(value * 100) / 100);
};

it('has none without work', () => {
  expect(dependenceShare(dependenceOf([]))).toBeNull();
});

it('is wide when half of the authors depend and half do not, however much each of them works', () => {
  const few = rounded([
    [50, 1],
    [50, 1],
    [50, 0],
    [50, 0],
  ]);
  expect(few).toEqual([0, 0.5, 1]);
  const many = rounded(Array.from({ length: 40 }, (_, i) => [5, i % 2] as const));
  expect(many?.[0]).toBeGreaterThan(0.3);
  expect(many?.[2]).toBeLessThan(0.7);
});

it('is never a point: one author is no more than their changes', () => {
  expect(rounded([[40, 1]])).toEqual([0.91, 1, 1]);
  expect(rounded([[20, 0]])).toEqual([0, 0, 0.16]);
});

it('gives the same interval twice, and holds D for whatever streams', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 12,
      }),
      (streams) => {
        const share = dependenceShare(dependenceOf(streams));
        expect(shareSchema.safeParse(share).success).toBe(true);
        expect(dependenceShare(dependenceOf(streams))).toEqual(share);
      },
    ),
    { numRuns: 40 },
  );
});

it('is measured on a history', () => {
  const history = historyOf(['days 0-100/2: bo > ada core', 'days 1-101/2: cy lands core']);
  const share = dependenceShare(dependenceAt(history, personOf(history, 'ada'), moment(102)));
  expect(share).toMatchObject({ low: 0, high: 1, of: 56 });
  expect(share?.share).toBeCloseTo(0.5, 2);
});

/** The interval is right about as often as it says: authors drawn anew from a population of which half depend. */
it('holds the true share of a population of authors in at least 88 of 100 draws of 12 authors', () => {
  let held = 0;
  let state = 7;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let i = 0; i < 100; i += 1) {
    const share = dependenceShare(dependenceOf(Array.from({ length: 12 }, () => [6, next() < 0.5 ? 1 : 0] as const)));
    if (share !== null && share.low <= 0.5 && 0.5 <= share.high) held += 1;
  }
  expect(held).toBeGreaterThanOrEqual(88);
});
