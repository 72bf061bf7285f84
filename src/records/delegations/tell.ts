import type { DelegationAlert, DelegationTold, Sighting } from '../../domain/delegations.ts';
import type { delegationKind } from '../../domain/records/delegation.ts';
import type { RecordData, RecordEntry } from '../../domain/records/entry.ts';
import { calendarDay, counted, listed } from '../../domain/words.ts';
import { checkInStates } from './check-ins.ts';
import { delegationClock } from './clock.ts';
import { LEVEL_MEANINGS } from './levels.ts';
import { unsaidParts } from './smart.ts';

export type DelegationEntry = RecordEntry<typeof delegationKind>;

/** What the history shows of a delegation; null where none was looked at. */
export interface Seen {
  readonly progress: Sighting;
  readonly takenBack: Sighting | null;
}

/** Everything that is to be said of a delegation on a day: its contract, its clocks, and what was seen of it. */
export function tellDelegation(entry: DelegationEntry, today: string, seen: Seen | null): DelegationTold {
  const { fields, isOpen } = entry;
  const checkIns = checkInStates(fields['check-ins'] ?? [], today);
  const clock = delegationClock(fields.due, isOpen, today);
  const next = isOpen ? checkIns.find(({ state }) => state === 'ahead' || state === 'now') : undefined;
  const told = {
    record: dataOf(entry),
    to: fields.to ?? null,
    level: fields.level === undefined ? null : { level: fields.level, meaning: LEVEL_MEANINGS[fields.level] },
    clock,
    checkIns: checkIns.map(({ on, held, note, state }) => ({ on, held: held ?? null, note: note ?? null, state })),
    nextCheckIn: next?.on ?? null,
    unsaid: isOpen ? unsaidParts(entry) : [],
    progress: seen?.progress ?? null,
    takenBack: seen?.takenBack ?? null,
  };
  return { ...told, alerts: isOpen ? alertsOf(told) : [] };
}

/** Alerts of many, those that cost most first, then by day. */
export function alertsInOrder(all: readonly DelegationTold[]): DelegationAlert[] {
  const order: readonly DelegationAlert['kind'][] = ['take-back', 'missed-check-in', 'overdue'];
  return all
    .flatMap(({ alerts }) => alerts)
    .toSorted(
      (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.since, b.since) || compare(a.id, b.id),
    );
}

/** Open ones by the day they are due, those without one last; then closed ones, newest first. */
export function delegationsInOrder(all: readonly DelegationTold[]): DelegationTold[] {
  const due = ({ clock }: DelegationTold) => clock.due ?? '9999';
  return all.toSorted((a, b) => {
    if (a.record.isOpen !== b.record.isOpen) return a.record.isOpen ? -1 : 1;
    return a.record.isOpen
      ? compare(due(a), due(b)) || compare(a.record.id, b.record.id)
      : compare(b.record.id, a.record.id);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Told = Omit<DelegationTold, 'alerts'>;

/** What the lead is told about the lead: work done there oneself, talks that were not held, a day that passed. */
function alertsOf(told: Told): DelegationAlert[] {
  const { record, to, checkIns, clock, takenBack } = told;
  const about = { id: record.id, title: record.title, to };
  const missed = checkIns.filter(({ state }) => state === 'missed').map(({ on }) => on);
  const [newest] = takenBack?.changes ?? [];
  return [
    ...(newest === undefined || takenBack === null
      ? []
      : [
          {
            kind: 'take-back' as const,
            ...about,
            since: calendarDay(newest.landedAt),
            text: `You worked on it yourself since you gave it away: ${changesWords(takenBack)}.`,
            changes: takenBack.changes,
          },
        ]),
    ...(missed[0] === undefined
      ? []
      : [
          {
            kind: 'missed-check-in' as const,
            ...about,
            since: missed[0],
            text: `You did not hold ${counted(missed.length, 'check-in')} you agreed on: ${daysWords(missed)}.`,
            changes: [],
          },
        ]),
    ...(clock.state === 'overdue' && clock.due !== null && clock.daysLeft !== null
      ? [
          {
            kind: 'overdue' as const,
            ...about,
            since: clock.due,
            text: `It was due ${counted(-clock.daysLeft, 'day')} ago: say whether it is done, or agree on another day.`,
            changes: [],
          },
        ]
      : []),
  ];
}

/** Days are named as far as a line holds them. */
const FEW = 3;
const daysWords = (days: readonly string[]): string =>
  days.length <= FEW ? listed(days) : `${days.slice(0, FEW).join(', ')} and ${days.length - FEW} more`;

const changesWords = ({ changes, isMore }: Sighting): string =>
  isMore ? `more than ${changes.length} changes` : counted(changes.length, 'change');

function dataOf({ text: _, ...entry }: DelegationEntry): RecordData {
  return { ...entry, fields: entry.fields as RecordData['fields'] };
}
