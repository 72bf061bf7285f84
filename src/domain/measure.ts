import type { Confidence, Evidence, FigureKind, PeopleCell, Report, ReportColumn, Share, Subject } from './report.ts';
import type { DerivedTable } from './tables.ts';
import type { Window } from './window.ts';

/** A setting of a measure: `--half-life 180` on the command line, `?half-life=180` on a route. */
export interface MeasureParameter {
  /** Kebab-case; bound in the SQL as `$snake_case`. */
  readonly name: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
}

/** What every measure is told besides its own parameters. Bound as `$since`, `$until`, `$lead`. */
export interface MeasureContext {
  readonly window: Window;
  /** `people.person` of the lead; null when nobody could be told to be it. */
  readonly lead: string | null;
  readonly leadName: string | null;
  readonly parameters: Readonly<Record<string, number>>;
}

/** One row as a measure concludes it: cells by column key, and all of its evidence the query returned. */
export interface ConcludedRow {
  readonly cells: Readonly<Record<string, string | number | null | Share | PeopleCell>>;
  readonly evidence: readonly Evidence[];
  /** How many pieces there are when the query returned only some; default: `evidence.length`. */
  readonly evidenceTotal?: number;
}

/** What a measure makes of the rows of its query. */
export interface Conclusion {
  readonly answer: string;
  readonly figure: Report['figure'];
  readonly rows: readonly ConcludedRow[];
  readonly confidence: Confidence;
  readonly notes?: readonly string[];
}

/**
 * A measure answers one question: one SQL text over the derived tables, then one pure function from its rows to a
 * conclusion. It knows no clock, colours or widths. Adding one touches its file, its test and one line of
 * `measures/index.ts`; the command, the route, the documentation page and the completion derive from this object.
 */
export interface Measure<R extends object = never> {
  /** Kebab-case and the field's own word: `truck-factor`. */
  readonly id: string;
  readonly title: string;
  /** One sentence ending in a question mark. */
  readonly question: string;
  /** What its figure means for a lead, in one sentence: which way is good, or why neither is. */
  readonly meaning: string;
  /** The formula in words and symbols, as `explain` prints it. */
  readonly formula: string;
  /** When it misleads; at least one honest sentence. */
  readonly misleads: string;
  /** Where the formula comes from. */
  readonly source: string;
  readonly subject: Subject;
  /** How to read its figure. */
  readonly figureKind: FigureKind;
  readonly reads: readonly DerivedTable[];
  /** It is about the lead, and says "not enough evidence" when there is none. */
  readonly needsLead: boolean;
  readonly parameters: readonly MeasureParameter[];
  readonly columns: readonly ReportColumn[];
  readonly sql: string;
  conclude(rows: readonly R[], context: MeasureContext): Conclusion;
}
