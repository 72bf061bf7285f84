import type { HeadFile } from './classify.ts';

/** A file at the head, or a path that ever changed, or both. */
export interface PathRow extends Omit<HeadFile, 'kind'> {
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

/**
 * Every path of one repository, with its recent activity: changes of the last ${RECENT} days before the head that the head
 * holds, each half as heavy for every ${HALF_LIFE} days of age. Whole numbers, so that the sum does not depend on its order.
 */
export const PATHS = `
  WITH changes AS (SELECT commit_id, path FROM raw_file_changes WHERE repository = $repository),
  sizes AS (SELECT commit_id, count(*) AS files FROM changes GROUP BY commit_id),
  recent AS (
    SELECT c.id AS commit_id,
      CAST(round(1000 * pow(2, (c.committer_time - r.head_time) / ${HALF_LIFE * 86_400}.0)
        * least(1, ${WEIGHTIEST}.0 / s.files)) AS BIGINT) AS weight
    FROM raw_commits c
    JOIN repositories r ON r.repository = c.repository
    JOIN sizes s ON s.commit_id = c.id
    WHERE c.repository = $repository AND c.committer_time BETWEEN r.head_time - ${RECENT * 86_400} AND r.head_time
      AND c.id IN (SELECT commit_id FROM raw_landings WHERE repository = $repository)
  ),
  past AS (
    SELECT path, CAST(coalesce(sum(weight), 0) AS BIGINT) AS activity
    FROM changes LEFT JOIN recent USING (commit_id) GROUP BY path
  ),
  head AS (
    SELECT path, kind, size, is_binary, is_generated, interpreter FROM raw_head_files WHERE repository = $repository
  )
  SELECT path, kind, size, is_binary, is_generated, interpreter, coalesce(activity, 0) AS activity
  FROM head FULL JOIN past USING (path)
  ORDER BY path`;

/** Renames the head holds; a rename onto a path counts whenever it was. */
export const RENAMES = `
  SELECT DISTINCT path, old_path
  FROM raw_file_changes
  WHERE repository = $repository AND status = 'R' AND old_path IS NOT NULL
    AND commit_id IN (SELECT commit_id FROM raw_landings WHERE repository = $repository)
  ORDER BY path, old_path`;

export const DOCUMENTS = `
  SELECT path, content FROM raw_documents WHERE repository = $repository ORDER BY path`;
