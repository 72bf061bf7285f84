import { join } from 'node:path';
import {
  type CommitFacts,
  type FactSink,
  type ScanOutcome,
  SNAPSHOT_TABLES,
  type SnapshotTable,
  STREAMED_TABLES,
  type StreamedTable,
} from '../domain/sink.ts';
import { FACTS_VERSION, RAW_TABLES, type RawRow, type RawTable } from '../domain/tables.ts';
import { TableAppender } from './appender.ts';
import { type Cell, columnDefinitions } from './columns.ts';
import { clearAbandonedStaging, makeStaging, PARTS, prepareDirectory } from './directory.ts';
import { type Database, openDatabase } from './duckdb.ts';
import { type CrashPoint, makePrivateDirectory, noCrash, removeQuietly } from './durable.ts';
import { collectGarbage, retireParts } from './garbage.ts';
import { hasAllParts, type Manifest, type Part, writeManifest } from './manifest.ts';
import { type Merge, mergeParts, VanishedParts } from './merge.ts';
import { partitionOf } from './partition.ts';
import { StagedTable } from './staged-table.ts';

/** Enough to sort two partitions of ten thousand commits side by side; more is spilled. Measured in the decision record. */
const MEMORY_MIB = 96;

const COLUMN_NAMES = Object.fromEntries(
  Object.entries(RAW_TABLES).map(([table, { columns }]) => [table, Object.keys(columns)]),
) as unknown as Readonly<Record<RawTable, readonly string[]>>;

/**
 * Takes what a collector finds and makes complete facts of it. Until {@link finish} has switched the manifest, readers
 * see the facts of the scan before; a process killed at any moment leaves at most a staging folder behind, which a later
 * scan clears away.
 */
export class ScanWriter implements FactSink {
  readonly #directory: string;
  readonly #previous: Manifest | null;
  readonly #crash: CrashPoint;
  readonly #staging: string;
  readonly #database: Database;
  readonly #streamed: Readonly<Record<StreamedTable, StagedTable>>;
  readonly #snapshots = new Set<SnapshotTable>();

  private constructor(
    directory: string,
    previous: Manifest | null,
    crash: CrashPoint,
    staging: string,
    database: Database,
    streamed: Readonly<Record<StreamedTable, StagedTable>>,
  ) {
    this.#directory = directory;
    this.#previous = previous;
    this.#crash = crash;
    this.#staging = staging;
    this.#database = database;
    this.#streamed = streamed;
  }

  /**
   * `previous`: the facts that an incremental scan adds to. `isRoomy`: the engine may take half of the machine's memory, for
   * facts whose single rows are so large that less does not do.
   */
  static async open(
    directory: string,
    previous: Manifest | null,
    crash: CrashPoint = noCrash,
    isRoomy = false,
  ): Promise<ScanWriter> {
    await prepareDirectory(directory);
    await clearAbandonedStaging(directory);
    const staging = await makeStaging(directory);
    const temporaryDirectory = join(staging, 'spill');
    await makePrivateDirectory(temporaryDirectory);
    // One thread, so that the bytes of a part depend on its rows alone.
    const database = await openDatabase({
      threads: 1,
      temporaryDirectory,
      ...(isRoomy ? {} : { memoryMiB: MEMORY_MIB }),
    });
    const streamed: Partial<Record<StreamedTable, StagedTable>> = {};
    for (const table of STREAMED_TABLES) {
      streamed[table] = new StagedTable(table, RAW_TABLES[table], staging);
    }
    return new ScanWriter(
      directory,
      previous,
      crash,
      staging,
      database,
      streamed as Readonly<Record<StreamedTable, StagedTable>>,
    );
  }

  commit({ commit, trailers, fileChanges }: CommitFacts): Promise<void> | undefined {
    const partition = partitionOf(commit.committer_time);
    let wait = this.#streamed.commits.add(partition, commit);
    for (const row of trailers) wait = this.#streamed.trailers.add(partition, row) ?? wait;
    for (const row of fileChanges) wait = this.#streamed.file_changes.add(partition, row) ?? wait;
    return wait;
  }

  landing(row: RawRow<'landings'>, time: number | null): Promise<void> | undefined {
    return this.#streamed.landings.add(partitionOf(time), row);
  }

  async snapshot<T extends SnapshotTable>(table: T, rows: Iterable<RawRow<T>>): Promise<void> {
    const { connection, duckdb } = this.#database;
    const { columns } = RAW_TABLES[table];
    await connection.run(`CREATE OR REPLACE TABLE staged_${table} (${columnDefinitions(columns)})`);
    const appender = await TableAppender.open(duckdb, connection, `staged_${table}`, columns);
    for (const row of rows) appender.add(cells(table, row));
    appender.close();
    this.#snapshots.add(table);
  }

  /**
   * Makes the facts complete and visible; answers their manifest. Throws {@link VanishedParts} when parts of the previous
   * facts that are to be kept or merged are damaged or gone: then only a full scan helps.
   */
  async finish(outcome: ScanOutcome): Promise<Manifest> {
    const previous = outcome.mode === 'full' ? null : this.#previous;
    if (previous === null && outcome.mode !== 'full') throw new VanishedParts();
    for (const table of STREAMED_TABLES) await this.#streamed[table].settle();
    const parts = await mergeParts(this.#merge(outcome, previous));
    const manifest: Manifest = {
      version: FACTS_VERSION,
      head: outcome.head,
      headPosition: outcome.headPosition,
      isShallow: outcome.isShallow,
      isPartial: outcome.isPartial,
      forgeUrl: outcome.forgeUrl,
      warnings: [...outcome.warnings],
      tips: [...outcome.tips],
      parts,
    };
    if (!(await hasAllParts(this.#directory, manifest))) throw new VanishedParts();
    await retireParts(this.#directory, this.#previous, manifest);
    await writeManifest(this.#directory, manifest, this.#staging, this.#crash);
    this.#crash('collect-garbage');
    await collectGarbage(this.#directory, manifest);
    return manifest;
  }

  /** Lets go of everything; after {@link finish} or instead of it. */
  async close(): Promise<void> {
    this.#database.close();
    await removeQuietly(this.#staging);
  }

  #merge(outcome: ScanOutcome, previous: Manifest | null): Merge {
    const old = (table: RawTable): readonly Part[] => previous?.parts[table] ?? [];
    return {
      database: this.#database,
      partsDirectory: join(this.#directory, PARTS),
      staging: this.#staging,
      crash: this.#crash,
      removed: outcome.removed,
      streamed: STREAMED_TABLES.map((table) => ({
        table,
        staged: this.#streamed[table],
        old: table === 'landings' && outcome.landings === 'replaced' ? [] : old(table),
      })),
      snapshots: SNAPSHOT_TABLES.map((table) => ({ table, isNew: this.#snapshots.has(table), old: old(table) })),
    };
  }
}

function cells<T extends RawTable>(table: T, row: RawRow<T>): Cell[] {
  const record = row as Readonly<Record<string, Cell>>;
  return COLUMN_NAMES[table].map((name) => record[name] as Cell);
}
