import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueScale } from './value-scale.ts';

describe('the ticks of values', () => {
  test('are round and reach over the largest', () => {
    expect(valueScale(0, 0.82, 100, 0).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(valueScale(0, 37, 100, 0).ticks).toEqual([0, 10, 20, 30, 40]);
  });

  test('begin below nothing where values do', () => {
    expect(valueScale(-5, 5, 100, 0).ticks).toEqual([-5, -2.5, 0, 2.5, 5]);
  });

  test('stand for something also where there is only nothing', () => {
    expect(valueScale(0, 0, 100, 0).y(0)).toBe(100);
  });

  test('put every value between bottom and top', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (a, b) => {
          const scale = valueScale(Math.min(a, b), Math.max(a, b), 100, 0);
          for (const value of [a, b]) {
            expect(scale.y(value)).toBeGreaterThanOrEqual(-0.01);
            expect(scale.y(value)).toBeLessThanOrEqual(100.01);
          }
          expect(scale.ticks.length).toBeLessThan(12);
        },
      ),
    );
  });
});
