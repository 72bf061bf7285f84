/**
 * Expected ln(n + 1) of a negative binomial count n with this mean and gamma shape (variance mean + mean² / shape): the sum over
 * its probabilities, up to where what is left is below 1e-9.
 */
export function expectedLog(mean: number, shape: number): number {
  if (mean <= 0) return 0;
  const chance = mean / (mean + shape);
  let probability = Math.exp(-shape * Math.log1p(mean / shape));
  let [sum, seen] = [0, probability];
  for (let n = 1; seen < 1 - 1e-9 && n < 100_000; n += 1) {
    probability *= (chance * (n - 1 + shape)) / n;
    seen += probability;
    sum += probability * Math.log(n + 1);
  }
  return sum;
}

/** The share of events to keep, each by chance, so that {@link expectedLog} falls by `fall`; 0 where it cannot fall so far. */
export function shareToKeep(mean: number, shape: number, fall: number): number {
  const wanted = expectedLog(mean, shape) - fall;
  if (fall <= 0) return 1;
  if (wanted <= 0) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (expectedLog(middle * mean, shape) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
