import { dayGiven } from '../../domain/calendar-day.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';

/** A day as somebody gave it for an option ({@link dayGiven}); throws a usage error naming the option for what is none. */
export function dayOrThrow(text: string, today: string, option: string): string {
  const day = dayGiven(text, today);
  if (day !== null) return day;
  throw new FortnightError('invalid-day', `--${option} ${text} is no day.`, {
    hint: 'Give a day such as 2026-12-01, today, or a time after today such as +10d or +2w.',
    exitCode: EXIT.usage,
  });
}
