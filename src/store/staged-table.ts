import { join } from 'node:path';
import type { Table } from '../domain/tables.ts';
import { TableAppender } from './appender.ts';
import { type Cell, columnDefinitions, columnList } from './columns.ts';
import { type Database, quoteText } from './duckdb.ts';
import { parquetSource, writeParquet } from './parquet.ts';

/** Rows of one table that are held in memory before they are written away as a run. */
const RUN_ROWS = 16_384;

interface Run {
  readonly file: string;
  readonly partitions: ReadonlySet<string>;
}

/** One of the two tables that are filled in turn: one takes rows while the other is written away. */
interface Slot {
  readonly name: string;
  appender: TableAppender;
  partitions: Set<string>;
  rows: number;
}

/**
 * New rows of one table on their way to its partitions. Memory is bounded: every {@link RUN_ROWS} rows are written to a
 * file beside, in whatever order they came.
 */
export class StagedTable {
  readonly #database: Database;
  readonly #name: string;
  readonly #table: Table;
  readonly #staging: string;
  readonly #runs: Run[] = [];
  readonly #slots: Slot[] = [];
  #spilling: Promise<void> | undefined;
  #failure: unknown;

  private constructor(database: Database, name: string, table: Table, staging: string) {
    this.#database = database;
    this.#name = name;
    this.#table = table;
    this.#staging = staging;
  }

  static async open(database: Database, name: string, table: Table, staging: string): Promise<StagedTable> {
    const staged = new StagedTable(database, name, table, staging);
    for (const slot of ['a', 'b']) staged.#slots.push(await staged.#openSlot(`staged_${name}_${slot}`));
    return staged;
  }

  /** Adds a row; the promise, if any, says when there is room for more. */
  add(partition: string, values: readonly Cell[]): Promise<void> | undefined {
    const slot = this.#slots[0] as Slot;
    slot.appender.add([partition, ...values]);
    slot.partitions.add(partition);
    slot.rows++;
    if (slot.rows < RUN_ROWS) return undefined;
    // Whoever does not wait only makes this slot larger.
    if (this.#spilling === undefined) {
      this.#spilling = this.#spill().finally(() => {
        this.#spilling = undefined;
      });
      // Told again by `settle` to a collector that did not wait.
      this.#spilling.catch(() => undefined);
    }
    return this.#spilling;
  }

  /** Waits for what is under way; afterwards {@link rows} can be read. */
  async settle(): Promise<void> {
    await this.#spilling?.catch(() => undefined);
    if (this.#failure !== undefined) throw this.#failure;
    for (const slot of this.#slots) slot.appender.flush();
  }

  /** Every partition that has new rows. */
  partitions(): Set<string> {
    const all = new Set<string>();
    for (const { partitions } of [...this.#runs, ...this.#slots])
      for (const partition of partitions) all.add(partition);
    return all;
  }

  /** SELECTs of the new rows of one partition (or of all), to be joined by UNION ALL. */
  rows(partition: string | null, columns: string = columnList(this.#table.columns)): string[] {
    const touches = (from: { readonly partitions: ReadonlySet<string> }) =>
      partition === null ? from.partitions.size > 0 : from.partitions.has(partition);
    const where = partition === null ? '' : ` WHERE partition = ${quoteText(partition)}`;
    return [
      ...this.#runs.filter(touches).map((run) => parquetSource([run.file])),
      ...this.#slots.filter(touches).map((slot) => slot.name),
    ].map((source) => `SELECT ${columns} FROM ${source}${where}`);
  }

  close(): void {
    for (const slot of this.#slots) slot.appender.close();
  }

  async #openSlot(name: string): Promise<Slot> {
    const { connection, duckdb } = this.#database;
    const columns = { partition: { type: 'text', doc: '' } as const, ...this.#table.columns };
    await connection.run(`CREATE OR REPLACE TABLE ${name} (${columnDefinitions(columns)})`);
    const appender = await TableAppender.open(duckdb, connection, name, columns);
    return { name, appender, partitions: new Set(), rows: 0 };
  }

  async #spill(): Promise<void> {
    const full = this.#slots.shift() as Slot;
    const place = this.#slots.length;
    this.#slots.push(full);
    try {
      full.appender.close();
      const file = join(this.#staging, `run-${this.#name}-${this.#runs.length}.parquet`);
      // A connection of its own: an appender waits for whatever its connection is doing.
      const connection = await this.#database.connect();
      try {
        await writeParquet(connection, `SELECT * FROM ${full.name} ORDER BY partition`, file);
      } finally {
        connection.closeSync();
      }
      this.#runs.push({ file, partitions: full.partitions });
      this.#slots[place] = await this.#openSlot(full.name);
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }
}
