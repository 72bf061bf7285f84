import type { FlowPeriod } from '../../domain/flow.ts';
import type { TrendStep } from '../../domain/trend-steps.ts';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `February 2015`, or `2015, 1st quarter`. */
export function periodName({ since }: Pick<FlowPeriod, 'since'>, every: TrendStep): string {
  const date = new Date(since * 1000);
  if (every === 'month') return MONTH.format(date);
  const names = ['1st', '2nd', '3rd', '4th'] as const;
  return `${date.getUTCFullYear()}, ${names[Math.floor(date.getUTCMonth() / 3)] ?? ''} quarter`;
}
