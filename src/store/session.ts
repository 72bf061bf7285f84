import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBValueConverter, JS } from '@duckdb/node-api';
import type { Parameter, Query } from '../domain/query.ts';
import { type Column, DERIVED_TABLES, type DerivedTable, type Row } from '../domain/tables.ts';
import type { Workbench } from '../domain/workbench.ts';
import { TableAppender } from './appender.ts';
import { type Cell, type Columns, columnDefinitions } from './columns.ts';
import { type Database, type DatabaseOptions, type DuckDB, openDatabase, quoteName, quoteText } from './duckdb.ts';
import { type ParquetUse, writeParquet } from './parquet.ts';

/**
 * An engine in memory in which tables and views stand, asked by {@link Query}. The same object is the workbench on which
 * derived tables are made. Whoever opened it closes it.
 */
export class Session implements Workbench {
  readonly #database: Database;
  /** Connections that no query uses. */
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];

  constructor(database: Database) {
    this.#database = database;
    this.#idle = [database.connection];
  }

  static async open(options: DatabaseOptions = {}): Promise<Session> {
    return new Session(await openDatabase(options));
  }

  /** Parameters that the text does not name are left out, so that every measure can be told everything. */
  readonly query: Query = async <R extends object>(
    sql: string,
    parameters: Readonly<Record<string, Parameter>> = {},
  ) => {
    const connection = this.#idle.pop() ?? (await new Promise<DuckDBConnection>((free) => this.#waiting.push(free)));
    try {
      const statement = await prepare(connection, sql, parameters);
      try {
        const reader = await statement.runAndReadAll();
        return reader.convertRowObjects(toPlain(this.#database.duckdb)) as R[];
      } finally {
        statement.destroySync();
      }
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(connection);
      else next(connection);
    }
  };

  /** One more query may run beside the others. */
  async widen(): Promise<void> {
    this.#idle.push(await this.#database.connect());
  }

  /** Writes tables in memory small, where the session was opened to compress. */
  async compact(): Promise<void> {
    await this.query('CHECKPOINT');
  }

  async run(sql: string, parameters?: Readonly<Record<string, Parameter>>): Promise<void> {
    const { connection } = this.#database;
    if (parameters === undefined) {
      await connection.run(sql);
      return;
    }
    const statement = await prepare(connection, sql, parameters);
    try {
      await statement.run();
    } finally {
      statement.destroySync();
    }
  }

  async insert<T extends DerivedTable>(table: T, rows: Iterable<Row<T>>): Promise<void> {
    await this.#fill(table, DERIVED_TABLES[table].columns, rows);
  }

  async scratch(
    name: string,
    columns: Readonly<Record<string, 'text' | 'integer' | 'boolean'>>,
    rows: Iterable<readonly (string | number | boolean | null)[]>,
  ): Promise<void> {
    const typed: Record<string, Column> = {};
    for (const [column, type] of Object.entries(columns)) typed[column] = { type, nullable: true, doc: '' };
    await this.#fill(name, typed, rows);
  }

  /** From now on the engine reaches files in these folders alone, and no setting can be changed any more. */
  async confine(directories: readonly string[]): Promise<void> {
    await this.run(`SET allowed_directories = [${directories.map(quoteText).join(', ')}]`);
    await this.run('SET enable_external_access = false');
    await this.run('SET lock_configuration = true');
  }

  /** Writes the rows of a query as one Parquet file; the same rows in the same order are the same bytes. */
  async save(select: string, file: string, use: ParquetUse = 'kept'): Promise<number> {
    return await writeParquet(this.#database.connection, select, file, use);
  }

  close(): void {
    this.#database.close();
  }

  /** Rows are objects by column name, or arrays in the order of the columns. */
  async #fill(table: string, columns: Columns, rows: Iterable<object>): Promise<void> {
    const { connection, duckdb } = this.#database;
    await connection.run(`CREATE TABLE IF NOT EXISTS ${quoteName(table)} (${columnDefinitions(columns)})`);
    const appender = await TableAppender.open(duckdb, connection, table, columns);
    const names = Object.keys(columns);
    for (const row of rows) {
      const values = Array.isArray(row) ? (row as Cell[]) : names.map((name) => (row as Record<string, Cell>)[name]);
      appender.add(values);
    }
    appender.close();
  }
}

async function prepare(
  connection: DuckDBConnection,
  sql: string,
  parameters: Readonly<Record<string, Parameter>>,
): Promise<DuckDBPreparedStatement> {
  const statement = await connection.prepare(sql);
  const bound: Record<string, Parameter> = {};
  for (let i = 1; i <= statement.parameterCount; i++) {
    const name = statement.parameterName(i);
    const value = parameters[name];
    if (value === undefined) {
      statement.destroySync();
      throw new TypeError(`the query names $${name}, which was not given`);
    }
    bound[name] = value;
  }
  if (statement.parameterCount > 0) statement.bind(bound);
  return statement;
}

/** Whole numbers of any width as numbers, moments as seconds, lists as arrays, structs as objects. */
function toPlain(duckdb: DuckDB): DuckDBValueConverter<JS | number> {
  return (value, type, converter) => {
    const plain = duckdb.JSDuckDBValueConverter(value, type, converter as DuckDBValueConverter<JS>);
    if (typeof plain === 'bigint') return Number(plain);
    return plain instanceof Date ? plain.getTime() / 1000 : plain;
  };
}
