import { daysBetween } from '../../domain/calendar-day.ts';
import type { DecisionStanding } from '../../domain/decisions.ts';
import type { decisionKind } from '../../domain/records/decision.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';

export type DecisionEntry = RecordEntry<typeof decisionKind>;

/** A day within this many days is soon. */
const SOON_DAYS = 7;

/** Where a decision stands on a day. */
export function decisionStanding(
  { status, fields, isOpen }: Pick<DecisionEntry, 'status' | 'fields' | 'isOpen'>,
  today: string,
): DecisionStanding {
  const reopened = reasonsToReopen({ status, fields }, today);
  const state = reopened.length > 0 ? 'reopened' : stateOf(status);
  const owner = soleOwner(fields.owner);
  const clock = isOpen ? clockOf(fields, today) : { ...CLOSED, extensions: fields.extended?.length ?? 0 };
  return { state, owner, clock, reopened, asks: asksOf(state, owner, clock.state) };
}

const CLOSED = { state: 'none', decideBy: null, daysLeft: null } as const;

function stateOf(status: string | null): DecisionStanding['state'] {
  switch (status) {
    case 'draft':
    case 'proposed':
    case 'accepted':
    case 'rejected':
    case 'abandoned':
    case 'deprecated':
    case 'superseded':
      return status;
    default:
      return 'unknown';
  }
}

/** Why a decision in force is open again: what it took to be true is not, it does not work, or the day to look at it has come. */
export function reasonsToReopen({ status, fields }: Pick<DecisionEntry, 'status' | 'fields'>, today: string): string[] {
  if (status !== 'accepted') return [];
  const failed = (fields.assumptions ?? []).filter(({ held }) => held === 'no');
  const last = fields.confirmations?.at(-1);
  return [
    ...failed.map(({ assumes }) => `An assumption did not hold: ${assumes}`),
    ...(last?.held === 'no'
      ? [`It was not confirmed on ${last.on}${last.saw === undefined ? '' : `: ${last.saw}`}`]
      : []),
    ...(fields.revisit !== undefined && fields.revisit <= today
      ? [`It was to be looked at again on ${fields.revisit}`]
      : []),
  ];
}

/** One name and no more: `ada`, `Ada Byron`, `Ada <ada@example.org>`; null for none and for several. */
export function soleOwner(owner: string | undefined): string | null {
  const name = owner?.trim() ?? '';
  return name === '' || /[,;/|&+]|\s(?:and|or|und|oder|et|ou|y|o)\s|\n|^tbd$|^\?+$|^n\/a$/i.test(name) ? null : name;
}

function clockOf(fields: DecisionEntry['fields'], today: string): DecisionStanding['clock'] {
  const extensions = fields.extended?.length ?? 0;
  const decideBy = fields['decide-by'] ?? fields.extended?.at(-1)?.until ?? null;
  if (decideBy === null) return { state: 'none', decideBy, daysLeft: null, extensions };
  const daysLeft = daysBetween(today, decideBy);
  return {
    state: daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'running',
    decideBy,
    daysLeft,
    extensions,
  };
}

function asksOf(
  state: DecisionStanding['state'],
  owner: string | null,
  clock: DecisionStanding['clock']['state'],
): string | null {
  if (state === 'reopened') return 'accept it again with a reason, propose it anew, or put another in its place';
  if (state !== 'draft' && state !== 'proposed') return null;
  if (owner === null) return 'name the one person who decides';
  if (clock === 'overdue') return `${owner} decides, takes more time with a reason, or abandons it`;
  return clock === 'none' ? 'say by when it is decided' : null;
}

/** What asks for something first, by its day; then what is open; then the newest. */
export function decisionsInOrder<
  T extends { readonly record: { readonly id: string }; readonly standing: DecisionStanding },
>(told: readonly T[]): T[] {
  const rank = ({ standing: { state, clock, asks } }: T) =>
    clock.state === 'overdue'
      ? 0
      : state === 'reopened'
        ? 1
        : clock.state === 'soon'
          ? 2
          : asks !== null
            ? 3
            : clock.state === 'running'
              ? 4
              : 5;
  const dayOf = ({ standing }: T) => standing.clock.decideBy ?? '9999';
  return [...told].sort(
    (one, other) =>
      rank(one) - rank(other) || compare(dayOf(one), dayOf(other)) || compare(other.record.id, one.record.id),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
