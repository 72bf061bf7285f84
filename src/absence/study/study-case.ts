import type { Outcome } from '../../domain/outcome.ts';
import type { PersonIndex } from '../history.ts';

/** What landed in a fortnight of two kinds of streams beside what was usual for them, per fortnight. */
export interface StreamContrast {
  readonly gatedUsual: number;
  readonly gatedLanded: number;
  readonly openUsual: number;
  readonly openLanded: number;
}

/** One fortnight of one team: what was known at its beginning, and what happened in it. */
export interface StudyCase {
  /** Whom it is about: to tell cases apart, never shown. */
  readonly person: PersonIndex;
  /** First day, in days since 1970. */
  readonly from: number;
  /** D, G and gate visibility just before it. */
  readonly dependence: number;
  readonly gate: number;
  readonly visibility: number;
  /** Share of teammates' changes of 8 weeks that the replay leaves waiting; null where it has none. */
  readonly replay: number | null;
  /** The person's share of the team's commits and merges in the 91 days before: what anybody would count. */
  readonly commitShare: number;
  readonly mergeShare: number;
  /** b and n of `absence.md`. */
  readonly usual: number;
  readonly landed: number;
  readonly outcome: Outcome | null;
  /** ln((n + 1) / (b + 1)) less the shrunk mean of the person's matched windows (this one and its neighbours left out). */
  readonly y: number;
  /** How many windows that mean has. */
  readonly windows: number;
  readonly touchesHolidays: boolean;
  /** Null where one of the two kinds of stream is not there. */
  readonly byAuthor: StreamContrast | null;
  readonly byArea: StreamContrast | null;
}

/** One repository as the study sees it: a cluster. Everything else about its past has been let go. */
export interface StudyRepository {
  readonly name: string;
  /** Fortnights that began with an absence. */
  readonly cases: readonly StudyCase[];
  /** Matched fortnights of the same people, present. */
  readonly present: readonly StudyCase[];
  /** Fortnights a little before and after each absence, present. */
  readonly shifted: readonly StudyCase[];
  readonly changes: number;
  readonly absences: number;
  readonly temporary: number;
  readonly severalAway: number;
  readonly hidden: number;
  readonly tooLittle: number;
}
