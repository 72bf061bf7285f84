/** A commit that touches fewer product files than this is never bulk: 99 in 100 commits of real histories touch fewer. */
export const BULK_FILES = 20;
/** Share of the product files of the time from which on nobody is taken to have thought about each. */
export const BULK_SHARE = 0.1;
/** However large the tree, so many files touched at once are bulk. */
export const BULK_ANYWAY = 500;

/**
 * Makes the scratch table `bulk_commits` (repository, commit_id): commits that transfer no living knowledge.
 *
 * They are those the project itself lists in `.git-blame-ignore-revs` (scratch table `ignored_revs`), and non-merge commits
 * that modify or rename at least {@link BULK_FILES} product files and {@link BULK_SHARE} of the product files there were, or
 * {@link BULK_ANYWAY} of them, and add fewer than they touch. Adding is authorship whatever the number: imports and first
 * commits are not bulk. The files there were are counted along the mainline, additions less deletions.
 *
 * Misleads: a small team's honest sweep through a tenth of a young project is called bulk, too. On the fourteen histories of
 * docs/validity.md it takes 0.05 to 2.5 % of the commits.
 */
export const BULK_COMMITS = `
  CREATE TABLE bulk_commits AS
  WITH touched AS (
    SELECT f.n,
      count(*) FILTER (WHERE status IN ('M', 'R', 'T')) AS touched,
      count(*) FILTER (WHERE status IN ('A', 'C')) AS added,
      count(*) FILTER (WHERE status = 'D') AS deleted
    FROM known_changes f JOIN known_paths p ON p.number = f.path AND p.is_product
    GROUP BY f.n
    -- Most commits neither grow the tree nor touch much of it.
    HAVING added <> deleted OR touched >= ${BULK_FILES}
  ),
  growing AS (
    SELECT k.repository, k.id AS commit_id, t.*, sum(t.added - t.deleted) OVER (
      PARTITION BY k.repository
      ORDER BY k.position NULLS LAST, k.committer_time NULLS LAST, k.id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS files
    FROM touched t JOIN known_commits k ON k.rowid = t.n
  )
  SELECT repository, commit_id FROM ignored_revs
  UNION
  SELECT repository, commit_id FROM growing
  WHERE added < touched AND (
    touched >= ${BULK_ANYWAY} OR (touched >= ${BULK_FILES} AND touched >= ${BULK_SHARE} * greatest(files, touched))
  )`;
