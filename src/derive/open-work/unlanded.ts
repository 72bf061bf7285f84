import type { Query } from '../../domain/query.ts';
import { AUTHOR_TOKENS, sqlList } from '../tokens.ts';
import { childrenFirst, type UnlandedGraph } from './reach.ts';

/** So many commits that the head does not hold are looked at, the latest; what lies behind them counts as absent. */
export const MOST_UNLANDED = 200_000;

/** Makes `unlanded`: the latest commits of one repository that its head does not hold. */
export const UNLANDED = `
  CREATE TABLE unlanded AS
  SELECT k.rowid AS n, k.* FROM known_commits k
  WHERE k.repository = $repository AND k.position IS NULL
  ORDER BY k.committer_time DESC NULLS LAST, k.id LIMIT ${MOST_UNLANDED}`;

/**
 * \`is_landed\`: a landed commit has the same author, author time and subject, as after a rebase, an \`am\` or a cherry-pick.
 * \`squashed_at\`: when a squash with the same subject and author last landed.
 */
const COMMITS = `
  WITH same AS (
    SELECT DISTINCT u.n
    FROM unlanded u
    JOIN known_commits k ON k.repository = u.repository AND k.author_time = u.author_time AND k.author = u.author
      AND k.subject = u.subject
    WHERE k.position IS NOT NULL
  ),
  squashed AS (
    SELECT author, regexp_replace(subject, '\\s*\\([#!][0-9]+\\)$', '') AS title, max(committer_time) AS landed_at
    FROM known_commits
    WHERE repository = $repository AND is_mainline AND number IS NOT NULL AND parent_count < 2
    GROUP BY ALL
  )
  SELECT u.n, u.author_time, u.parent_count > 1 AS is_merge, s.n IS NOT NULL AS is_landed,
    u.number IS NOT NULL AS is_request, q.landed_at AS squashed_at
  FROM unlanded u
  LEFT JOIN same s ON s.n = u.n
  LEFT JOIN squashed q ON q.author = u.author AND q.title = u.subject
  ORDER BY u.committer_time DESC NULLS LAST, u.id`;

/** Parents that the head does not hold; \`parent\` null for one that it holds, or that is not there. */
const EDGES = `
  WITH pairs AS (
    SELECT u.n, unnest(c.parents) AS id, generate_subscripts(c.parents, 1) AS place
    FROM unlanded u JOIN raw_commits c ON c.repository = u.repository AND c.id = u.id
  )
  SELECT p.n, k.n AS parent, p.place > 1 AS is_merged
  FROM pairs p LEFT JOIN unlanded k ON k.id = p.id
  ORDER BY p.n, p.place`;

const PEOPLE = `
  WITH credited AS (
    SELECT n, author AS person FROM unlanded
    UNION
    SELECT t.n, t.person FROM known_trailers t JOIN unlanded u ON u.n = t.n
    WHERE t.token IN (${sqlList(AUTHOR_TOKENS)}) AND t.person IS NOT NULL
  )
  SELECT c.n, list(c.person ORDER BY c.person) AS names
  FROM credited c JOIN people p ON p.person = c.person AND p.kind = 'human'
  GROUP BY c.n`;

const AREAS = `
  SELECT f.n, list(DISTINCT p.area ORDER BY p.area) AS names
  FROM known_changes f
  JOIN unlanded u ON u.n = f.n
  JOIN known_paths p ON p.number = f.path AND p.is_product AND p.area IS NOT NULL
  GROUP BY f.n`;

/** Names that commits bring to whoever reaches them. */
export interface NamesOfCommits {
  readonly names: readonly string[];
  /** Places in `names`, by commit. */
  readonly of: readonly (readonly number[] | undefined)[];
}

/** What the head of one repository does not hold. Commits are known by their place in the graph. */
export interface Unlanded {
  readonly graph: UnlandedGraph;
  /** Place of a commit by its `known_commits.rowid`. */
  readonly placeOf: ReadonlyMap<number, number>;
  readonly isMerge: Uint8Array;
  readonly isLanded: Uint8Array;
  /** It carries a request's number, or merges work that the head does not hold. */
  readonly isReceived: Uint8Array;
  /** Some parent is held by the head, or is not there. */
  readonly isAnchored: Uint8Array;
  /** Commits with a readable author time, by it. */
  readonly byAuthorTime: Uint32Array;
  readonly byAuthorTimeDown: Uint32Array;
  readonly authorTimes: Float64Array;
  /** Commits whose subject and author a squash bears, last landing first. */
  readonly bySquash: readonly number[];
  readonly squashTimes: Float64Array;
  readonly people: NamesOfCommits;
  readonly areas: NamesOfCommits;
}

