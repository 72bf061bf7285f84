import type { Share } from './report.ts';

/** Two-sided 95 % point of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

/**
 * A share with its 95 % score interval (Wilson 1927, "Probable Inference, the Law of Succession, and Statistical
 * Inference", JASA 22). Unlike the textbook interval it stays inside 0 and 1 and holds for small counts. It supposes
 * independent cases; changes of one piece of work are not quite, so read it as a little too narrow. `count` need not be
 * whole: a sum of shares has an interval too, then a little too wide. Null of nothing.
 */
export function wilson(count: number, of: number): Share | null {
  if (of <= 0) return null;
  const share = count / of;
  const spread =
    (Z_95 / (1 + (Z_95 * Z_95) / of)) * Math.sqrt((share * (1 - share)) / of + (Z_95 * Z_95) / (4 * of * of));
  const middle = (share + (Z_95 * Z_95) / (2 * of)) / (1 + (Z_95 * Z_95) / of);
  // At the ends the arithmetic can miss the share itself by a rounding error.
  return {
    share,
    low: Math.max(0, Math.min(share, middle - spread)),
    high: Math.min(1, Math.max(share, middle + spread)),
    of,
  };
}
