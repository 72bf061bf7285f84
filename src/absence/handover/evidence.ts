import type { Query } from '../../domain/query.ts';
import { DAY } from '../../domain/window.ts';

/** A branch with work that has not landed, as far as the clone knows. */
export interface OpenBranch {
  readonly repository: string;
  readonly branch: string;
  /** Id of its last commit. */
  readonly tip: string;
  /** `people.person`. */
  readonly authors: readonly string[];
  /** Seconds since 1970. */
  readonly workedAt: number;
  readonly areas: readonly string[];
  readonly number: number | null;
}

/** A decision record. */
export interface DecisionRecord {
  readonly repository: string;
  readonly path: string;
  readonly title: string;
  readonly status: string | null;
  /** Seconds since 1970; null when unknown. */
  readonly proposedAt: number | null;
  readonly changedAt: number | null;
  readonly writtenBy: readonly string[];
  readonly areas: readonly string[];
}

/** A file of an area, by how often it changed of late. */
export interface HotFile {
  readonly repository: string;
  readonly area: string;
  readonly path: string;
  readonly changes: number;
  /** Of those, the ones that say they repair a fault. */
  readonly fixes: number;
  /** The last of them. */
  readonly change: string;
}

/** A change that undid an earlier one, or fixed a file that had just been changed. Nobody's fault is read from it. */
export interface Repair {
  readonly repository: string;
  readonly area: string;
  readonly change: string;
  readonly kind: 'revert' | 'fix';
  readonly landedAt: number;
}

