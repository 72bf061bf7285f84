import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from './duckdb.ts';

/**
 * Fixed, because the same rows must be the same bytes: one writing thread (see `openDatabase`), one compression, one
 * size of row groups. Zstandard halves the size of Snappy here and costs nothing that can be measured.
 */
const WRITER = '(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)';

/** Writes the rows of a query as one file; answers how many there were. */
export async function writeParquet(connection: DuckDBConnection, select: string, file: string): Promise<number> {
  const reader = await connection.runAndReadAll(`COPY (${select}) TO ${quoteText(file)} ${WRITER}`);
  return Number(reader.value(0, 0));
}

/**
 * `read_parquet([…])` over exactly these files. A path that exists is taken as it is, also with `*` or `[` in it;
 * `key=value` in a folder's name would become a column.
 */
export function parquetSource(files: readonly string[]): string {
  return `read_parquet([${files.map(quoteText).join(', ')}], hive_partitioning = false)`;
}
