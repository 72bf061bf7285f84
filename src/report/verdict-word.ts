import type { Share } from '../domain/report.ts';

/** From here on, most of the team's work waits for one person. */
const MOST = 0.5;
/** Below this share, what passes through the lead is what passes through anybody. */
const LITTLE = 0.1;

/** So much passes through one person that it is worth a look. */
export const isMuch = ({ share }: Share): boolean => share >= LITTLE;

/**
 * The first word of an answer to whether the team could go without somebody; it commits to no more than the evidence does.
 * Only what passes through the person can make it doubtful. `isWorry`: something else hangs on the person, or much passes.
 */
export function verdictWord(passing: Share, isWorry: boolean): string {
  if (passing.low >= MOST) return 'Doubtful';
  return isWorry || isMuch(passing) ? 'Not everywhere' : 'Nothing that git shows speaks against it';
}
