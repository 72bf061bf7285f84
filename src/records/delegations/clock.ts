import { daysBetween } from '../../domain/calendar-day.ts';
import type { DelegationClock } from '../../domain/delegations.ts';

/** A day within this many days is soon. */
const SOON_DAYS = 7;

/** How far the day by which it is done lies ahead; a closed one has no clock. */
export function delegationClock(due: string | undefined, isOpen: boolean, today: string): DelegationClock {
  if (!isOpen) return { state: 'closed', due: due ?? null, daysLeft: null };
  if (due === undefined) return { state: 'no-day', due: null, daysLeft: null };
  const daysLeft = daysBetween(today, due);
  return { state: daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'due-soon' : 'on-time', due, daysLeft };
}
