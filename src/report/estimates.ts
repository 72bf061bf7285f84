import type { Estimate, Interval } from '../domain/absence-backtest.ts';
import type { PageColumn } from '../domain/page.ts';
import { counted, numeral, percent } from '../domain/words.ts';
import { NOTHING } from './figures.ts';

/** How estimates of a study are written: never without an interval and what they rest on. */

/** Two decimals; what rounds to nothing has no sign. */
const number = (value: number): string => value.toFixed(2).replace(/^-(?=0\.00$)/, '');

/** `-1.54 (95% interval -1.81 to -1.19)`. */
export const withinWords = ({ value, low, high }: Interval): string =>
  `${number(value)} (95% interval ${number(low)} to ${number(high)})`;

/** `408 absences in 25 repositories`. */
export const basisWords = (
  { cases, repositories }: Pick<Estimate, 'cases' | 'repositories'>,
  noun = 'absence',
): string => `${counted(cases, noun)} in ${counted(repositories, 'repository', 'repositories')}`;

/** `86% (73–93%) of 51`. */
export const shareCell = (interval: Interval | null, of: number): string =>
  interval === null
    ? NOTHING
    : `${percent(interval.value)} (${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}%) of ${numeral(of)}`;

export const numberCell = ({ value, low, high }: Interval): string =>
  `${number(value)} (${number(low)} to ${number(high)})`;

/** `×0.58 (0.42 to 0.66)`. */
export const timesCell = (interval: Interval): string => `×${numberCell(interval)}`;

/** A row of label, figure and basis. */
export const estimateRow = (
  label: string,
  estimate: Estimate,
  cell: (interval: Interval, of: number) => string = numberCell,
): string[] => [
  label,
  estimate.estimate === null ? NOT_ENOUGH : cell(estimate.estimate, estimate.cases),
  numeral(estimate.cases),
  numeral(estimate.repositories),
];

/** What it had stands beside it; `--json` says what it takes. */
export const NOT_ENOUGH = 'not enough evidence';

export const column = (label: string, align: 'left' | 'right' = 'left'): PageColumn => ({
  label,
  align,
  overflow: 'wrap',
});

export const estimateColumns = (label: string, figure: string, cases = 'cases'): PageColumn[] => [
  column(label),
  column(figure),
  column(cases, 'right'),
  column('repositories', 'right'),
];

/** `0.05 to 0.2`, `0.7 and more`. */
export const bandWords = ({ from, to }: { readonly from: number; readonly to: number | null }): string =>
  to === null ? `${from} and more` : from === 0 ? `below ${to}` : `${from} to ${to}`;
