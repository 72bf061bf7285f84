import { OUTCOMES, type Outcome } from '../../domain/outcome.ts';
import { bandOf, STUDY_BANDS } from './bands.ts';
import type { StudyCase } from './study-case.ts';

type Cases = Pick<StudyCase, 'dependence' | 'outcome'>;

/** Absences of no particular outcome that every band is drawn towards the base rate by. */
export const PSEUDO_ABSENCES = 10;

/** What all other repositories foretell for one: shares of the outcomes in all, and by band of D. */
export interface Foretold {
  readonly base: Readonly<Record<Outcome, number>>;
  readonly bands: readonly Readonly<Record<Outcome, number>>[];
  /** Absences that each band rests on. */
  readonly counts: readonly number[];
}

/** For each repository what follows from all the others. */
export function foretellEach(repositories: readonly (readonly Cases[])[]): readonly Foretold[] {
  const tables = repositories.map(tableOf);
  const all = add(tables);
  return tables.map((own) => foretold(all.map((row, band) => row.map((count, i) => count - (own[band]?.[i] ?? 0)))));
}

/** Counts by band and outcome. */
type Table = readonly (readonly number[])[];

function tableOf(cases: readonly Cases[]): Table {
  const table = STUDY_BANDS.map(() => OUTCOMES.map(() => 0));
  for (const { dependence, outcome } of cases) {
    const row = table[bandOf(dependence)];
    if (outcome === null || row === undefined) continue;
    const place = OUTCOMES.indexOf(outcome);
    row[place] = (row[place] ?? 0) + 1;
  }
  return table;
}

const add = (tables: readonly Table[]): Table =>
  STUDY_BANDS.map((_, band) => OUTCOMES.map((_, i) => tables.reduce((sum, table) => sum + (table[band]?.[i] ?? 0), 0)));

function foretold(table: Table): Foretold {
  const sums = OUTCOMES.map((_, i) => table.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  // One pseudo-absence in all: an outcome never seen is unlikely, not impossible.
  const base = drawn(sums, { 'nearly-stopped': 1 / 3, slowed: 1 / 3, normal: 1 / 3 }, 1);
  return {
    base,
    bands: table.map((row) => drawn(row, base, PSEUDO_ABSENCES)),
    counts: table.map((row) => row.reduce((sum, count) => sum + count, 0)),
  };
}

function drawn(counts: readonly number[], towards: Readonly<Record<Outcome, number>>, pseudo: number) {
  const of = counts.reduce((sum, count) => sum + count, 0);
  const share = (outcome: Outcome, place: number) => ((counts[place] ?? 0) + pseudo * towards[outcome]) / (of + pseudo);
  return {
    'nearly-stopped': share('nearly-stopped', 0),
    slowed: share('slowed', 1),
    normal: share('normal', 2),
  };
}
