import type { RecordEntry } from '../../domain/records/entry.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { WeekItem } from '../../domain/week-review.ts';
import { dueDays } from '../due.ts';
import { sinceWords } from './item.ts';

/**
 * What is due of any kind of record: each day of an open one that is today or has passed. `settle` are the command lines that settle it;
 * without them, those that every kind has: to close it, or to move the day.
 */
export function dueItems(
  kind: RecordKind,
  entries: readonly RecordEntry[],
  today: string,
  settle: (id: string) => readonly string[] = (id) => settledBySetting(kind, id),
): WeekItem[] {
  return dueDays(kind, entries, today).map(({ entry, key, day, asks }) => ({
    record: { kind: kind.id, id: entry.id },
    title: entry.title === '' ? entry.id : entry.title,
    because: [`${key.replaceAll('-', ' ')} ${sinceWords(day, today)}: ${asks}.`],
    since: day,
    settle: [...settle(entry.id)],
    opens: `fortnight ${kind.command} show ${shellWord(entry.id)}`,
    evidence: [],
  }));
}

/** States it can rest in that are offered. */
const MOST_STATES = 3;

function settledBySetting({ command, states, days }: RecordKind, id: string): string[] {
  const set = `fortnight ${command} set ${shellWord(id)}`;
  return [
    ...states
      .filter(({ isOpen }) => !isOpen)
      .slice(0, MOST_STATES)
      .map(({ word }) => `${set} --status ${word}`),
    ...days.slice(0, 1).map(({ key }) => `${set} --${key} +2w`),
  ];
}
