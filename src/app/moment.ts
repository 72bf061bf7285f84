import { EXIT, FortnightError } from '../domain/errors.ts';

const UNITS = 'd (days), w (weeks), mo (months), y (years)';

/**
 * A moment as people write it: a day (`2026-01-31`, its beginning in UTC), a time of that day
 * (`2026-01-31T12:00Z`), or a time before `before` (`90d`, `6w`, `6mo`, `1y`; months and years by the calendar).
 * In seconds since 1970. Throws a usage error naming the option otherwise.
 */
export function parseMoment(text: string, before: number, option: string): number {
  const ago = /^(\d{1,5})(d|w|mo|y)$/.exec(text.trim());
  if (ago !== null) return earlier(before, Number(ago[1]), ago[2] as 'd' | 'w' | 'mo' | 'y');
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text.trim());
  const time = iso === null ? Number.NaN : Date.parse(text.trim());
  // The engine takes 30 February for 2 March; a person who wrote it meant something else.
  const isRealDay =
    iso !== null &&
    new Date(Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]))).getUTCDate() === Number(iso[3]);
  if (!Number.isNaN(time) && isRealDay) return Math.floor(time / 1000);
  throw new FortnightError('invalid-moment', `--${option} ${text} is neither a date nor a time span.`, {
    hint: `Give a date such as 2026-01-31, or a number with ${UNITS}, such as 90d.`,
    exitCode: EXIT.usage,
  });
}

function earlier(from: number, count: number, unit: 'd' | 'w' | 'mo' | 'y'): number {
  if (unit === 'd' || unit === 'w') return from - count * (unit === 'd' ? 1 : 7) * 86_400;
  const date = new Date(from * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - count * (unit === 'mo' ? 1 : 12));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return Math.floor(date.getTime() / 1000);
}
