import { describe, expect, it } from 'vitest';
import { chance } from './chance.ts';
import { doseResponse } from './dose-response.ts';
import { permutedSlope } from './permuted.ts';
import { slopeOf, slopeWithin } from './slope.ts';

const HOW = { resamples: 500, seed: 1 };

/** Eight repositories with ten cases each: y = -1.5 D, and noise of at most 0.2 that differs by repository. */
function planted(slope: number) {
  const random = chance(99);
  return Array.from({ length: 8 }, () => {
    const own = random() * 0.2 - 0.1;
    return Array.from({ length: 10 }, (_, i) => {
      const dependence = i / 10;
      return { dependence, y: slope * dependence + own + random() * 0.2 - 0.1 };
    });
  });
}

describe('the slope of y on D', () => {
  it('is what was planted, within its interval, and says what it rests on', () => {
    const { estimate, ...basis } = slopeOf(planted(-1.5), HOW);
    expect(basis).toEqual({ cases: 80, repositories: 8, missing: null });
    expect(estimate?.value).toBeCloseTo(-1.5, 1);
    expect(estimate?.low).toBeLessThan(-1.5 + 0.03);
    expect(estimate?.high).toBeLessThan(-1.3);
  });

  it('is nothing where nothing was planted', () => {
    const { estimate } = slopeOf(planted(0), HOW);
    expect(estimate?.low).toBeLessThan(0);
    expect(estimate?.high).toBeGreaterThan(0);
  });

  it('is no figure from too few absences, too few repositories, or where hardly anything depended on anybody', () => {
    const three = planted(-1.5).slice(0, 2);
    expect(slopeOf(three, HOW)).toEqual({
      cases: 20,
      repositories: 2,
      estimate: null,
      missing: '20 cases where it takes 30 and 2 repositories where it takes 5',
    });
    const flat = planted(-1.5).map((cases) => cases.map((one) => ({ ...one, dependence: one.dependence / 10 })));
    expect(slopeOf(flat, HOW).missing).toBe(
      '0 cases with D of at least 0.2 where it takes 5 and 0 repositories with D of at least 0.2 where it takes 3',
    );
    expect(slopeOf([], HOW).estimate).toBeNull();
  });

  it('does not rest on repositories without a case', () => {
    expect(slopeOf([...planted(-1), [], []], HOW)).toEqual(slopeOf(planted(-1), HOW));
  });
});

describe('the slope within repositories alone', () => {
  it('is the planted one, and does not see what differs between repositories', () => {
    const apart = planted(-1).map((cases, repository) =>
      cases.map(({ dependence, y }) => ({ dependence: dependence / 2 + repository / 16, y: y / 2 - repository })),
    );
    expect(slopeWithin(apart, HOW).estimate?.value).toBeCloseTo(-1, 0);
    expect(slopeOf(apart, HOW).estimate?.value).toBeLessThan(-4);
  });

  it('is not there where all absences of a repository are of one D', () => {
    const flat = planted(-1).map((cases, repository) => cases.map((one) => ({ ...one, dependence: repository / 8 })));
    expect(slopeWithin(flat, HOW)).toMatchObject({ cases: 80, estimate: null });
  });
});

describe('D dealt out anew', () => {
  it('leaves no slope where only absences of one repository differ', () => {
    const real = slopeOf(planted(-1.5), HOW).estimate;
    const { estimate } = permutedSlope(planted(-1.5), HOW);
    expect(Math.abs(estimate?.value ?? 1)).toBeLessThan(0.15);
    expect(real?.value).toBeLessThan(estimate?.low ?? Number.NEGATIVE_INFINITY);
  });

  it('keeps the slope where only repositories differ: that is not the absences’ own', () => {
    const between = Array.from({ length: 8 }, (_, repository) =>
      Array.from({ length: 10 }, () => ({ dependence: repository / 8, y: -repository / 8 })),
    );
    expect(permutedSlope(between, HOW).estimate?.value).toBeCloseTo(-1);
  });

  it('is the same at each run', () => {
    expect(permutedSlope(planted(-1), HOW)).toEqual(permutedSlope(planted(-1), HOW));
  });
});

describe('dose and response', () => {
  it('is the mean of y in each band of D, and no figure where a band is empty', () => {
    const cases = Array.from({ length: 6 }, () => [
      { dependence: 0, y: 0.5 },
      { dependence: 0.04, y: -0.5 },
      { dependence: 0.7, y: -2 },
      { dependence: 1, y: -1 },
    ]);
    const doses = doseResponse(cases, HOW).map(({ from, to, y }) => [from, to, y.cases, y.estimate?.value ?? null]);
    expect(doses).toEqual([
      [0, 0.05, 12, 0],
      [0.05, 0.2, 0, null],
      [0.2, 0.4, 0, null],
      [0.4, 0.7, 0, null],
      [0.7, null, 12, -1.5],
    ]);
  });
});
