import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { coverageOf } from './coverage.ts';
import { foretellEach } from './held-out.ts';
import { logLoss } from './log-loss.ts';
import { outcomeShares } from './outcome-shares.ts';
import { tellingApart } from './telling-apart.ts';

const HOW = { resamples: 300, seed: 1 };
const cases = (count: number, dependence: number, outcome: Outcome | null) =>
  Array.from({ length: count }, () => ({ dependence, outcome }));

describe('the shares of outcomes', () => {
  it('count the fortnights of one band, without those in which nothing was usual', () => {
    const one = [
      ...cases(1, 0.8, 'nearly-stopped'),
      ...cases(1, 0.7, 'normal'),
      ...cases(1, 0.9, null),
      ...cases(3, 0.1, 'slowed'),
    ];
    const shares = outcomeShares([one, one, one], { from: 0.7, to: null });
    expect(shares).toMatchObject({ cases: 6, repositories: 3, counts: { nearlyStopped: 3, slowed: 0, normal: 3 } });
    expect(shares.nearlyStopped?.value).toBe(0.5);
    expect(shares.missing).toBeNull();
  });

  it('are no figures from fewer than five fortnights of three repositories, and the counts stand', () => {
    const shares = outcomeShares([cases(4, 0.8, 'slowed')], { from: 0.7, to: null });
    expect(shares).toMatchObject({ cases: 4, counts: { slowed: 4 }, slowed: null, nearlyStopped: null });
    expect(shares.missing).toBe('4 cases where it takes 5 and 1 repository where it takes 3');
  });
});

describe('foretelling one repository from the others', () => {
  it('draws each band towards the base rate by ten pseudo-absences', () => {
    // Seen from the second: three absences, base (1/3 + 1, 1/3, 1/3 + 2) / 4; one of them in the highest band.
    const first = [...cases(2, 0, 'normal'), ...cases(1, 0.9, 'nearly-stopped')];
    const [, { base, bands, counts } = {}] = foretellEach([first, cases(5, 0, 'slowed')]);
    expect(base?.['nearly-stopped']).toBeCloseTo(1 / 3);
    expect(base?.normal).toBeCloseTo(7 / 12);
    expect(counts).toEqual([2, 0, 0, 0, 1]);
    expect(bands?.[4]?.['nearly-stopped']).toBeCloseTo((1 + 10 / 3) / 11);
    expect(bands?.[1]).toEqual(base);
  });

  it('gains nothing where bands tell nothing, and much where they tell all', () => {
    const noise = Array.from({ length: 6 }, () => [
      ...cases(2, 0, 'normal'),
      ...cases(2, 0, 'nearly-stopped'),
      ...cases(2, 0.9, 'normal'),
      ...cases(2, 0.9, 'nearly-stopped'),
    ]);
    expect(Math.abs(logLoss(noise, HOW).gain.estimate?.value ?? 1)).toBeLessThan(0.01);
    const clear = Array.from({ length: 6 }, () => [...cases(4, 0, 'normal'), ...cases(4, 0.9, 'nearly-stopped')]);
    const told = logLoss(clear, HOW);
    expect(told.gain.estimate?.low).toBeGreaterThan(0.3);
    expect(told.base).toBeCloseTo(-Math.log(61 / 3 / 41), 5);
  });

  it('says what is missing', () => {
    expect(logLoss([cases(8, 0, 'normal')], HOW)).toMatchObject({
      bands: null,
      base: null,
      gain: { estimate: null, cases: 8 },
    });
  });
});

describe('telling apart', () => {
  const spread = (stopped: readonly number[], others: readonly number[]) =>
    Array.from({ length: 5 }, () => [
      ...stopped.flatMap((d) => cases(1, d, 'nearly-stopped')),
      ...others.flatMap((d) => cases(1, d, 'slowed')),
    ]);

  it('is the share of pairs in which the higher D stopped, ties half', () => {
    // 0.2: above 0.1, level with 0.2, below 0.3: 1.5 of 4. 0.5: above all: 4 of 4.
    expect(tellingApart(spread([0.2, 0.5], [0.1, 0.2, 0.3, 0.4]), HOW).estimate?.value).toBeCloseTo(5.5 / 8);
    expect(tellingApart(spread([0.5, 0.5], [0.5, 0.5, 0.5, 0.5]), HOW).estimate?.value).toBe(0.5);
  });

  it('takes absences of both kinds', () => {
    expect(tellingApart(spread([], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]), HOW).missing).toBe(
      '0 cases of work that nearly stopped where it takes 10 and 0 repositories of work that nearly stopped where it takes 3',
    );
  });
});

describe('coverage', () => {
  /** y = -D, and ten distances from it, evenly from -0.9 to 0.9. */
  const repository = Array.from({ length: 20 }, (_, i) => ({
    dependence: i < 10 ? 0 : 0.8,
    y: (i < 10 ? 0 : -0.8) + ((i % 10) - 4.5) / 5,
    outcome: i < 10 ? ('normal' as const) : ('nearly-stopped' as const),
  }));

  it('is what was promised where repositories are alike', () => {
    const { y, yAtHigh, bands, promised } = coverageOf([repository, repository, repository, repository, repository]);
    expect(promised).toBe(0.8);
    expect(y).toMatchObject({ cases: 100, repositories: 5 });
    expect(y.estimate?.value).toBeCloseTo(0.8);
    expect(yAtHigh).toMatchObject({ cases: 50, repositories: 5 });
    expect(bands.cases).toBe(10);
  });

  it('is less where one repository lies far from the others', () => {
    const far = repository.map((one) => ({ ...one, y: one.y + 5 }));
    const { y } = coverageOf([repository, repository, repository, repository, far]);
    expect(y.estimate?.value).toBeLessThan(0.75);
  });

  it('is no figure of four repositories', () => {
    expect(coverageOf([repository, repository, repository, repository]).y.missing).toBe(
      '4 repositories where it takes 5',
    );
  });
});
