import { describe, expect, it } from 'vitest';
import { clusterBootstrap } from './cluster-bootstrap.ts';

const HOW = { resamples: 2000, seed: 7 };
const mean = (values: readonly number[]) => (times: ArrayLike<number>) => {
  const n = values.reduce((sum, _, i) => sum + (times[i] ?? 0), 0);
  return values.reduce((sum, value, i) => sum + value * (times[i] ?? 0), 0) / n;
};
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

describe('the interval by repository', () => {
  it('is the same for the same seed and another for another', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => clusterBootstrap(20, mean(VALUES), { ...HOW, seed }));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('is about as wide as Student’s interval, not as the narrower normal one', () => {
    // Mean 10.5, standard error sqrt(35 / 20), t at 19 degrees 2.093: 10.5 ± 2.77.
    const { value, low, high } = clusterBootstrap(20, mean(VALUES), { ...HOW, resamples: 20_000 }) ?? {};
    expect(value).toBeCloseTo(10.5);
    expect(low).toBeGreaterThan(10.5 - 2.95);
    expect(low).toBeLessThan(10.5 - 2.6);
    expect(high).toBeGreaterThan(10.5 + 2.6);
    expect(high).toBeLessThan(10.5 + 2.95);
  });

  it('does not exist for one repository, nor where the figure often does not', () => {
    expect(clusterBootstrap(1, () => 1, HOW)).toBeNull();
    expect(clusterBootstrap(3, () => null, HOW)).toBeNull();
    expect(clusterBootstrap(3, (times) => (times[0] === 0 ? null : 1), HOW)).toBeNull();
  });
});
