import type { Handover } from '../domain/handover.ts';
import { listed } from '../domain/words.ts';
import { type CalendarEntry, calendar } from './calendar.ts';
import { fingerprint } from './fingerprint.ts';
import { whenWords, whoWords } from './handover-words.ts';

const DAY_MS = 86_400_000;

/** The absence and the steps of its plan as calendar entries; only the absence takes anybody's time. */
export function handoverCalendar(plan: Handover, stamp: number): string {
  const who = listed(plan.names);
  const uid = (part: string) =>
    `${fingerprint([...plan.repositories, ...plan.names].join('\n'))}-${plan.from}-${part}@fortnight`;
  const todo = plan.first.map((item) => `- ${[item.text, whoWords(item)].filter((words) => words !== '').join(' ')}`);
  const steps = plan.timeline.map(
    ({ step, day, text }): CalendarEntry => ({
      uid: uid(step),
      from: day,
      to: dayAfter(day),
      summary: `${whenWords({ step, day, text }, plan)}: ${step === 'return' || step === 'look-back' ? 'after the absence' : 'handover'} of ${who}`,
      description: [text, ...(step === 'week-before' ? ['', ...todo] : [])].join('\n'),
      isBusy: false,
    }),
  );
  const away: CalendarEntry = {
    uid: uid('away'),
    from: plan.from,
    to: plan.to,
    summary: `${who} away`,
    description: '',
    isBusy: true,
  };
  return calendar([away, ...steps], stamp);
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
