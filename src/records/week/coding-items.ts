import type { CodingLog } from '../../domain/coding-log.ts';
import { areaText } from '../../domain/figure-words.ts';
import { CODING_REASONS } from '../../domain/records/coding.ts';
import type { WeekItem } from '../../domain/week-review.ts';
import { listed } from '../../domain/words.ts';

/** As many digits as tell commits apart in all but the largest repositories. */
const DIGITS = 10;

/** The newest changes of the lead's that others could have owned and nobody said why: a handful, never those of before. */
export function codingItems({ asked }: Pick<CodingLog, 'asked'>): WeekItem[] {
  return asked.map(({ title, change, landed, areas, evidence }) => ({
    record: null,
    title,
    because: [`You landed it on ${landed} in ${listed(areas.map(areaText))}, which others could own: why?`],
    since: landed,
    settle: CODING_REASONS.map((why) => `fortnight code answer ${change.slice(0, DIGITS)} --why ${why}`),
    opens: null,
    evidence: [evidence],
  }));
}
