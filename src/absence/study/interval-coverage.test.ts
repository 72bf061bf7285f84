import { describe, expect, it } from 'vitest';
import { chance } from './chance.ts';
import { shareWithin } from './share-within.ts';
import { slopeOf } from './slope.ts';

const DRAWS = 300;

/** Standard normal numbers (Box and Muller 1958). */
function normals(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Repositories whose slopes, levels and D differ as teams do: the mean slope is -1.4. */
function planted(repositories: number, random: () => number) {
  const normal = normals(random);
  return Array.from({ length: repositories }, () => {
    const [level, slope, base] = [0.3 * normal(), -1.4 + 0.4 * normal(), random()];
    return Array.from({ length: 5 + Math.floor(random() * 30) }, () => {
      const dependence = Math.min(1, Math.max(0, base + 0.3 * normal()));
      return { dependence, y: level + slope * dependence + 0.7 * normal() };
    });
  });
}

/** Repositories with few absences each, whose shares lie around 0.6. */
function tallies(repositories: number, random: () => number) {
  const normal = normals(random);
  return Array.from({ length: repositories }, () => {
    const of = 1 + Math.floor(random() * 8);
    const share = 0.6 + 0.15 * Math.max(-2.5, Math.min(2.5, normal()));
    return { of, count: Array.from({ length: of }, random).filter((one) => one < share).length };
  });
}

describe.each([6, 10, 25])('95 %% intervals by repository, of %i repositories', (repositories) => {
  const random = chance(repositories);
  const held = (interval: () => { low: number; high: number } | null, truth: number) => {
    const found = Array.from({ length: DRAWS }, interval).filter((one) => one !== null);
    return found.filter(({ low, high }) => low <= truth && truth <= high).length / found.length;
  };

  it('hold the planted slope about so often', () => {
    const share = held(() => slopeOf(planted(repositories, random), { resamples: 300, seed: 1 }).estimate, -1.4);
    expect(share).toBeGreaterThan(0.92);
  }, 60_000);

  it('hold the planted share about so often', () => {
    expect(held(() => shareWithin(tallies(repositories, random)), 0.6)).toBeGreaterThan(0.93);
  }, 60_000);
});
