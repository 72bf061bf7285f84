import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from './duckdb.ts';

/**
 * Fixed, because the same rows in the same order must be the same bytes, with one writing thread (see `openDatabase`).
 * `kept`: zstandard halves the size of Snappy. `derived`, for tables that can be made again: Snappy takes half the time, and
 * small row groups take little memory to write and let two threads read.
 */
const WRITERS = {
  kept: 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880',
  derived: 'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 30720',
} as const;
export type ParquetUse = keyof typeof WRITERS;

/** Writes the rows of a query as one file; answers how many there were. */
export async function writeParquet(
  connection: DuckDBConnection,
  select: string,
  file: string,
  use: ParquetUse = 'kept',
): Promise<number> {
  const reader = await connection.runAndReadAll(`COPY (${select}) TO ${quoteText(file)} (${WRITERS[use]})`);
  return Number(reader.value(0, 0));
}

/**
 * `read_parquet([…])` over exactly these files. A path that exists is taken as it is, also with `*` or `[` in it;
 * `key=value` in a folder's name would become a column.
 */
export function parquetSource(files: readonly string[]): string {
  return `read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false)`;
}
