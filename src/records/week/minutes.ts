import { WEEK_MINUTES } from '../../domain/week-review.ts';

/** What changed in the figures, and the question. */
export const FIXED_MINUTES = { figures: 2, question: 1 } as const;
/** Nothing is worth more of a weekly review than this. */
const MOST_OF_AN_ITEM = 2;

/**
 * Shares out what is left of the ten minutes: a minute to each part that has items, as far as they go, then the next to whichever
 * has most items a minute. Parts without items take none.
 */
export function shareMinutes(items: readonly number[]): number[] {
  const minutes = items.map(() => 0);
  for (let left = WEEK_MINUTES - FIXED_MINUTES.figures - FIXED_MINUTES.question; left > 0; left -= 1) {
    let neediest = -1;
    let most = 0;
    items.forEach((of, i) => {
      const given = minutes[i] ?? 0;
      if (given >= of * MOST_OF_AN_ITEM) return;
      const need = given === 0 ? Number.POSITIVE_INFINITY : of / given;
      if (need > most) [neediest, most] = [i, need];
    });
    if (neediest < 0) break;
    minutes[neediest] = (minutes[neediest] ?? 0) + 1;
  }
  return minutes;
}
