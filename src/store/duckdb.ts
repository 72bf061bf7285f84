import { totalmem } from 'node:os';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type DuckDB = typeof import('@duckdb/node-api');

let loading: Promise<DuckDB> | undefined;

/** The engine, imported when first needed: its 50 ms and its native library are no part of `--help`. */
export function loadDuckDB(): Promise<DuckDB> {
  loading ??= import('@duckdb/node-api');
  return loading;
}

/**
 * Rows of a table that one thread takes at a time. The engine's own 122,880 would leave all but one thread idle on tables
 * of a hundred thousand rows.
 */
const ROW_GROUP_ROWS = 16_384;

export interface DatabaseOptions {
  /** How much memory the engine may hold before it spills, in MiB; half of the machine's unless said. */
  readonly memoryMiB?: number;
  readonly threads?: number;
  /** Where it spills; without it a query that needs more memory fails instead. */
  readonly temporaryDirectory?: string;
  /** Tables are written small when a checkpoint is asked for: where many stay open for long. */
  readonly compress?: boolean;
}

/** An engine in memory with one connection. Close it: its memory is not the garbage collector's. */
export interface Database {
  readonly duckdb: DuckDB;
  readonly connection: DuckDBConnection;
  /** A further connection, for work beside that of the first. */
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/** Opens an engine that loads and downloads no extensions and reads no configuration of the user. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const duckdb = await loadDuckDB();
  const instance: DuckDBInstance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? 2),
    memory_limit: `${options.memoryMiB ?? Math.floor(totalmem() / 2 ** 21)}MiB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    // Nearly every file is read once; the system remembers those that are read again.
    enable_external_file_cache: 'false',
    // What is freed goes back to the system beyond this; the engine's own 128 MiB for each thread would stay.
    allocator_flush_threshold: '8MiB',
    // An empty directory setting means: never spill.
    temp_directory: options.temporaryDirectory ?? '',
  });
  const connection = await instance.connect();
  await connection.run(
    `ATTACH ':memory:' AS work (ROW_GROUP_SIZE ${ROW_GROUP_ROWS}${options.compress === true ? ', COMPRESS' : ''}); USE work`,
  );
  return {
    duckdb,
    connection,
    async connect() {
      const further = await instance.connect();
      await further.run('USE work');
      return further;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Whether the engine failed for want of memory: not every step can spill. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /out of memory/i.test(error.message);
}

/** A text as an SQL literal. Only for file paths, where the engine takes no parameter. */
export function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
