// Every room that counts shares has the same interval.
export { wilson } from '../domain/wilson.ts';

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
