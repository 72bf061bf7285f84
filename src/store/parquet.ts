import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from './duckdb.ts';

/**
 * How tightly: zstandard halves the size of Snappy, for facts that are kept; Snappy takes half the time, for tables that
 * can be made again.
 */
export type Compression = 'zstd' | 'snappy';

/**
 * Fixed, because the same rows must be the same bytes: one writing thread (see `openDatabase`), one compression, one
 * size of row groups.
 */
const WRITER = 'FORMAT parquet, ROW_GROUP_SIZE 122880';

/** Writes the rows of a query as one file; answers how many there were. */
export async function writeParquet(
  connection: DuckDBConnection,
  select: string,
  file: string,
  compression: Compression = 'zstd',
): Promise<number> {
  const reader = await connection.runAndReadAll(
    `COPY (${select}) TO ${quoteText(file)} (${WRITER}, COMPRESSION ${compression})`,
  );
  return Number(reader.value(0, 0));
}

/**
 * `read_parquet([…])` over exactly these files. A path that exists is taken as it is, also with `*` or `[` in it;
 * `key=value` in a folder's name would become a column.
 */
export function parquetSource(files: readonly string[]): string {
  return `read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false)`;
}
