import type { Cell, ColumnKind, FigureKind, PeopleCell, Report, Share } from './report.ts';
import { calendarDay, decimal, duration, numeral, percent } from './words.ts';

/** How figures are written in tables: shorter than in a sentence (`domain/words.ts`), otherwise alike. */
export const NOTHING = '–';

/** `35–51%`: where the true share lies, 19 times of 20. */
export const interval = (share: Share): string => `${Math.round(share.low * 100)}–${Math.round(share.high * 100)}%`;

/** A cell in words, by what its column holds. */
export function cellText(cell: Cell | undefined, kind: ColumnKind): string {
  if (cell === null || cell === undefined) return NOTHING;
  if (typeof cell === 'object') {
    return isPeople(cell) ? namesText(cell) : `${percent(cell.share)} (${interval(cell)}) of ${numeral(cell.of)}`;
  }
  if (typeof cell === 'string') return kind === 'path' ? areaText(cell) : cell;
  return numberText(cell, kind);
}

/** An area as a person calls it: files that lie in no folder make the area `.`, as every file and `--json` name it. */
export const areaText = (area: string): string => area.replace(/(^|: )\.$/, '$1(root)');

/** `29 of 32`: what a share counts. */
export const countsText = (share: Share): string =>
  `${numeral(Math.round(share.share * share.of))} of ${numeral(share.of)}`;

function numberText(value: number, kind: ColumnKind): string {
  switch (kind) {
    case 'count':
      return numeral(value);
    case 'seconds':
      // A change can land before its author says it was made; the clocks disagreed.
      return value < 0 ? `-${duration(-value)}` : duration(value);
    case 'instant':
      return calendarDay(value);
    case 'share':
      return percent(value);
    default:
      return decimal(value);
  }
}

/** The figure of a report in a few words; null where there is none. */
export function figureText(report: Pick<Report, 'figure' | 'figureKind'>): string | null {
  return report.figure === null ? null : figureWords(report.figure, report.figureKind);
}

/** How a figure that is not there is called. */
export const NOTHING_THERE = 'none';
/** The same, with a word where there is none. */
export const reportFigure = (report: Pick<Report, 'figure' | 'figureKind'>): string =>
  figureText(report) ?? NOTHING_THERE;

const figureWords = (figure: number | Share, kind: FigureKind): string => cellText(figure, kind);

/** Names in the order they have: alphabetical. */
export const namesText = (cell: PeopleCell): string => (cell.people.length === 0 ? 'nobody' : cell.people.join(', '));

export const isPeople = (cell: unknown): cell is PeopleCell =>
  typeof cell === 'object' && cell !== null && 'people' in cell;
export const isShare = (cell: unknown): cell is Share => typeof cell === 'object' && cell !== null && 'share' in cell;
