/** What a parameter of a query may be: bound by name, never pasted into the text. */
export type Parameter = string | number | boolean | null;

/**
 * Asks the derived tables. `sql` is DuckDB's dialect, with `$name` parameters. Times come back as numbers, lists as
 * arrays, NULL as null. The row type is the caller's promise about its own SELECT list.
 */
export type Query = <R extends object>(sql: string, parameters?: Readonly<Record<string, Parameter>>) => Promise<R[]>;
