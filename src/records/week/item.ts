import { daysBetween } from '../../domain/calendar-day.ts';
import type { WeekItem } from '../../domain/week-review.ts';
import { counted } from '../../domain/words.ts';

/** `since 2026-11-10, 11 days ago`; `since today`. */
export function sinceWords(day: string, today: string): string {
  const days = daysBetween(day, today);
  return days === 0 ? 'today' : `${day}, ${counted(days, 'day')} ago`;
}

/** What is longest due first; what has no day last. */
export const byDay = (a: WeekItem, b: WeekItem): number =>
  compare(a.since ?? '9999', b.since ?? '9999') || compare(a.record?.id ?? a.title, b.record?.id ?? b.title);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Items about the same record made one: each of its reasons once, since the first of their days. */
export function once(items: readonly WeekItem[]): WeekItem[] {
  const byRecord = new Map<string, WeekItem>();
  for (const item of items) {
    const key = item.record === null ? `\0${item.opens}\0${item.settle[0]}` : `${item.record.kind}\0${item.record.id}`;
    const before = byRecord.get(key);
    byRecord.set(key, before === undefined ? item : joined(before, item));
  }
  return [...byRecord.values()];
}

function joined(one: WeekItem, other: WeekItem): WeekItem {
  const since = [one.since, other.since].filter((day) => day !== null).sort()[0] ?? null;
  return {
    ...one,
    since,
    because: [...new Set([...one.because, ...other.because])],
    settle: [...new Set([...one.settle, ...other.settle])],
    evidence: [...one.evidence, ...other.evidence],
  };
}
