import type { Share } from '../domain/report.ts';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * A share with its 95 % score interval (Wilson 1927, "Probable Inference, the Law of Succession, and Statistical
 * Inference", JASA 22). Unlike the textbook interval it stays inside 0 and 1 and holds for small counts. It supposes
 * independent cases; changes of one piece of work are not quite, so read it as a little too narrow. Null of nothing.
 */
export function wilson(count: number, of: number): Share | null {
  if (of <= 0) return null;
  const share = count / of;
  const spread = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  // At the ends the arithmetic can miss the share itself by a rounding error.
  return {
    share,
    low: Math.max(0, Math.min(share, middle - spread)),
    high: Math.min(1, Math.max(share, middle + spread)),
    of,
  };
}

/**
 * How many equally busy people would give the same concentration: the inverse Simpson index, 1 / Σ pᵢ² (Simpson 1949,
 * "Measurement of Diversity", Nature 163; as a number, Hill 1973). 1 when one person does everything. Null of nothing.
 */
export function effectiveNumber(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  return squares === 0 ? null : (total * total) / squares;
}

/** The middle value, or the mean of the two middle ones. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
