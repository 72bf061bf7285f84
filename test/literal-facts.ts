import { createHash } from 'node:crypto';
import type { CommitFacts, FactSink, PreviousScan, ScanOutcome } from '../src/domain/sink.ts';
import type { RawRow } from '../src/domain/tables.ts';

/** A commit as a test writes it down. Its id follows from its name. */
export interface LiteralCommit {
  readonly name: string;
  readonly time: number | null;
  readonly subject?: string;
  readonly author?: string;
  readonly paths?: readonly string[];
  readonly trailers?: readonly (readonly [token: string, value: string])[];
}

/** A history as a test writes it down: one line of commits, oldest first, the last one the head. */
export interface LiteralHistory {
  readonly commits: readonly LiteralCommit[];
  readonly warnings?: readonly string[];
}

export function idOf(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** All that a collector would say of a commit. */
export function factsOf({ name, time, subject, author, paths, trailers }: LiteralCommit): CommitFacts {
  const id = idOf(name);
  const who = author ?? 'Ada <ada@example.org>';
  return {
    commit: {
      id,
      parents: [],
      author: who,
      author_time: time,
      author_zone: 0,
      committer: who,
      committer_time: time,
      committer_zone: 0,
      subject: subject ?? `Subject of ${name}`,
      route: 'direct',
      forge: null,
      number: null,
      reverts: null,
      is_revert: false,
      is_fix: false,
    },
    trailers: (trailers ?? []).map(([token, value], position) => ({ commit_id: id, position, token, value })),
    fileChanges: (paths ?? []).map((path) => ({
      commit_id: id,
      path,
      old_path: null,
      status: 'M',
      kind: 'file',
      similarity: null,
    })),
  };
}

/** Files at the head: every path that a commit touched. */
export function headFilesOf({ commits }: LiteralHistory): RawRow<'head_files'>[] {
  const paths = new Set(commits.flatMap((commit) => commit.paths ?? []));
  return [...paths].map((path) => ({
    path,
    blob: idOf(path),
    kind: 'file',
    size: path.length,
    is_binary: false,
    is_generated: null,
    interpreter: null,
  }));
}

export interface CollectOptions {
  /** The history that the last scan saw; without it the scan is full. */
  readonly before?: LiteralHistory | null;
  /** Gives the rows in another order: nothing may depend on it. */
  readonly backwards?: boolean;
}

/** A collector of literal histories: full, or by what is different from the history before. */
export async function collect(
  history: LiteralHistory,
  sink: FactSink,
  { before = null, backwards = false }: CollectOptions = {},
): Promise<ScanOutcome> {
  const known = new Set(before?.commits.map(({ name }) => name));
  const now = new Set(history.commits.map(({ name }) => name));
  const fresh = history.commits.filter(({ name }) => !known.has(name));
  for (const commit of backwards ? [...fresh].reverse() : fresh) await sink.commit(factsOf(commit));
  const places = history.commits.map(({ name, time }, position) => ({ name, time, position }));
  const isAppended = before?.commits.every(({ name }, position) => history.commits[position]?.name === name) === true;
  const landings = isAppended ? places.slice(before?.commits.length) : places;
  for (const { name, time, position } of landings) {
    await sink.landing({ commit_id: idOf(name), landed_id: idOf(name), position }, time);
  }
  const head = history.commits.at(-1);
  const headId = head === undefined ? null : idOf(head.name);
  await sink.snapshot('refs', [{ name: 'HEAD', kind: 'head', commit_id: headId, tagger: null, tagged_time: null }]);
  await sink.snapshot('head_files', headFilesOf(history));
  await sink.snapshot('documents', []);
  await sink.snapshot('decision_files', []);
  return {
    mode: before === null ? 'full' : 'incremental',
    removed: [...known].filter((name) => !now.has(name)).map(idOf),
    landings: isAppended ? 'appended' : 'replaced',
    tips: headId === null ? [] : [headId],
    head: headId,
    headPosition: history.commits.length === 0 ? null : history.commits.length - 1,
    isShallow: false,
    isPartial: false,
    forgeUrl: null,
    warnings: history.warnings ?? [],
  };
}

/** A history of any length without anything random, some of its times unknown. */
export function longHistory(length: number, secondsBetween = 40_000): LiteralHistory {
  const commits = Array.from(
    { length },
    (_, i): LiteralCommit => ({
      name: `commit ${i}`,
      time: i % 97 === 5 ? null : 1_400_000_000 + i * secondsBetween,
      author: `Person ${i % 7} <p${i % 7}@example.org>`,
      paths: [`src/part${i % 11}/file${i % 29}.ts`, `docs/page${i % 13}.md`],
      trailers: i % 3 === 0 ? [['reviewed-by', `Person ${i % 5} <p${i % 5}@example.org>`]] : [],
    }),
  );
  return { commits };
}

/** What a history looked like when a scan found it, for a collector that is told only what {@link PreviousScan} says. */
export function historyBefore(history: LiteralHistory, previous: PreviousScan | null): LiteralHistory | null {
  if (previous === null) return null;
  const end = history.commits.findIndex(({ name }) => idOf(name) === previous.head);
  return end < 0 ? null : { commits: history.commits.slice(0, end + 1) };
}
