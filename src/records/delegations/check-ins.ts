import { daysBetween, daysLater } from '../../domain/calendar-day.ts';
import type { CheckInState } from '../../domain/delegations.ts';

/** A day agreed on to talk, and the day it took place. */
export interface CheckIn {
  readonly on: string;
  readonly held?: string | undefined;
  readonly note?: string | undefined;
}

/** A day on which a check-in is it is not called missed yet: people move a talk to tomorrow. */
const GRACE_DAYS = 1;
/** A talk takes place of one agreed on for at most so many days later. */
const EARLY_DAYS = 3;
/** More than these nobody holds, and no file should hold. */
const MOST = 200;

/**
 * The days to talk, every so many days after the start, the last one before the day it is due. `today`: what was agreed on
 * long ago has no check-ins in the past that nobody could have held.
 */
export function checkInDays(started: string, due: string, every: number, today = started): string[] {
  const days: string[] = [];
  const passed = every > 0 ? Math.max(0, Math.ceil(daysBetween(started, today) / every) - 1) : 0;
  const first = daysLater(started, every * (passed + 1));
  for (let day = first; every > 0 && day < due && days.length < MOST; day = daysLater(day, every)) {
    days.push(day);
  }
  return days;
}

/**
 * Where each check-in stands on a day, in the order of their days. Missed: its day and one more passed without it, and no
 * later talk made up for it; `made-up` where one did.
 */
export function checkInStates(checkIns: readonly CheckIn[], today: string): (CheckIn & { state: CheckInState })[] {
  const lastHeld = checkIns.reduce((last, { held }) => (held !== undefined && held > last ? held : last), '');
  return checkIns
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((one) => ({ ...one, state: stateOf(one, lastHeld, today) }));
}

function stateOf({ on, held }: CheckIn, lastHeld: string, today: string): CheckInState {
  if (held !== undefined) return 'held';
  if (on > today) return 'ahead';
  if (on <= lastHeld) return 'made-up';
  return daysBetween(on, today) > GRACE_DAYS ? 'missed' : 'now';
}

/**
 * The check-ins after one that took place: it is the one agreed on that lies nearest before that day, or at most three
 * days after; without such a one it is added as one of its own.
 */
export function holdCheckIn(checkIns: readonly CheckIn[], held: string, note: string | null): CheckIn[] {
  const isMeant = ({ on, held: before }: CheckIn) => before === undefined && daysBetween(held, on) <= EARLY_DAYS;
  const distance = ({ on }: CheckIn) => Math.abs(daysBetween(on, held));
  const meant = checkIns
    .filter(isMeant)
    .reduce<CheckIn | null>((best, one) => (best === null || distance(one) < distance(best) ? one : best), null);
  const said = note === null ? {} : { note };
  if (meant !== null) return checkIns.map((one) => (one === meant ? { ...one, held, ...said } : one));
  return [...checkIns, { on: held, held, ...said }].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
