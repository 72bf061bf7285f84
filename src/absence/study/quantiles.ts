/** P(Z < x) of the standard normal: Zelen and Severo, in Abramowitz and Stegun 26.2.17; wrong by less than 1e-7. */
export function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x < 0 ? tail : 1 - tail;
}

/**
 * The two-sided point of Student's t: |T| stays below it with probability `within`, at `freedom` degrees (1 or more, whole).
 * Solved by halving over the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4.
 */
export function tWithin(within: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (tInside(high, freedom) < within && high < 1e6) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (tInside(middle, freedom) < within) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| < t). */
function tInside(t: number, freedom: number): number {
  // Beyond it the two are the same to four places, and the series is long.
  if (freedom > 400) return 2 * normalBelow(t) - 1;
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
