import type { NotStudied } from '../domain/past-absence.ts';
import { DAY } from '../domain/window.ts';
import { dayOf, startOf } from './calendar.ts';
import { GATE_DAYS, teammatesChanges, WORK_DAYS } from './dependence.ts';
import { DAYS_OF_FORTNIGHT, LEAST_USUAL } from './flow.ts';
import type { History } from './history.ts';
import type { RealAbsence } from './real-absence.ts';

/** Teammates' changes of the 91 days before, below which nothing is said. */
export const LEAST_CHANGES = 25;
/** Days of a history before it says what is usual. */
const FIRST_DAYS = 365;

/** Why an absence is not among those the study looked at; null when it is. A kind of absence is never the reason. */
export function notStudiedBecause(history: History, { person, from }: RealAbsence): NotStudied | null {
  const moment = startOf(from);
  if (history.began === null || from - dayOf(history.began) < FIRST_DAYS) return 'first-year';
  if (teammatesChanges(history, person, moment - GATE_DAYS * DAY, moment).length < LEAST_CHANGES) return 'few-changes';
  const before = teammatesChanges(history, person, moment - WORK_DAYS * DAY, moment).length;
  return (before * DAYS_OF_FORTNIGHT) / WORK_DAYS < LEAST_USUAL ? 'little-usual' : null;
}

/**
 * Whether the study of absences would have looked at one: teammates' usual work is at least 4 changes per 14 days, they
 * landed at least 25 in the 91 days before, and the history is a year old. Others cannot be told from chance.
 */
export const isStudied = (history: History, absence: RealAbsence): boolean =>
  notStudiedBecause(history, absence) === null;
