import type { Config } from './config.ts';
import type { Parameter, Query } from './query.ts';
import type { DerivedTable, Row } from './tables.ts';

/**
 * Where derived tables are made. The raw tables of every repository looked at stand there as views named
 * `raw_commits`, `raw_trailers`, `raw_file_changes`, `raw_landings`, `raw_refs`, `raw_head_files`, `raw_documents`,
 * `raw_decision_files`, each with a first column `repository`; derived tables made by earlier steps stand there under their own names.
 */
export interface Workbench {
  readonly query: Query;
  /** Runs statements that give no rows: `CREATE TABLE changes AS …`. */
  run(sql: string, parameters?: Readonly<Record<string, Parameter>>): Promise<void>;
  /** Makes a derived table from rows computed in TypeScript. Columns and types come from `DERIVED_TABLES`. */
  insert<T extends DerivedTable>(table: T, rows: Iterable<Row<T>>): Promise<void>;
  /** Makes a temporary table for later steps, e.g. of file classes per path. All columns are text unless typed. */
  scratch(
    name: string,
    columns: Readonly<Record<string, 'text' | 'integer' | 'boolean'>>,
    rows: Iterable<readonly (string | number | boolean | null)[]>,
  ): Promise<void>;
}

/** What a derivation is told besides the raw tables. */
export interface DerivationContext {
  /** By `repositories.repository`; a repository without `fortnight.yml` has `EMPTY_CONFIG`. */
  readonly configs: ReadonlyMap<string, Config>;
  /** What the last scan said of each repository. */
  readonly repositories: readonly Row<'repositories'>[];
}

/** One step of the derivation: makes the tables it names. The steps run in the order of `derive/index.ts`. */
export interface Derivation {
  readonly makes: readonly DerivedTable[];
  /** Sentences on what the configuration changed and by how much, shown beside every figure. */
  derive(bench: Workbench, context: DerivationContext): Promise<readonly string[]>;
}
