import type { HeadFile } from './classify.ts';

/** A file at the head, or a path that ever changed, or both. */
export interface PathRow extends Omit<HeadFile, 'kind'> {
  /** By which scratch tables know it. */
  readonly number: number;
  readonly path: string;
  /** Null when the path is not at the head. */
  readonly kind: string | null;
  /** Thousandths of a fresh change; 0 when nothing changed it of late. */
  readonly activity: number;
}

/** Days before the head that count as of late, and in which a change weighs half. */
const RECENT = 365;
const HALF_LIFE = 180;
/** A commit weighs no more than so many file changes, however many it holds. */
const WEIGHTIEST = 20;

/** Makes `seen_paths`: every path at a head or ever changed. It is known by its `rowid`. */
export const SEEN_PATHS = `
  CREATE TABLE seen_paths AS
  SELECT repository, path FROM raw_file_changes UNION SELECT repository, path FROM raw_head_files`;

/** Makes `known_changes`: file changes with the numbers of their commit (`known_commits`) and path (`seen_paths`). */
export const KNOWN_CHANGES = `
  CREATE TABLE known_changes AS
  SELECT k.rowid AS n, p.rowid AS path, f.old_path, f.status
  FROM raw_file_changes f
  JOIN known_commits k ON k.repository = f.repository AND k.id = f.commit_id
  JOIN seen_paths p ON p.repository = f.repository AND p.path = f.path`;

/**
 * Every path of one repository, with its recent activity: changes of the last ${RECENT} days before the head that the head
 * holds, each half as heavy for every ${HALF_LIFE} days of age. Whole numbers, so that the sum does not depend on its order.
 */
export const PATHS = `
  WITH recent AS (
    SELECT f.n, f.path, pow(2, (k.committer_time - r.head_time) / ${HALF_LIFE * 86_400}.0) AS freshness
    FROM known_changes f
    JOIN known_commits k ON k.rowid = f.n
    JOIN repositories r ON r.repository = k.repository
    WHERE k.repository = $repository AND k.position IS NOT NULL
      AND k.committer_time BETWEEN r.head_time - ${RECENT * 86_400} AND r.head_time
  ),
  sizes AS (SELECT n, count(*) AS files FROM recent GROUP BY n),
  active AS (
    SELECT r.path,
      sum(CAST(round(1000 * r.freshness * least(1, ${WEIGHTIEST}.0 / s.files)) AS BIGINT))::BIGINT AS activity
    FROM recent r JOIN sizes s ON s.n = r.n
    GROUP BY r.path
  )
  SELECT p.rowid AS number, p.path, h.kind, h.size, h.is_binary, h.is_generated, h.interpreter,
    coalesce(a.activity, 0) AS activity
  FROM seen_paths p
  LEFT JOIN active a ON a.path = p.rowid
  LEFT JOIN raw_head_files h ON h.repository = p.repository AND h.path = p.path
  WHERE p.repository = $repository
  ORDER BY p.path`;

/** Renames the head holds; a rename onto a path counts whenever it was. */
export const RENAMES = `
  SELECT DISTINCT p.path, f.old_path
  FROM known_changes f
  JOIN known_commits k ON k.rowid = f.n AND k.position IS NOT NULL
  JOIN seen_paths p ON p.rowid = f.path
  WHERE p.repository = $repository AND f.status = 'R' AND f.old_path IS NOT NULL
  ORDER BY p.path, f.old_path`;

export const DOCUMENTS = `
  SELECT path, content FROM raw_documents WHERE repository = $repository ORDER BY path`;
