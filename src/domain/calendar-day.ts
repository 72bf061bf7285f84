import { DAY } from './window.ts';

/** Days as people write them: `2026-02-28`, without a clock or a zone. */
const MOST_DAYS = 3660;

const secondsOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;
const dayAt = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** So many days later; earlier with a negative number. */
export const daysLater = (day: string, days: number): string => dayAt(secondsOf(day) + days * DAY);

/** How many days `to` comes after `from`; negative when before. */
export const daysBetween = (from: string, to: string): number => Math.round((secondsOf(to) - secondsOf(from)) / DAY);

/** Its week as ISO 8601 counts: `2026-W47`. The week of a day belongs to the year of its Thursday. */
export function isoWeekOf(day: string): string {
  const thursday = daysLater(day, 4 - (new Date(secondsOf(day) * 1000).getUTCDay() || 7));
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/**
 * A day as somebody gives it: `2026-02-28`, `today`, or a time after today: `+10d`, `+2w`, `+3mo`. Null for anything else, such as a day
 * that no calendar has.
 */
export function dayGiven(text: string, today: string): string | null {
  const given = text.trim();
  if (given === 'today') return today;
  const [, count, unit] = /^\+(\d{1,4})(d|w|mo)$/.exec(given) ?? [];
  if (count !== undefined) {
    const later =
      unit === 'mo' ? monthsLater(today, Number(count)) : daysLater(today, Number(count) * (unit === 'w' ? 7 : 1));
    return daysBetween(today, later) <= MOST_DAYS ? later : null;
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) return null;
  const at = secondsOf(given);
  return Number.isNaN(at) || dayAt(at) !== given ? null : given;
}

/** The same day of a later month; its last one where the month is shorter. */
function monthsLater(day: string, months: number): string {
  const date = new Date(secondsOf(`${day.slice(0, 7)}-01`) * 1000);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(Number(day.slice(8)), last));
  return date.toISOString().slice(0, 10);
}
