import { DAY } from '../domain/window.ts';

/** Days since 1970 (UTC) of a moment in seconds. */
export const dayOf = (seconds: number): number => Math.floor(seconds / DAY);

/** Seconds since 1970 of the beginning of a day. */
export const startOf = (day: number): number => day * DAY;

/** Monday is 0. 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Monday to Friday. Which of them were holidays somewhere is not known, and not guessed. */
export const isBusinessDay = (day: number): boolean => weekday(day) < 5;

/** Business days from `from` (included) to `to` (excluded); 0 when `to` is not after `from`. */
export function businessDays(from: number, to: number): number {
  if (to <= from) return 0;
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * 5;
  for (let day = from + weeks * 7; day < to; day += 1) if (isBusinessDay(day)) count += 1;
  return count;
}

/** Some day of the span lies between 20 December and 4 January, when everybody may be away. */
export function touchesHolidays(from: number, to: number): boolean {
  for (let day = from; day < Math.min(to, from + 366); day += 1) {
    const date = new Date(startOf(day) * 1000);
    const [month, of] = [date.getUTCMonth(), date.getUTCDate()];
    if ((month === 11 && of >= 20) || (month === 0 && of <= 4)) return true;
  }
  return false;
}
