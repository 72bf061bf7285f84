import { join } from 'node:path';
import type { Config } from '../domain/config.ts';
import { DERIVED_TABLES, type DerivedTable, type Row, type Table } from '../domain/tables.ts';
import type { Derivation, DerivationContext } from '../domain/workbench.ts';
import { columnList, SQL_TYPES, totalOrder } from './columns.ts';
import { quoteName } from './duckdb.ts';
import { type FactsOfRepository, openWorkbench, type WorkbenchOptions } from './raw.ts';
import type { Session } from './session.ts';

export const TABLES = Object.keys(DERIVED_TABLES) as DerivedTable[];

/** What derived tables are made from. */
export interface DerivedInput {
  readonly repositories: readonly FactsOfRepository[];
  /** By `repositories.repository`. */
  readonly configs: ReadonlyMap<string, Config>;
  readonly derivations: readonly Derivation[];
}

/** Where a table rests in a folder of derived tables. */
export function fileOf(place: string, table: DerivedTable): string {
  return join(place, `${table}.parquet`);
}

/** Runs the derivations and writes each table; answers their notes. */
export async function fillDerived(input: DerivedInput, made: string, options: WorkbenchOptions): Promise<string[]> {
  const session = await openWorkbench(input.repositories, options);
  try {
    const notes = await derive(session, input);
    for (const table of TABLES) await session.save(selectSorted(table), fileOf(made, table));
    return notes;
  } finally {
    session.close();
  }
}

/** Runs the steps in their order and checks that they made what `DERIVED_TABLES` promises. */
async function derive(session: Session, { repositories, configs, derivations }: DerivedInput): Promise<string[]> {
  const context: DerivationContext = { configs, repositories: await describeRepositories(session, repositories) };
  // What the scans said is no derivation's work; one may still replace it.
  if (!derivations.some(({ makes }) => makes.includes('repositories'))) {
    await session.insert('repositories', context.repositories);
  }
  const notes: string[] = [];
  for (const derivation of derivations) notes.push(...(await derivation.derive(session, context)));
  for (const table of TABLES) await checkTable(session, table);
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

/** Exactly the columns and types that were promised, no NULL where none may be, and no key twice. */
async function checkTable(session: Session, table: DerivedTable): Promise<void> {
  const { columns, key }: Table = DERIVED_TABLES[table];
  const found = await session.query<{ column_name: string; column_type: string }>(
    'SELECT column_name, data_type AS column_type FROM duckdb_columns() WHERE table_name = $table ORDER BY column_index',
    { table },
  );
  const wanted = Object.entries(columns).map(([name, { type }]) => `${name} ${SQL_TYPES[type]}`);
  const actual = found.map(({ column_name, column_type }) => `${column_name} ${column_type}`);
  const missing = wanted.filter((column) => !actual.includes(column));
  const further = actual.filter((column) => !wanted.includes(column));
  if (missing.length > 0 || further.length > 0) {
    throw new TypeError(
      `derived table ${table} lacks [${missing.join(', ')}] and has [${further.join(', ')}], which nobody promised`,
    );
  }
  const filled = Object.entries(columns).flatMap(([name, column]) => (column.nullable ? [] : [quoteName(name)]));
  const nulls = filled.map((name) => `count(*) - count(${name})`).join(' + ');
  const [counts] = await session.query<{ nulls: number; rows: number; keys: number }>(
    `SELECT ${nulls} AS nulls, count(*) AS rows,
            (SELECT count(*) FROM (SELECT DISTINCT ${key.map(quoteName).join(', ')} FROM ${table})) AS keys FROM ${table}`,
  );
  if (counts === undefined || counts.nulls > 0)
    throw new TypeError(`derived table ${table} has NULLs where none may be`);
  if (counts.keys !== counts.rows) throw new TypeError(`derived table ${table} has several rows for one key`);
}

function selectSorted(table: DerivedTable): string {
  return `SELECT ${columnList(DERIVED_TABLES[table].columns)} FROM ${table} ORDER BY ${totalOrder(DERIVED_TABLES[table])}`;
}
