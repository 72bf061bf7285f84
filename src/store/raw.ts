import { join } from 'node:path';
import { RAW_TABLES, type RawTable } from '../domain/tables.ts';
import { columnList, emptyColumns } from './columns.ts';
import { PARTS } from './directory.ts';
import { type DatabaseOptions, quoteText } from './duckdb.ts';
import type { Manifest } from './manifest.ts';
import { parquetSource } from './parquet.ts';
import { Session } from './session.ts';

/** Complete facts of one repository, and the name by which its rows are told apart. */
export interface FactsOfRepository {
  /** `repositories.repository`. */
  readonly name: string;
  /** Its folder in the data directory. */
  readonly directory: string;
  readonly manifest: Manifest;
}

export interface WorkbenchOptions extends DatabaseOptions {
  /** Folders that may be written to afterwards. */
  readonly writable?: readonly string[];
  /** The raw tables to open; all of them unless said. */
  readonly tables?: readonly RawTable[];
}

/**
 * Opens a session in which the raw tables of these repositories stand as `raw_commits` and so on, each with a first column
 * `repository`. From then on the engine can reach no other file, load nothing and change no setting.
 */
export async function openWorkbench(
  repositories: readonly FactsOfRepository[],
  options: WorkbenchOptions = {},
): Promise<Session> {
  const { writable = [], tables = Object.keys(RAW_TABLES) as RawTable[], ...limits } = options;
  const { temporaryDirectory } = limits;
  const session = await Session.open(limits);
  try {
    for (const table of tables) await session.run(rawView(table, repositories));
    const directories = [...repositories.map(({ directory }) => join(directory, PARTS)), ...writable];
    if (temporaryDirectory !== undefined) directories.push(temporaryDirectory);
    await session.confine(directories);
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

function rawView(table: RawTable, repositories: readonly FactsOfRepository[]): string {
  const { columns } = RAW_TABLES[table];
  const empty = `SELECT NULL::VARCHAR AS repository, ${emptyColumns(columns)} WHERE false`;
  const selects = repositories.flatMap(({ name, directory, manifest }) => {
    const files = manifest.parts[table].map((part) => join(directory, PARTS, part.file));
    if (files.length === 0) return [];
    return [`SELECT ${quoteText(name)} AS repository, ${columnList(columns)} FROM ${parquetSource(files)}`];
  });
  return `CREATE VIEW raw_${table} AS ${[...selects, ...(selects.length === 0 ? [empty] : [])].join(' UNION ALL ')}`;
}
