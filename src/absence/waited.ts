import type { Waited } from '../domain/past-absence.ts';
import type { LandedChange } from './history.ts';
import { quantile } from './quantile.ts';

/**
 * Waiting is known of what somebody else than an author landed, at another second than it was worked on: a squash is
 * made where it lands, and hides when its work was done. A clock set ahead gives no waiting, not a negative one.
 */
export function waitedOf(changes: readonly LandedChange[]): Waited {
  const waits = changes.flatMap(({ authors, lander, workedAt, landedAt }) =>
    workedAt === null || workedAt === landedAt || authors.some((author) => author === lander)
      ? []
      : Math.max(0, landedAt - workedAt),
  );
  return { changes: waits.length, median: quantile(waits, 0.5) };
}
