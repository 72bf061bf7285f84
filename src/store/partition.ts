/** 1990-01-01 and 2100-01-01: outside them a committer's clock was wrong, and there may be any number of quarters. */
const EARLIEST = 631_152_000;
const LATEST = 4_102_444_800;

/**
 * The partition in which facts of a committer time rest: its quarter (UTC), as `2014q3`. Times that nobody knows and
 * times out of all reason have partitions of their own, so that a strange history cannot make thousands of files.
 */
export function partitionOf(time: number | null): string {
  if (time === null || Number.isNaN(time)) return 'unknown';
  if (time < EARLIEST) return 'before-1990';
  if (time >= LATEST) return 'after-2100';
  const date = new Date(time * 1000);
  return `${date.getUTCFullYear()}q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
