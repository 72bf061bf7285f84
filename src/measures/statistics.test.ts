import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareSchema } from '../domain/report.ts';
import { effectiveNumber, median, wilson } from './statistics.ts';

describe('a share with its interval', () => {
  it('agrees with the published example of 81 of 263 (Newcombe 1998, table I, method 3)', () => {
    const share = wilson(81, 263);
    expect(share?.low).toBeCloseTo(0.2553, 4);
    expect(share?.high).toBeCloseTo(0.3662, 4);
  });

  it('is sensible where the textbook interval is not: none of 10, all of 10', () => {
    expect(wilson(0, 10)).toEqual({ share: 0, low: 0, high: expect.closeTo(0.2775, 4), of: 10 });
    expect(wilson(10, 10)).toEqual({ share: 1, low: expect.closeTo(0.7225, 4), high: 1, of: 10 });
  });

  it('of nothing is unknown', () => expect(wilson(0, 0)).toBeNull());

  it('always lies inside its interval', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (a, b) => {
        const of = Math.max(a, b, 1);
        expect(shareSchema.safeParse(wilson(Math.min(a, b), of)).success).toBe(true);
      }),
    );
  });
});

describe('the effective number', () => {
  it('is the number of people when they share equally', () => expect(effectiveNumber([5, 5, 5])).toBe(3));
  it('is near one when one does nearly everything', () => expect(effectiveNumber([98, 1, 1])).toBeCloseTo(1.04, 2));
  it('of nothing is unknown', () => expect(effectiveNumber([])).toBeNull());
});

describe('the median', () => {
  it('is the middle, or the mean of the two in the middle, whatever the order', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
  });
  it('of nothing is unknown', () => expect(median([])).toBeNull());
});
