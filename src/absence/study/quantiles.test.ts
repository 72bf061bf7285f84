import { describe, expect, it } from 'vitest';
import { normalBelow, tWithin } from './quantiles.ts';

describe('quantiles', () => {
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [4, 2.7764],
    [9, 2.2622],
    [30, 2.0423],
    [120, 1.9799],
    [100_000, 1.96],
  ])('knows the printed table of Student’s t at %i degrees', (freedom, printed) => {
    expect(tWithin(0.95, freedom)).toBeCloseTo(printed, 3);
  });

  it('knows the printed table of the normal distribution', () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalBelow(-1.96)).toBeCloseTo(0.0249979, 6);
    expect(normalBelow(1.2815516)).toBeCloseTo(0.9, 5);
  });
});
