import type { TimelineStep } from '../../domain/handover.ts';
import { calendarDay } from '../../domain/words.ts';
import { isBusinessDay, startOf } from '../calendar.ts';

/** `2026-01-31` of a day since 1970. */
export const dayText = (day: number): string => calendarDay(startOf(day));

/** The business day itself, else the one before. */
export function businessDayUntil(day: number): number {
  let at = day;
  while (!isBusinessDay(at)) at -= 1;
  return at;
}

/** The business day itself, else the one after. */
export function businessDayFrom(day: number): number {
  let at = day;
  while (!isBusinessDay(at)) at += 1;
  return at;
}

/**
 * When to do what: the working day a week before, the last one, the middle, the return, the day after it. A day that has
 * passed when the plan is made becomes that day.
 */
export function timelineOf({ from, days, today }: { from: number; days: number; today: number }): TimelineStep[] {
  const last = businessDayUntil(from - 1);
  const back = businessDayFrom(from + days);
  const notPast = (day: number) => (today < from ? Math.max(day, Math.min(today, last)) : day);
  return [
    {
      step: 'week-before',
      day: dayText(notPast(businessDayUntil(from - 7))),
      text: 'Go through the list with those who stay, and let them do each step once while you can still be asked.',
    },
    {
      step: 'last-day',
      day: dayText(last),
      text: 'Land or hand over what is open, say who decides and who lands, and turn the notifications off.',
    },
    {
      step: 'middle',
      day: dayText(businessDayFrom(from + Math.floor(days / 2))),
      text: 'Those who stay look at what waits and decide it; whoever stands in decides, nobody asks the one away.',
    },
    {
      step: 'return',
      day: dayText(back),
      text: 'Ask what was decided before you land anything: what went without you should go on without you.',
    },
    {
      step: 'look-back',
      day: dayText(businessDayFrom(back + 1)),
      text: `Look back at what waited, who stepped in and what to keep that way: fortnight retro --from ${dayText(from)} --days ${days}`,
    },
  ];
}
