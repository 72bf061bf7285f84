import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedLog, shareToKeep } from './log-count.ts';

describe('the expected logarithm of a count', () => {
  it('is that of a geometric count for a shape of one: the sum of ln(n + 1) / 2^(n + 1) for a mean of one', () => {
    expect(expectedLog(1, 1)).toBeCloseTo(0.5078339, 6);
  });
  it('comes close to the logarithm of the mean where counts are many and tame, and stays below it', () => {
    expect(expectedLog(400, 1e6)).toBeCloseTo(Math.log(401), 2);
    expect(expectedLog(400, 1e6)).toBeLessThan(Math.log(401));
    expect(expectedLog(400, 5)).toBeLessThan(expectedLog(400, 50));
  });
  it('of nothing is nothing', () => expect(expectedLog(0, 3)).toBe(0));
});

describe('the share to keep', () => {
  it('makes the expected logarithm fall by as much as was asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 80, noNaN: true }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        fc.double({ min: 0.01, max: 0.6, noNaN: true }),
        (mean, shape, fall) => {
          fc.pre(expectedLog(mean, shape) > fall);
          const kept = shareToKeep(mean, shape, fall);
          expect(expectedLog(kept * mean, shape)).toBeCloseTo(expectedLog(mean, shape) - fall, 6);
        },
      ),
    );
  });
  it('is all where nothing shall fall, and nothing where no loss is enough', () => {
    expect(shareToKeep(20, 5, 0)).toBe(1);
    expect(shareToKeep(2, 5, 9)).toBe(0);
  });
});
