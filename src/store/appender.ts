import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { type Cell, type Columns, type ColumnWriter, columnWriter } from './columns.ts';
import type { DuckDB } from './duckdb.ts';

/** Rows of one data chunk: the engine's own vector size. */
const CHUNK_ROWS = 2048;

/**
 * Fills a table by whole chunks of columns: about ten times faster than row by row. Not thread-safe; {@link close}
 * writes what is left.
 */
export class TableAppender {
  readonly #duckdb: DuckDB;
  readonly #appender: DuckDBAppender;
  readonly #writers: readonly ColumnWriter[];
  #columns: ReturnType<ColumnWriter['convert']>[][];
  #rows = 0;

  private constructor(duckdb: DuckDB, appender: DuckDBAppender, writers: readonly ColumnWriter[]) {
    this.#duckdb = duckdb;
    this.#appender = appender;
    this.#writers = writers;
    this.#columns = writers.map(() => []);
  }

  static async open(
    duckdb: DuckDB,
    connection: DuckDBConnection,
    table: string,
    columns: Columns,
  ): Promise<TableAppender> {
    const appender = await connection.createAppender(table);
    const writers = Object.entries(columns).map(([name, column]) => columnWriter(duckdb, name, column));
    return new TableAppender(duckdb, appender, writers);
  }

  /** Adds one row, its values in the order of the columns. */
  add(values: readonly (Cell | undefined)[]): void {
    for (let i = 0; i < this.#writers.length; i++) {
      const writer = this.#writers[i] as ColumnWriter;
      (this.#columns[i] as unknown[]).push(writer.convert(values[i]));
    }
    this.#rows++;
    if (this.#rows === CHUNK_ROWS) this.#writeChunk();
  }

  /** Makes every row so far visible to queries. */
  flush(): void {
    this.#writeChunk();
    this.#appender.flushSync();
  }

  close(): void {
    this.flush();
    this.#appender.closeSync();
  }

  #writeChunk(): void {
    if (this.#rows === 0) return;
    const types = this.#writers.map((writer) => writer.type);
    const chunk = this.#duckdb.DuckDBDataChunk.create(types, this.#rows);
    chunk.setColumns(this.#columns);
    this.#appender.appendDataChunk(chunk);
    this.#columns = this.#writers.map(() => []);
    this.#rows = 0;
  }
}
