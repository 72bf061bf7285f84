import { interval, isShare } from '../../domain/figure-words.ts';
import type { FigureKind, Report } from '../../domain/report.ts';
import { decimal, duration, numeral, percent } from '../../domain/words.ts';

/** A figure as it is read: the value large, its unit and what it rests on beside it. */
export interface FigureParts {
  readonly value: string;
  readonly unit: string | null;
  /** `70–83%`; null where a figure has no interval. */
  readonly interval: string | null;
  readonly of: string | null;
}

/** Null where there is no figure. A share never comes without its interval and count. */
export function figureParts(figure: Report['figure'], kind: FigureKind): FigureParts | null {
  if (figure === null) return null;
  if (isShare(figure)) {
    return { value: percent(figure.share), unit: null, interval: interval(figure), of: numeral(figure.of) };
  }
  if (kind !== 'seconds') {
    return { value: kind === 'count' ? numeral(figure) : decimal(figure), unit: null, interval: null, of: null };
  }
  const [value = '', ...unit] = duration(figure).split(' ');
  const isNumber = /^\d/.test(value);
  return {
    value: isNumber ? value : duration(figure),
    unit: isNumber ? unit.join(' ') : null,
    interval: null,
    of: null,
  };
}

/** The number of a figure, for drawing. */
export const numberOf = (figure: Report['figure']): number | null => (isShare(figure) ? figure.share : figure);

/** How a value of this kind is written on an axis. */
export const formatOf = (kind: FigureKind): ((value: number) => string) =>
  kind === 'share' ? percent : kind === 'seconds' ? duration : decimal;
