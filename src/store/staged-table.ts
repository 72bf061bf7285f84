import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Table } from '../domain/tables.ts';
import { type Cell, columnList } from './columns.ts';
import { parquetSource } from './parquet.ts';
import { Run } from './run.ts';

/** Rows of one table that are held in memory, of all partitions together. */
const HELD_ROWS = 32_768;

/**
 * New rows of one table on their way to its partitions. Memory is bounded: rows of a partition are written to a file beside
 * when they are many, or the most of all while too many are held, in whatever order they came.
 */
export class StagedTable {
  readonly #name: string;
  readonly #table: Table;
  readonly #staging: string;
  readonly #held = new Map<string, Run>();
  readonly #files = new Map<string, string[]>();
  #rows = 0;
  #written = 0;
  #writing: Promise<void> | undefined;
  #failure: unknown;

  constructor(name: string, table: Table, staging: string) {
    this.#name = name;
    this.#table = table;
    this.#staging = staging;
  }

  /** Adds a row; the promise, if any, says when there is room for more. */
  add(partition: string, row: Readonly<Record<string, Cell>>): Promise<void> | undefined {
    let run = this.#held.get(partition);
    if (run === undefined) {
      run = new Run(this.#table.columns);
      this.#held.set(partition, run);
    }
    run.add(row);
    this.#rows++;
    if (run.isFull) return this.#write(partition, run);
    return this.#rows < HELD_ROWS ? undefined : this.#write(...this.#largest());
  }

  /** Writes away what is held; afterwards {@link rows} can be read. */
  async settle(): Promise<void> {
    for (const [partition, run] of this.#held) void this.#write(partition, run);
    await this.#writing?.catch(() => undefined);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Every partition that has new rows. */
  partitions(): Set<string> {
    return new Set(this.#files.keys());
  }

  /** A SELECT of the new rows of one partition (or of all); none where there are none. */
  rows(partition: string | null, columns: string = columnList(this.#table.columns)): string[] {
    const files = partition === null ? [...this.#files.values()].flat() : (this.#files.get(partition) ?? []);
    return files.length === 0 ? [] : [`SELECT ${columns} FROM ${parquetSource(files)}`];
  }

  #largest(): [partition: string, run: Run] {
    return [...this.#held].reduce((most, one) => (one[1].rows > most[1].rows ? one : most));
  }

  /** One file is written while the next is filled; whoever comes with more has to wait. */
  #write(partition: string, run: Run): Promise<void> | undefined {
    const file = join(this.#staging, `run-${this.#name}-${this.#written++}.parquet`);
    this.#held.delete(partition);
    this.#rows -= run.rows;
    const files = this.#files.get(partition);
    if (files === undefined) this.#files.set(partition, [file]);
    else files.push(file);
    const bytes = run.encode();
    const before = this.#writing;
    const writing = (before ?? Promise.resolve())
      .then(() => writeFile(file, bytes, { flag: 'wx', mode: 0o600 }))
      .finally(() => {
        if (this.#writing === writing) this.#writing = undefined;
      });
    // Told again by `settle` to a collector that did not wait.
    writing.catch((error: unknown) => {
      this.#failure ??= error;
    });
    this.#writing = writing;
    return before;
  }
}
