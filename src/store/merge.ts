import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SnapshotTable, StreamedTable } from '../domain/sink.ts';
import { RAW_TABLES, type RawTable } from '../domain/tables.ts';
import { TableAppender } from './appender.ts';
import { columnList, totalOrder } from './columns.ts';
import { type Database, quoteName } from './duckdb.ts';
import { type CrashPoint, sha256OfFile, syncDirectory, syncFile } from './durable.ts';
import { isPartWhole, type Part, partName } from './manifest.ts';
import { parquetSource, writeParquet } from './parquet.ts';
import type { StagedTable } from './staged-table.ts';

/** The previous facts cannot be built upon: a part of them is damaged or gone. */
export class VanishedParts extends Error {
  override readonly name = 'VanishedParts';
}

export interface Merge {
  readonly database: Database;
  readonly partsDirectory: string;
  readonly staging: string;
  readonly crash: CrashPoint;
  /** Commits that are no longer there. */
  readonly removed: readonly string[];
  readonly streamed: readonly {
    readonly table: StreamedTable;
    readonly staged: StagedTable;
    readonly old: readonly Part[];
  }[];
  readonly snapshots: readonly {
    readonly table: SnapshotTable;
    readonly isNew: boolean;
    readonly old: readonly Part[];
  }[];
}

/** The column that names the commit a row belongs to. */
const COMMIT_COLUMN: Readonly<Record<StreamedTable, string>> = {
  commits: 'id',
  trailers: 'commit_id',
  file_changes: 'commit_id',
  landings: 'commit_id',
};

/** One part to be written: the rows of a query. */
interface Job {
  readonly table: RawTable;
  readonly partition: string;
  readonly select: string;
}

/**
 * Writes every part that changes and answers the parts of all tables. Only partitions with new or removed rows are
 * touched; a partition's rows are the old ones without the removed, plus the new ones (which win over an old row of the same
 * commit). As the rows are sorted by a total order, the bytes depend on them alone, not on the scans they came with.
 */
export async function mergeParts(merge: Merge): Promise<Record<RawTable, Part[]>> {
  const parts = Object.fromEntries(Object.keys(RAW_TABLES).map((table) => [table, []])) as unknown as Record<
    RawTable,
    Part[]
  >;
  const jobs: Job[] = [];
  for (const { table, isNew, old } of merge.snapshots) {
    if (isNew) jobs.push({ table, partition: 'all', select: `SELECT * FROM staged_${table}` });
    else parts[table].push(...old);
  }
  for (const step of merge.streamed) {
    const touched = await touchedPartitions(merge, step);
    parts[step.table].push(...step.old.filter((part) => !touched.has(part.partition)));
    for (const partition of [...touched].sort()) {
      jobs.push({ table: step.table, partition, select: await partitionRows(merge, step, partition) });
    }
  }
  for (const { table, part } of await writeParts(merge, jobs)) parts[table].push(part);
  // In the order in which the manifest names them, not in that in which they were done.
  for (const list of Object.values(parts)) list.sort((a, b) => (a.file < b.file ? -1 : 1));
  return parts;
}

type Streamed = Merge['streamed'][number];

/** Partitions with new rows, and those with rows that are to go. */
async function touchedPartitions(merge: Merge, { table, staged, old }: Streamed): Promise<Set<string>> {
  const touched = staged.partitions();
  if (old.length === 0) return touched;
  await makeGone(merge, table, staged);
  // New rows replace old ones of the same commit, which stand in the same partition: only removals can touch others.
  if (merge.removed.length === 0) return touched;
  const { connection } = merge.database;
  for (const part of old) {
    if (touched.has(part.partition)) continue;
    const source = parquetSource([join(merge.partsDirectory, part.file)]);
    const column = COMMIT_COLUMN[table];
    const found = await asFound(
      connection.runAndReadAll(`SELECT 1 FROM ${source} SEMI JOIN gone_${table} ON ${column} = gone_id LIMIT 1`),
    );
    if (found.currentRowCount > 0) touched.add(part.partition);
  }
  return touched;
}

/** The ids whose old rows are not kept. */
async function makeGone(merge: Merge, table: StreamedTable, staged: StagedTable): Promise<void> {
  const { connection, duckdb } = merge.database;
  const columns = { gone_id: { type: 'text', doc: '' } } as const;
  await connection.run(`CREATE OR REPLACE TABLE gone_${table} (gone_id VARCHAR NOT NULL)`);
  const appender = await TableAppender.open(duckdb, connection, `gone_${table}`, columns);
  for (const id of merge.removed) appender.add([id]);
  appender.close();
  const rows = staged.rows(null, COMMIT_COLUMN[table]);
  if (rows.length > 0)
    await connection.run(`INSERT INTO gone_${table} SELECT DISTINCT * FROM (${rows.join(' UNION ALL ')})`);
}

async function partitionRows(merge: Merge, { table, staged, old }: Streamed, partition: string): Promise<string> {
  const columns = columnList(RAW_TABLES[table].columns);
  const sources = staged.rows(partition, columns);
  for (const part of old.filter((candidate) => candidate.partition === partition)) {
    const file = join(merge.partsDirectory, part.file);
    // Damage would be taken over and given a good name.
    if (!(await isPartWhole(file, part))) throw new VanishedParts();
    sources.push(
      `SELECT ${columns} FROM ${parquetSource([file])} ANTI JOIN gone_${table} ON ${quoteName(COMMIT_COLUMN[table])} = gone_id`,
    );
  }
  return sources.join(' UNION ALL ');
}

interface WrittenPart {
  readonly table: RawTable;
  readonly part: Part;
}

/** Two connections, each on its own thread: sorting and compressing is all there is to do now. */
async function writeParts(merge: Merge, jobs: readonly Job[]): Promise<WrittenPart[]> {
  const written: WrittenPart[] = [];
  const queue = jobs.values();
  const work = async (connection: DuckDBConnection) => {
    for (const job of queue) {
      const part = await writePart(merge, connection, job);
      if (part !== null) written.push({ table: job.table, part });
    }
  };
  const beside = await merge.database.connect();
  // Both are waited for also when one fails: a connection must not be closed under a running statement.
  const ends = await Promise.allSettled([work(merge.database.connection), work(beside)]);
  beside.closeSync();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  merge.crash('parts-directory-sync');
  await syncDirectory(merge.partsDirectory);
  return written;
}

/** A partition without rows has no part. */
async function writePart(merge: Merge, connection: DuckDBConnection, job: Job): Promise<Part | null> {
  const { table, partition } = job;
  const temporary = join(merge.staging, `${table}-${partition}.parquet`);
  const select = `SELECT * FROM (${job.select}) ORDER BY ${totalOrder(RAW_TABLES[table])}`;
  const rows = await writeParquet(connection, select, temporary);
  if (rows === 0) return null;
  merge.crash('part-sync');
  await syncFile(temporary);
  const { bytes, sha256 } = await sha256OfFile(temporary);
  const file = partName(table, partition, sha256);
  merge.crash('part-rename');
  await rename(temporary, join(merge.partsDirectory, file));
  return { file, partition, rows, bytes };
}

async function asFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    throw new VanishedParts('a part of the previous facts cannot be read', { cause });
  }
}
