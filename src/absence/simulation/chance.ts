import type { Random } from './random.ts';

/** Exponential with mean 1. */
export const exponential = (random: Random): number => -Math.log(1 - random.next());

/** Standard normal (Box and Muller; one of the pair is thrown away, so that every draw costs two numbers). */
export const normal = (random: Random): number =>
  Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random.next());

/** How many events of a Poisson process with this mean. Counts products of uniforms in pieces, so that none underflows. */
export function poisson(random: Random, mean: number): number {
  let [left, count] = [mean, 0];
  while (left > 0) {
    const floor = Math.exp(-Math.min(left, 50));
    left -= 50;
    for (let product = random.next(); product > floor; product *= random.next()) count += 1;
  }
  return count;
}

/**
 * Gamma with mean 1 and variance 1 / `shape`: a Poisson count whose mean is multiplied by it is negative binomial, with
 * variance mean + mean² / shape. Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26
 * (2000); for a shape of 1 or more.
 */
export function frailty(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}
