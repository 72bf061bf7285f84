import type { Share } from './report.ts';
import { DAY } from './window.ts';

/** How figures are written inside sentences, the same everywhere. Numbers are English, times are UTC. */
const whole = numerals(0);
const one = numerals(1);

/** Made when it is first needed: it takes longer than much else that starts a program. */
function numerals(digits: number): { format(value: number): string } {
  let made: Intl.NumberFormat | null = null;
  return {
    format(value) {
      made ??= new Intl.NumberFormat('en', { maximumFractionDigits: digits });
      return made.format(value);
    },
  };
}

/** `12,345`. */
export const numeral = (value: number): string => whole.format(value);

/** `4.3`; one decimal at most. */
export const decimal = (value: number): string => one.format(value);

/** `1 change`, `12 changes`; the plural is the singular with an s unless given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numeral(count)} ${count === 1 ? noun : plural}`;
}

/** `43%`; a share that is not quite nothing or not quite everything never rounds to it. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '<1%';
  if (rounded === 100 && share < 1) return '>99%';
  return `${rounded}%`;
}

/** `21% (12–34%)`: the share and the interval in which the true one lies 19 times of 20. */
export const percentWithin = (share: Share): string =>
  `${percent(share.share)} (${Math.round(share.low * 100)}–${Math.round(share.high * 100)}%)`;

/** `30 in 100`: what somebody means or aims at. Nobody measured it, so it has no interval and is no percentage. */
export const inHundred = (fraction: number): string => `${Math.round(fraction * 100)} in 100`;

/** Two figures at most: `40 minutes`, `5.5 hours`, `3.2 days`. */
export function duration(seconds: number): string {
  if (seconds < 60) return seconds < 1 ? 'no time' : 'less than a minute';
  const [value, noun] =
    seconds < 3600 ? [seconds / 60, 'minute'] : seconds < 2 * DAY ? [seconds / 3600, 'hour'] : [seconds / DAY, 'day'];
  const text = (value < 10 ? one : whole).format(value);
  return `${text} ${noun}${text === '1' ? '' : 's'}`;
}

/** `2026-11-20`; a time no calendar holds is said to be unknown. */
export function calendarDay(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'an unknown day' : (date.toISOString().split('T')[0] ?? '');
}

/** `Ada, Grace and Linus`. */
export function listed(names: readonly string[], conjunction = 'and'): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names[names.length - 1]}`;
}
