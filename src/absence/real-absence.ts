import type { Outcome } from '../domain/outcome.ts';
import type { PersonIndex } from './history.ts';

export type { Outcome } from '../domain/outcome.ts';

/**
 * temporary: a gap of at most 60 days, then active in 2 of the next 4 weeks. fading: came back within 60 days, but hardly.
 * long: came back after more than 60 days. departed: never seen again, and the history goes on for more than 60 days.
 * ongoing: still silent, and 60 days are not over: too early to tell.
 */
export const ABSENCE_KINDS = ['temporary', 'fading', 'long', 'departed', 'ongoing'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

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
  /** Touches 20 December to 4 January: everybody is away. */
  readonly touchesHolidays: boolean;
  /** How many other key people were away at its beginning. */
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
