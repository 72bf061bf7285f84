import { join } from 'node:path';
import type { Config } from '../domain/config.ts';
import { DERIVED_TABLES, type DerivedTable, type Row, type Table } from '../domain/tables.ts';
import type { Derivation, DerivationContext } from '../domain/workbench.ts';
import { columnList, SQL_TYPES } from './columns.ts';
import { quoteName } from './duckdb.ts';
import { parquetSource } from './parquet.ts';
import { type FactsOfRepository, openWorkbench, type WorkbenchOptions } from './raw.ts';
import type { Session } from './session.ts';

export const TABLES = Object.keys(DERIVED_TABLES) as DerivedTable[];

/** What derived tables are made from. */
export interface DerivedInput {
  readonly repositories: readonly FactsOfRepository[];
  /** By `repositories.repository`. */
  readonly configs: ReadonlyMap<string, Config>;
  readonly derivations: readonly Derivation[];
  /** Also look at every row: no NULL where none may be, no key twice. For tests, as it costs as much as deriving. */
  readonly verify?: boolean;
}

/** Where a table rests in a folder of derived tables. */
export function fileOf(place: string, table: DerivedTable): string {
  return join(place, `${table}.parquet`);
}

/**
 * Runs the derivations and writes each table; answers their notes. Rows are written in whatever order they come:
 * most tables are views that are computed only now, and whoever needs an order asks for it.
 */
export async function fillDerived(input: DerivedInput, made: string, options: WorkbenchOptions): Promise<string[]> {
  const session = await openWorkbench(input.repositories, options);
  try {
    const notes = await derive(session, input);
    await checkColumns(session);
    // One after the other: each has both threads, and all together would need more memory than there is.
    for (const table of TABLES) await session.save(selectAll(table), fileOf(made, table), 'derived');
    if (input.verify) for (const table of TABLES) await checkRows(session, table, fileOf(made, table));
    return notes;
  } finally {
    session.close();
  }
}

/** Runs the steps in their order. */
async function derive(session: Session, { repositories, configs, derivations }: DerivedInput): Promise<string[]> {
  const context: DerivationContext = { configs, repositories: await describeRepositories(session, repositories) };
  // What the scans said is no derivation's work; one may still replace it.
  if (!derivations.some(({ makes }) => makes.includes('repositories'))) {
    await session.insert('repositories', context.repositories);
  }
  const notes: string[] = [];
  for (const derivation of derivations) notes.push(...(await derivation.derive(session, context)));
  return notes;
}

async function describeRepositories(
  session: Session,
  repositories: readonly FactsOfRepository[],
): Promise<Row<'repositories'>[]> {
  const times = await session.query<{ repository: string; head_time: number | null; first_time: number | null }>(
    `SELECT repository,
            max_by(committer_time, position) FILTER (WHERE committer_time IS NOT NULL) AS head_time,
            min_by(committer_time, position) FILTER (WHERE committer_time IS NOT NULL) AS first_time
     FROM raw_landings JOIN raw_commits USING (repository)
     WHERE commit_id = landed_id AND id = commit_id GROUP BY repository`,
  );
  return repositories.map(({ name, manifest }) => {
    const found = times.find(({ repository }) => repository === name);
    return {
      repository: name,
      head_id: manifest.head,
      head_time: found?.head_time ?? null,
      first_time: found?.first_time ?? null,
      is_shallow: manifest.isShallow,
      is_partial: manifest.isPartial,
      forge_url: manifest.forgeUrl,
    };
  });
}

/** Exactly the columns and types that `DERIVED_TABLES` promises. */
async function checkColumns(session: Session): Promise<void> {
  const found = await session.query<{ table_name: string; name: string; type: string }>(
    'SELECT table_name, column_name AS name, data_type AS type FROM duckdb_columns() ORDER BY column_index',
  );
  for (const table of TABLES) {
    const { columns }: Table = DERIVED_TABLES[table];
    const wanted = Object.entries(columns).map(([name, { type }]) => `${name} ${SQL_TYPES[type]}`);
    const actual = found.filter(({ table_name }) => table_name === table).map(({ name, type }) => `${name} ${type}`);
    const missing = wanted.filter((column) => !actual.includes(column));
    const further = actual.filter((column) => !wanted.includes(column));
    if (missing.length > 0 || further.length > 0) {
      throw new TypeError(
        `derived table ${table} lacks [${missing.join(', ')}] and has [${further.join(', ')}], which nobody promised`,
      );
    }
  }
}

/** No NULL where none may be, and no key twice. */
async function checkRows(session: Session, table: DerivedTable, file: string): Promise<void> {
  const { columns, key }: Table = DERIVED_TABLES[table];
  const source = parquetSource([file]);
  const filled = Object.entries(columns).flatMap(([name, column]) => (column.nullable ? [] : [quoteName(name)]));
  const nulls = filled.map((name) => `count(*) - count(${name})`).join(' + ');
  const [counts] = await session.query<{ nulls: number; rows: number; keys: number }>(
    `SELECT ${nulls} AS nulls, count(*) AS rows,
            (SELECT count(*) FROM (SELECT DISTINCT ${key.map(quoteName).join(', ')} FROM ${source})) AS keys FROM ${source}`,
  );
  if (counts === undefined || counts.nulls > 0)
    throw new TypeError(`derived table ${table} has NULLs where none may be`);
  if (counts.keys !== counts.rows) throw new TypeError(`derived table ${table} has several rows for one key`);
}

function selectAll(table: DerivedTable): string {
  return `SELECT ${columnList(DERIVED_TABLES[table].columns)} FROM ${table}`;
}
