import type { Cell, ColumnKind, PeopleCell, Share } from '../domain/report.ts';

/** How figures are written: once, for every surface that shows text. Numbers are English, times are UTC. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export const NOTHING = '–';
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

export const count = (value: number): string => whole.format(value);

export function decimal(value: number): string {
  const size = Math.abs(value);
  return (size >= 100 ? whole : size >= 1 ? one : two).format(value);
}

/** `43%`; a share that is not quite nothing or not quite everything never rounds to it. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '<1%';
  if (rounded === 100 && share < 1) return '>99%';
  return `${rounded}%`;
}

/** `35–51%`: where the true share lies, 19 times of 20. */
export const interval = (share: Share): string => `${Math.round(share.low * 100)}–${Math.round(share.high * 100)}%`;

/** Two figures at most: `40 min`, `5.5 hours`, `3.2 days`. */
export function duration(seconds: number): string {
  const size = Math.abs(seconds);
  if (size < MINUTE) return size === 0 ? '0' : 'under a minute';
  if (size < HOUR) return `${whole.format(seconds / MINUTE)} min`;
  const [value, unit] = size < 2 * DAY ? [seconds / HOUR, 'hour'] : [seconds / DAY, 'day'];
  const text = (Math.abs(value) < 10 ? one : whole).format(value);
  return `${text} ${unit}${text === '1' ? '' : 's'}`;
}

/** `2026-11-20`; a time no calendar holds is nothing. */
export function day(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? NOTHING : date.toISOString().slice(0, date.getUTCFullYear() > 9999 ? 13 : 10);
}

/** A cell in words, by what its column holds. */
export function cellText(cell: Cell | undefined, kind: ColumnKind): string {
  if (cell === null || cell === undefined) return NOTHING;
  if (typeof cell === 'object') {
    return isPeople(cell) ? namesText(cell.people) : `${percent(cell.share)} (${interval(cell)}) of ${count(cell.of)}`;
  }
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'count':
      return count(cell);
    case 'seconds':
      return duration(cell);
    case 'instant':
      return day(cell);
    case 'share':
      return percent(cell);
    default:
      return decimal(cell);
  }
}

const namesText = (names: readonly string[]): string => (names.length === 0 ? 'nobody' : names.join(', '));
export const isPeople = (cell: Share | PeopleCell): cell is PeopleCell => 'people' in cell;
