import type { RawRow } from './tables.ts';

/** Raw tables whose rows stream in any order and are partitioned by time. */
export const STREAMED_TABLES = ['commits', 'trailers', 'file_changes', 'landings'] as const;
export type StreamedTable = (typeof STREAMED_TABLES)[number];
/** Raw tables written whole at each scan. */
export const SNAPSHOT_TABLES = ['refs', 'head_files', 'documents', 'decision_files'] as const;
export type SnapshotTable = (typeof SNAPSHOT_TABLES)[number];

/** A commit with everything its partition needs, so that rows of one commit rest in one part. */
export interface CommitFacts {
  readonly commit: RawRow<'commits'>;
  readonly trailers: readonly RawRow<'trailers'>[];
  readonly fileChanges: readonly RawRow<'file_changes'>[];
}

/**
 * Where a collector puts what it finds. The store implements it; rows may come in any order, each commit once.
 * `commits` returns a promise when the buffer is full; the collector awaits it (back-pressure, bounded memory).
 */
export interface FactSink {
  commit(facts: CommitFacts): Promise<void> | undefined;
  /** `time` is the committer time of `landed_id`: it chooses the partition. */
  landing(row: RawRow<'landings'>, time: number | null): Promise<void> | undefined;
  snapshot<T extends SnapshotTable>(table: T, rows: Iterable<RawRow<T>>): Promise<void>;
}

/** What the collector wants to know of the last complete scan. */
export interface PreviousScan {
  /** Sorted, unique ids of all commits that refs led to. */
  readonly tips: readonly string[];
  readonly head: string | null;
  /** `landings.position` of `head`; null when it had none. */
  readonly headPosition: number | null;
  /** What its outcome said. A scan that lacked something is never continued, only done anew. */
  readonly isShallow: boolean;
  readonly isPartial: boolean;
  /**
   * Those of `ids` that already have a row in the table. Git's own "reachable from here but not from there" lists too
   * much where clocks were wrong; this makes it exact. (No more than the new commits are asked for.)
   */
  known(table: 'commits' | 'landings', ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Files at the last head by path: the same blob at the same path needs no second look. */
  contents(): Promise<
    ReadonlyMap<string, Pick<RawRow<'head_files'>, 'blob' | 'size' | 'is_binary' | 'is_generated' | 'interpreter'>>
  >;
}

/** What a scan did, for the store to make complete and for the screen. */
export interface ScanOutcome {
  /**
   * full: forget what was there. incremental: add the streamed rows and take `removed` out. unchanged: no streamed row
   * was given or taken out. Snapshots are given in every mode.
   */
  readonly mode: 'full' | 'incremental' | 'unchanged';
  /** Commits no ref leads to any more (only when incremental). */
  readonly removed: readonly string[];
  /** Landings are given anew as a whole (forget those that were there), or only added to. */
  readonly landings: 'replaced' | 'appended';
  readonly tips: readonly string[];
  readonly head: string | null;
  readonly headPosition: number | null;
  readonly isShallow: boolean;
  readonly isPartial: boolean;
  readonly forgeUrl: string | null;
  /** Sentences for `doctor` and the notes of reports: missing objects, unreadable refs, renames not searched. */
  readonly warnings: readonly string[];
}
