import type { TARGET_VERDICTS } from '../../domain/coding-log.ts';
import type { Share } from '../../domain/report.ts';

/** A third of the work hands-on, two thirds leading, is what tech leads are told most often; any other can be set. */
export const HANDS_ON_TARGET = 0.3;

/** Where a share lies beside the most it is meant to be; `open` where its interval holds both sides. */
export function besideTarget(share: Share | null, target: number): (typeof TARGET_VERDICTS)[number] {
  if (share === null) return 'none';
  if (share.low > target) return 'above';
  return share.high <= target ? 'within' : 'open';
}
