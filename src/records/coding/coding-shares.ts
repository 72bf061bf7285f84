import { type CodingPeriod, type CodingShares, ENOUGH_ANSWERS } from '../../domain/coding-log.ts';
import { CODING_REASONS, type CodingReason } from '../../domain/records/coding.ts';
import { wilson } from '../../domain/wilson.ts';

/** One answer, as a record holds it. */
export interface CodingAnswer {
  readonly why: CodingReason;
  /** `2026-02-28`: when the change landed. */
  readonly landed: string;
}

/**
 * Why the lead wrote code, over all and by the stretch of time in which the change landed, the newest first. A share is told from
 * {@link ENOUGH_ANSWERS} answers on. It misleads where only some changes were answered for: those asked about are the newest ones.
 */
export function codingShares(
  answers: readonly CodingAnswer[],
  by: CodingPeriod,
): { readonly all: CodingShares; readonly periods: readonly CodingShares[] } {
  const groups = new Map<string, CodingAnswer[]>();
  for (const answer of answers) {
    const period = periodOf(answer.landed, by);
    groups.set(period, [...(groups.get(period) ?? []), answer]);
  }
  const periods = [...groups].sort(([a], [b]) => (a < b ? 1 : -1));
  return { all: sharesOf('all', answers), periods: periods.map(([period, those]) => sharesOf(period, those)) };
}

/** `2026-11`, or `2026-Q4`. */
function periodOf(day: string, by: CodingPeriod): string {
  const month = day.slice(0, 7);
  return by === 'month' ? month : `${day.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function sharesOf(period: string, answers: readonly CodingAnswer[]): CodingShares {
  const of = answers.length;
  return {
    period,
    answers: of,
    reasons: CODING_REASONS.map((why) => {
      const count = answers.filter((answer) => answer.why === why).length;
      return { why, answers: count, share: of < ENOUGH_ANSWERS ? null : wilson(count, of) };
    }),
  };
}
