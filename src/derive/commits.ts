import type { Derivation } from '../domain/workbench.ts';
import { REVIEW_TOKENS, sqlList } from './tokens.ts';

/**
 * Makes `commits`, and the scratch tables on which changes rest: `mainline` (commits of the first-parent line, with the
 * route each took) and `landed` (every reachable commit and the change it landed with, by `known_commits.rowid`). Reads the scratch
 * table `bulk_commits` (repository, commit_id) of the file derivations.
 */
export const deriveCommits: Derivation = {
  makes: ['commits'],
  async derive(bench) {
    for (const sql of [MAINLINE, LANDED, UNDONE, COMMITS]) await bench.run(sql);
    return [];
  },
};

/** Seconds between two direct commits of one author that still make them one change. */
export const BATCH_GAP = 1800;

/**
 * The first-parent line. What the message claimed is corrected by what is known of people: a patch needs an author who
 * is not the committer, or somebody else's review. Direct commits of the same author and committer that follow each
 * other at most ${BATCH_GAP} seconds apart are one change, known by the last of them; whatever lands between ends it.
 */
const MAINLINE = `
  CREATE TABLE mainline AS
  WITH reviewed AS (
    SELECT DISTINCT t.n
    FROM known_trailers t JOIN known_commits k ON k.rowid = t.n
    WHERE t.token IN (${sqlList(REVIEW_TOKENS)}) AND t.person IS DISTINCT FROM k.author
      AND (t.token <> 'signed-off-by' OR t.person IS NOT NULL)
  ),
  lined AS (
    SELECT
      k.rowid AS n, k.repository, k.position, k.author, k.committer, k.committer_time, k.is_forge, k.parent_count, k.number,
      CASE
        WHEN k.route = 'merge-pull' THEN 'pull'
        WHEN k.parent_count > 1 THEN 'branch'
        WHEN k.route = 'squash' THEN 'squash'
        WHEN r.n IS NOT NULL OR (k.author <> k.committer AND NOT k.is_forge) THEN 'patch'
        ELSE 'direct'
      END AS way
    FROM known_commits k
    LEFT JOIN reviewed r ON r.n = k.rowid
    WHERE k.is_mainline
  ),
  turns AS (
    SELECT *, NOT coalesce(
      way = 'direct' AND lag(way) OVER line = 'direct'
        AND author = lag(author) OVER line AND committer = lag(committer) OVER line
        AND abs(committer_time - lag(committer_time) OVER line) <= ${BATCH_GAP},
      false
    ) AS is_turn
    FROM lined WINDOW line AS (PARTITION BY repository ORDER BY position)
  ),
  runs AS (
    SELECT *, sum(is_turn::INTEGER) OVER (PARTITION BY repository ORDER BY position ROWS UNBOUNDED PRECEDING)::INTEGER AS run
    FROM turns
  ),
  lasts AS (
    SELECT repository, run, arg_max(n, position) AS change FROM runs GROUP BY repository, run
  )
  SELECT r.* EXCLUDE (is_turn, run), l.change
  FROM runs r JOIN lasts l ON l.repository = r.repository AND l.run = r.run`;

const LANDED = `
  CREATE TABLE landed AS
  SELECT k.rowid AS n, m.change
  FROM known_commits k JOIN mainline m ON m.repository = k.repository AND m.position = k.position`;

/**
 * What each revert undoes: the one commit whose id begins as the message says, else the one mainline commit that landed
 * the request it names. A request of another repository is not looked for here.
 */
const UNDONE = `
  CREATE TABLE undone AS
  WITH by_id AS (
    SELECT r.rowid AS n, min(c.id) AS target
    FROM known_commits r
    JOIN known_commits c
      ON c.repository = r.repository AND left(c.id, 7) = left(r.reverts, 7) AND starts_with(c.id, r.reverts)
    WHERE r.reverts IS NOT NULL
    GROUP BY r.rowid HAVING count(*) = 1
  ),
  named AS (
    SELECT k.rowid AS n, k.repository,
      regexp_extract(t.value, '^([^#!]*)[#!]([0-9]{1,9})$', 1) AS project,
      try_cast(regexp_extract(t.value, '[#!]([0-9]{1,9})$', 1) AS INTEGER) AS number
    FROM raw_trailers t
    JOIN known_commits k ON k.repository = t.repository AND k.id = t.commit_id AND k.reverts IS NULL
    WHERE t.token = 'reverts'
  ),
  asked AS (
    SELECT DISTINCT d.n, d.repository, d.number
    FROM named d JOIN repositories p ON p.repository = d.repository
    WHERE d.project = '' OR p.forge_url IS NULL OR ends_with(lower(p.forge_url), '/' || lower(d.project))
  ),
  landings AS (
    SELECT repository, number, count(*) AS landings, min(n) AS first, max(n) AS last
    FROM mainline WHERE number IS NOT NULL GROUP BY repository, number
  ),
  -- Counted, never paired: any number of reverts may name a request that any number of commits claim to have landed.
  others AS (
    SELECT a.n, l.landings - (s.n IS NOT NULL)::INTEGER AS others, if(l.first = a.n, l.last, l.first) AS target
    FROM asked a
    JOIN landings l ON l.repository = a.repository AND l.number = a.number
    LEFT JOIN mainline s ON s.n = a.n AND s.number = a.number
  ),
  by_number AS (
    SELECT o.n, min(k.id) AS target
    FROM others o JOIN known_commits k ON k.rowid = o.target
    WHERE o.others > 0
    GROUP BY o.n HAVING sum(o.others) = 1
  )
  SELECT * FROM by_id UNION ALL SELECT * FROM by_number`;

const COMMITS = `
  CREATE VIEW commits AS
  SELECT
    k.repository, k.id, k.author, k.author_time,
    CASE WHEN NOT k.is_forge THEN k.committer WHEN k.parent_count > 1 THEN k.author END AS committer,
    k.committer_time, k.parent_count, k.subject, c.id AS change,
    b.n IS NOT NULL AS is_bulk, k.is_revert, k.is_fix, u.target AS reverts
  FROM known_commits k
  LEFT JOIN landed l ON l.n = k.rowid
  LEFT JOIN known_commits c ON c.rowid = l.change
  LEFT JOIN (
    SELECT DISTINCT k.rowid AS n
    FROM bulk_commits b JOIN known_commits k ON k.repository = b.repository AND k.id = b.commit_id
  ) b ON b.n = k.rowid
  LEFT JOIN undone u ON u.n = k.rowid`;
