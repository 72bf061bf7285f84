import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Column, ColumnType } from '../domain/tables.ts';
import { type DuckDB, quoteName } from './duckdb.ts';

/** The engine's name of each column type. */
export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  'text[]': 'VARCHAR[]',
};

export type Columns = Readonly<Record<string, Column>>;
/** A value as the tables hold it. */
export type Cell = string | number | boolean | null | readonly string[];

/** `name VARCHAR NOT NULL, …`, for CREATE TABLE. */
export function columnDefinitions(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, { type, nullable }]) => `${quoteName(name)} ${SQL_TYPES[type]}${nullable ? '' : ' NOT NULL'}`)
    .join(', ');
}

/** `NULL::VARCHAR AS name, …`: the columns of a table without rows. */
export function emptyColumns(columns: Columns): string {
  return Object.entries(columns)
    .map(([name, { type }]) => `NULL::${SQL_TYPES[type]} AS ${quoteName(name)}`)
    .join(', ');
}

/** Every column by name, so that nothing depends on the order in a file. */
export function columnList(columns: Columns): string {
  return Object.keys(columns).map(quoteName).join(', ');
}

/** A total order of the rows: the table's key first, then every other column. */
export function totalOrder(table: { readonly key: readonly string[]; readonly columns: Columns }): string {
  const names = [...table.key, ...Object.keys(table.columns).filter((name) => !table.key.includes(name))];
  return names.map((name) => `${quoteName(name)} NULLS FIRST`).join(', ');
}

/** How values of a column are handed to the engine. */
export interface ColumnWriter {
  readonly type: DuckDBType;
  convert(value: Cell | undefined): DuckDBValue;
}

/**
 * Checks the values of one column. A number that does not fit becomes NULL where the column may be unknown (a stranger's
 * text can name any number) and is a defect elsewhere.
 */
export function columnCheck(name: string, column: Column): (value: Cell | undefined) => Cell {
  const nullable = column.nullable === true;
  const wrong = (value: Cell | undefined): never => {
    throw new TypeError(`${JSON.stringify(value)?.slice(0, 100)} is no ${column.type} for column ${name}`);
  };
  const orNull = (value: Cell | undefined): null => (nullable ? null : wrong(value));
  switch (column.type) {
    case 'text':
      return (v) => (typeof v === 'string' ? v : v == null ? orNull(v) : wrong(v));
    case 'boolean':
      return (v) => (typeof v === 'boolean' ? v : v == null ? orNull(v) : wrong(v));
    case 'double':
      return (v) => (typeof v === 'number' ? v : v == null ? orNull(v) : wrong(v));
    case 'integer':
      return (v) => (typeof v === 'number' && (v | 0) === v ? v : orNull(v));
    case 'bigint':
      return (v) => (typeof v === 'number' && Number.isSafeInteger(v) ? v : orNull(v));
    case 'text[]':
      return (v) => (Array.isArray(v) ? v : orNull(v));
  }
}

/** The writer of one column for the engine's own tables. */
export function columnWriter(duckdb: DuckDB, name: string, column: Column): ColumnWriter {
  const check = columnCheck(name, column);
  switch (column.type) {
    case 'text':
      return { type: duckdb.VARCHAR, convert: (v) => check(v) as string | null };
    case 'boolean':
      return { type: duckdb.BOOLEAN, convert: (v) => check(v) as boolean | null };
    case 'double':
      return { type: duckdb.DOUBLE, convert: (v) => check(v) as number | null };
    case 'integer':
      return { type: duckdb.INTEGER, convert: (v) => check(v) as number | null };
    case 'bigint':
      return {
        type: duckdb.BIGINT,
        convert(v) {
          const number = check(v);
          return number === null ? null : BigInt(number as number);
        },
      };
    case 'text[]':
      return {
        type: duckdb.LIST(duckdb.VARCHAR),
        convert(v) {
          const list = check(v);
          return list === null ? null : duckdb.listValue(list as string[]);
        },
      };
  }
}
