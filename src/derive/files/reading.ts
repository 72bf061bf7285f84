import type { HeadFile } from './classify.ts';

export interface HeadRow extends HeadFile {
  readonly repository: string;
  readonly path: string;
}
export const HEAD_FILES = `
  SELECT repository, path, kind, size, is_binary, is_generated, interpreter
  FROM raw_head_files ORDER BY repository, path`;

export interface PathRow {
  readonly repository: string;
  readonly path: string;
  /** Thousandths of a fresh change; 0 when nothing changed it of late. */
  readonly activity: number;
}

/** Days before the head that count as of late, and in which a change weighs half. */
const RECENT = 365;
const HALF_LIFE = 180;
/** A commit weighs no more than so many file changes, however many it holds. */
const WEIGHTIEST = 20;

/**
 * Every path that ever changed, with its recent activity: changes of the last ${RECENT} days before the head that the head
 * holds, each half as heavy for every ${HALF_LIFE} days of age. Whole numbers, so that the sum does not depend on its order.
 */
export const PATHS = `
  WITH sizes AS (SELECT repository, commit_id, count(*) AS files FROM raw_file_changes GROUP BY ALL),
  recent AS (
    SELECT c.repository, c.id AS commit_id,
      CAST(round(1000 * pow(2, (c.committer_time - r.head_time) / ${HALF_LIFE * 86_400}.0)
        * least(1, ${WEIGHTIEST}.0 / s.files)) AS BIGINT) AS weight
    FROM raw_commits c
    JOIN repositories r ON r.repository = c.repository
    JOIN sizes s ON s.repository = c.repository AND s.commit_id = c.id
    WHERE c.committer_time BETWEEN r.head_time - ${RECENT * 86_400} AND r.head_time
      AND (c.repository, c.id) IN (SELECT (repository, commit_id) FROM raw_landings)
  )
  SELECT f.repository, f.path, CAST(coalesce(sum(w.weight), 0) AS BIGINT) AS activity
  FROM raw_file_changes f
  LEFT JOIN recent w ON w.repository = f.repository AND w.commit_id = f.commit_id
  GROUP BY f.repository, f.path
  ORDER BY f.repository, f.path`;

/** Renames the head holds; a rename onto a path counts whenever it was. */
export const RENAMES = `
  SELECT DISTINCT f.repository, f.path, f.old_path
  FROM raw_file_changes f
  JOIN raw_landings l ON l.repository = f.repository AND l.commit_id = f.commit_id
  WHERE f.status = 'R' AND f.old_path IS NOT NULL
  ORDER BY f.repository, f.path, f.old_path`;
