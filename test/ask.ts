import { bindings, concludeReport, defaultParameters } from '../src/domain/conclude.ts';
import type { Measure } from '../src/domain/measure.ts';
import type { Query } from '../src/domain/query.ts';
import { type Report, reportSchema } from '../src/domain/report.ts';
import { DAY, type Window } from '../src/domain/window.ts';
import { type LiteralTables, openTables } from './tables.ts';

/** 180 days that end on day 1,000. */
export const WINDOW: Window = { since: 820 * DAY, until: 1000 * DAY };

export interface Asking {
  readonly lead?: string | null;
  readonly window?: Window;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** Asks a measure of literal tables, the lead being `ada` and the window {@link WINDOW} unless told otherwise. */
export async function ask<R extends object>(
  measure: Measure<R>,
  tables: LiteralTables,
  asking: Asking = {},
): Promise<Report> {
  return askOpen(measure, await openTables(tables), asking);
}

/** As {@link ask}, of tables that are already open. What comes back has the documented shape. */
export async function askOpen<R extends object>(
  measure: Measure<R>,
  query: Query,
  asking: Asking = {},
): Promise<Report> {
  const lead = asking.lead === undefined ? 'ada' : asking.lead;
  const context = {
    window: asking.window ?? WINDOW,
    lead,
    leadName: lead,
    parameters: { ...defaultParameters(measure), ...asking.parameters },
  };
  const rows = await query<R>(measure.sql, bindings(context));
  const repositories = await query<{ repository: string }>('SELECT repository FROM repositories ORDER BY repository');
  return reportSchema.parse(
    concludeReport(
      measure,
      rows,
      context,
      repositories.map((row) => row.repository),
    ),
  );
}

/** A column of a report as plain values: people as their names, shares as `count of`. */
export function column(report: Report, key: string): unknown[] {
  return report.rows.map((row) => {
    const cell = row.cells[key];
    if (cell === null || typeof cell !== 'object') return cell;
    return 'people' in cell ? cell.people : `${Math.round(cell.share * cell.of)} of ${cell.of}`;
  });
}

/**
 * Changes in words, one each: `bo > ada core docs` is a change by bo, landed by ada, in the areas core and docs;
 * `bo+cy > ?` is by two and its lander is not known. They land an hour apart, the last an hour before the window ends,
 * and each is one commit of its own.
 */
export function changes(...lines: readonly string[]): LiteralTables {
  const parts = lines.map((line, i) => {
    const [authors = '', lander = '?', ...areas] = line.replace(' > ', ' ').split(' ');
    const change = `c${String(i + 1).padStart(3, '0')}`;
    return {
      change,
      authors: authors.split('+'),
      lander: lander === '?' ? null : lander,
      areas,
      at: WINDOW.until - 3600 * (lines.length - i),
    };
  });
  return {
    changes: parts.map(({ change, lander, areas, at }) => ({
      change,
      lander,
      landed_at: at,
      began_at: at - 2 * DAY,
      worked_at: at - DAY,
      route: 'pull',
      files: areas.length,
      areas: areas.length,
      directories: areas.length,
    })),
    commits: parts.map(({ change, authors, at }) => ({
      id: change,
      change,
      author: authors[0] ?? '',
      committer: authors[0] ?? '',
      author_time: at - DAY,
      committer_time: at - DAY,
    })),
    commit_authors: parts.flatMap(({ change, authors }) => authors.map((person) => ({ commit_id: change, person }))),
    change_authors: parts.flatMap(({ change, authors }) => authors.map((person) => ({ change, person }))),
    change_areas: parts.flatMap(({ change, areas }) => areas.map((area) => ({ change, area }))),
  };
}

/** The same line so many times. */
export const times = (count: number, line: string): string[] => Array.from({ length: count }, () => line);
