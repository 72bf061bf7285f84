import type { Outcome } from '../domain/outcome.ts';
import type { AbsenceKind } from '../domain/past-absence.ts';
import type { PersonIndex } from './history.ts';

export type { Outcome } from '../domain/outcome.ts';
export type { AbsenceKind } from '../domain/past-absence.ts';

/** Ten or more business days of silence of somebody who had been active. Why they were silent is not known. */
export interface RealAbsence {
  readonly person: PersonIndex;
  /** First silent day, in days since 1970. */
  readonly from: number;
  /** First day of activity again; null while there is none. */
  readonly to: number | null;
  readonly businessDays: number;
  readonly kind: AbsenceKind;
  /** Weeks of the 13 before in which the person was active; at least 8. */
  readonly activeWeeks: number;
  /** One of its first 14 days lies between 20 December and 4 January: everybody is away. */
  readonly touchesHolidays: boolean;
  /** How many other key people were away on at least 8 of its first 14 days. */
  readonly othersAway: number;
}

/** Teammates' work around a moment at which a person fell silent. Counts are of changes the person is no author of. */
export interface Flow {
  /** b: teammates' changes landed in the 56 days before, per 14 days. */
  readonly usual: number;
  /** n: landed in the first 14 days. */
  readonly landed: number;
  /** landed / usual; null when nothing was usual. */
  readonly ratio: number | null;
  /** ln((n + 1) / (b + 1)): what the study compares. */
  readonly logRatio: number;
  readonly outcome: Outcome | null;
}
