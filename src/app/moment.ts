import { EXIT, FortnightError } from '../domain/errors.ts';

/** Years of four digits, with room for an absence at either end: what is made of a moment is written into calendars. */
const EARLIEST = Date.parse('0001-01-01') / 1000;
const LATEST = Date.parse('9990-01-01') / 1000;
const UNITS = 'd (days), w (weeks), mo (months), y (years)';

/**
 * A moment as people write it: a day (`2026-01-31`, its beginning in UTC), a time of that day
 * (`2026-01-31T12:00Z`), or a time before `before` (`90d`, `6w`, `6mo`, `1y`; months and years by the calendar).
 * In seconds since 1970. Throws a usage error naming the option otherwise.
 */
export function parseMoment(text: string, before: number, option: string): number {
  const moment = momentOf(text.trim(), before);
  if (moment !== null && moment >= EARLIEST && moment < LATEST) return moment;
  const why = moment === null ? 'is neither a date nor a time span' : 'lies outside the years 1 to 9989';
  throw new FortnightError('invalid-moment', `--${option} ${text} ${why}.`, {
    hint: `Give a date such as 2026-01-31, or a number with ${UNITS}, such as 90d.`,
    exitCode: EXIT.usage,
  });
}

function momentOf(text: string, before: number): number | null {
  const ago = /^(\d{1,5})(d|w|mo|y)$/.exec(text);
  if (ago !== null) return earlier(before, Number(ago[1]), ago[2] as 'd' | 'w' | 'mo' | 'y');
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text);
  const time = iso === null ? Number.NaN : Date.parse(text);
  // The engine takes 30 February for 2 March; a person who wrote it meant something else.
  const isRealDay =
    iso !== null &&
    new Date(Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]))).getUTCDate() === Number(iso[3]);
  return !Number.isNaN(time) && isRealDay ? Math.floor(time / 1000) : null;
}

function earlier(from: number, count: number, unit: 'd' | 'w' | 'mo' | 'y'): number {
  if (unit === 'd' || unit === 'w') return from - count * (unit === 'd' ? 1 : 7) * 86_400;
  return monthsBefore(from, count * (unit === 'mo' ? 1 : 12));
}

/** So many months earlier by the calendar; the last day of a shorter month where the day does not exist there. */
export function monthsBefore(from: number, months: number): number {
  const date = new Date(from * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return Math.floor(date.getTime() / 1000);
}