interface CommitRow {
  readonly n: number;
  readonly author_time: number | null;
  readonly is_merge: boolean;
  readonly is_landed: boolean;
  readonly is_request: boolean;
  readonly squashed_at: number | null;
}

/** Reads the table `unlanded` of one repository. */
export async function readUnlanded(query: Query, repository: string): Promise<Unlanded> {
  const rows = await query<CommitRow>(COMMITS, { repository });
  const edges = await query<{ n: number; parent: number | null; is_merged: boolean }>(EDGES);
  const rowOf = new Map(rows.map(({ n }, row) => [n, row]));
  const parentRows: number[][] = rows.map(() => []);
  for (const { n, parent } of edges) {
    const [child, above] = [rowOf.get(n), parent === null ? undefined : rowOf.get(parent)];
    if (child !== undefined && above !== undefined) parentRows[child]?.push(above);
  }
  const order = childrenFirst(rows.length, (row) => parentRows[row] ?? []);
  const placeOf = new Map<number, number>();
  for (const [place, row] of order.entries()) placeOf.set((rows[row] as CommitRow).n, place);
  const placed = order.map((row) => rows[row] as CommitRow);
  const flags = (of: (row: CommitRow) => boolean) => Uint8Array.from(placed, (row) => (of(row) ? 1 : 0));
  const isReceived = flags((row) => row.is_request && !row.is_landed);
  const isAnchored = new Uint8Array(placed.length);
  for (const { n, parent, is_merged } of edges) {
    const place = placeOf.get(n);
    if (place === undefined) continue;
    if (parent === null) isAnchored[place] = 1;
    else if (is_merged) isReceived[place] = 1;
  }
  const placesWith = (of: (row: CommitRow) => number | null) =>
    placed.flatMap((row, place) => (of(row) === null ? [] : [place]));
  const times = (of: (row: CommitRow) => number | null) => Float64Array.from(placed, (row) => of(row) ?? 0);
  const authorTimes = times((row) => row.author_time);
  const squashTimes = times((row) => row.squashed_at);
  const by = (list: Float64Array) => (a: number, b: number) => (list[a] as number) - (list[b] as number);
  const byAuthorTime = Uint32Array.from(placesWith((row) => row.author_time)).sort(by(authorTimes));
  return {
    graph: graphOf(order, parentRows),
    placeOf,
    isMerge: flags((row) => row.is_merge),
    isLanded: flags((row) => row.is_landed),
    isReceived,
    isAnchored,
    byAuthorTime,
    byAuthorTimeDown: byAuthorTime.toReversed(),
    authorTimes,
    bySquash: placesWith((row) => row.squashed_at).sort((a, b) => by(squashTimes)(b, a)),
    squashTimes,
    people: namesOf(await query<NamesRow>(PEOPLE), placeOf),
    areas: namesOf(await query<NamesRow>(AREAS), placeOf),
  };
}

function graphOf(order: readonly number[], parentRows: readonly (readonly number[])[]): UnlandedGraph {
  const placeOfRow = new Uint32Array(parentRows.length);
  for (const [place, row] of order.entries()) placeOfRow[row] = place;
  const starts = new Uint32Array(order.length + 1);
  const parents: number[] = [];
  for (const [place, row] of order.entries()) {
    for (const parent of parentRows[row] ?? []) parents.push(placeOfRow[parent] as number);
    starts[place + 1] = parents.length;
  }
  return { size: order.length, starts, parents: Uint32Array.from(parents) };
}

interface NamesRow {
  readonly n: number;
  readonly names: readonly string[];
}

function namesOf(rows: readonly NamesRow[], placeOf: ReadonlyMap<number, number>): NamesOfCommits {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const of = new Array<readonly number[] | undefined>(placeOf.size).fill(undefined);
  for (const row of rows) {
    const place = placeOf.get(row.n);
    if (place === undefined) continue;
    of[place] = row.names.map((name) => {
      const number = numbers.get(name) ?? names.push(name) - 1;
      numbers.set(name, number);
      return number;
    });
  }
  return { names, of };
}