/** What the tables hold for whoever covers. */
export interface HandoverEvidence {
  readonly openWork: readonly OpenBranch[];
  readonly decisions: readonly DecisionRecord[];
  readonly hotFiles: readonly HotFile[];
  readonly repairs: readonly Repair[];
  /** What a change was about, by repository and id: of a merge, the subject of its own first commit. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Files are hot by the changes of so many days. */
export const HOT_DAYS = 90;
/** Repairs are looked for in so many days. */
export const REPAIR_DAYS = 180;
/** A fix counts as a repair of recent work when its file was changed so many days before: as `firefighting` does. */
const RECENT_DAYS = 7;
const TITLE_DAYS = 182;

/** Where a change, an area or a file is found in a map. */
export const keyOf = (repository: string, name: string): string => `${repository}\n${name}`;

const OPEN_WORK = `
SELECT repository, branch, tip, authors, worked_at AS "workedAt", areas, number
FROM open_work
WHERE NOT is_line AND NOT is_landed_elsewhere AND worked_at < $until
ORDER BY worked_at DESC, repository, branch, tip`;

const DECISIONS = `
SELECT repository, path, title, status, proposed_at AS "proposedAt", last_changed_at AS "changedAt",
       written_by AS "writtenBy", areas
FROM decisions WHERE proposed_at IS NULL OR proposed_at < $until
ORDER BY last_changed_at DESC NULLS LAST, repository, path`;

/** Step by step: in one join, the engine may pair every change with every file of the repository, and runs out of memory. */
const HOT_FILES = `
WITH landed AS MATERIALIZED (
  SELECT repository, change, landed_at, is_fix FROM changes
  WHERE is_human AND landed_at >= CAST($until AS BIGINT) - ${HOT_DAYS * DAY} AND landed_at < $until
),
work AS MATERIALIZED (
  SELECT k.repository, k.id, c.change, c.landed_at, c.is_fix OR k.is_fix AS is_fix
  FROM landed c JOIN commits k ON k.repository = c.repository AND k.change = c.change
  WHERE NOT k.is_bulk
),
touches AS MATERIALIZED (
  SELECT f.repository, f.path, w.change, w.landed_at, w.is_fix
  FROM work w JOIN file_changes f ON f.repository = w.repository AND f.commit_id = w.id
)
SELECT t.repository, h.area, t.path, count(DISTINCT t.change)::INTEGER AS changes,
       count(DISTINCT t.change) FILTER (WHERE t.is_fix)::INTEGER AS fixes,
       arg_max(t.change, (t.landed_at, t.change)) AS change
FROM touches t JOIN files h ON h.repository = t.repository AND h.path = t.path
WHERE h.is_product AND h.area IS NOT NULL
GROUP BY t.repository, h.area, t.path HAVING count(DISTINCT t.change) > 1
ORDER BY fixes DESC, changes DESC, t.repository, t.path`;

/** Step by step, as {@link HOT_FILES}. */
const REPAIRS = `
WITH landed AS MATERIALIZED (
  SELECT repository, change, landed_at, is_fix FROM changes
  WHERE landed_at >= CAST($until AS BIGINT) - ${(REPAIR_DAYS + RECENT_DAYS) * DAY} AND landed_at < $until
),
work AS MATERIALIZED (
  SELECT k.repository, k.id, c.change, c.landed_at, c.is_fix
  FROM landed c JOIN commits k ON k.repository = c.repository AND k.change = c.change
  WHERE NOT k.is_bulk
),
touches AS MATERIALIZED (
  SELECT DISTINCT w.repository, w.change, f.path, w.landed_at, w.is_fix
  FROM work w JOIN file_changes f ON f.repository = w.repository AND f.commit_id = w.id
  WHERE f.class IN ('source', 'test')
),
sequels AS (
  SELECT repository, change, is_fix,
         landed_at - lag(landed_at) OVER (PARTITION BY repository, path ORDER BY landed_at, change) AS pause
  FROM touches
),
repairs AS (
  SELECT DISTINCT repository, change, 'fix' AS kind FROM sequels WHERE is_fix AND pause <= ${RECENT_DAYS * DAY}
  UNION
  SELECT repository, change, 'revert' FROM changes WHERE is_revert
)
SELECT c.repository, a.area, c.change, min(r.kind) AS kind, c.landed_at AS "landedAt"
FROM repairs r
JOIN changes c ON c.repository = r.repository AND c.change = r.change
JOIN change_areas a ON a.repository = c.repository AND a.change = c.change
WHERE c.is_human AND c.landed_at >= CAST($until AS BIGINT) - ${REPAIR_DAYS * DAY} AND c.landed_at < $until
GROUP BY c.repository, a.area, c.change, c.landed_at
ORDER BY c.landed_at DESC, c.repository, c.change, a.area`;

/** "Merge pull request #12 from somebody/branch" tells nobody what it was. */
const TITLES = `
SELECT c.repository, c.change, arg_min(k.subject, (k.author_time, k.id)) AS title
FROM changes c JOIN commits k ON k.repository = c.repository AND k.change = c.change
WHERE c.route IN ('pull', 'branch') AND k.parent_count < 2
  AND c.landed_at >= $since AND c.landed_at < $until
GROUP BY c.repository, c.change ORDER BY ALL`;

/** What changes that landed in [since, until) (seconds) were about, by repository and id: see {@link HandoverEvidence}. */
export async function readTitles(query: Query, since: number, until: number): Promise<HandoverEvidence['titles']> {
  const rows = await query<{ repository: string; change: string; title: string }>(TITLES, { since, until });
  return new Map(rows.map(({ repository, change, title }) => [keyOf(repository, change), title]));
}

/** Reads what a plan rests on besides the history: nothing that happened at or after `until` (seconds since 1970). */
export async function readHandoverEvidence(query: Query, until: number): Promise<HandoverEvidence> {
  const told = { until };
  return {
    openWork: await query<OpenBranch>(OPEN_WORK, told),
    decisions: await query<DecisionRecord>(DECISIONS, told),
    hotFiles: await query<HotFile>(HOT_FILES, told),
    repairs: await query<Repair>(REPAIRS, told),
    titles: await readTitles(query, until - TITLE_DAYS * DAY, until),
  };
}
