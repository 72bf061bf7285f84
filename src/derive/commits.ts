import type { Derivation } from '../domain/workbench.ts';
import { FORGES, IDENTITY_PATTERN } from './people.ts';
import { AUTHOR_TOKENS, REVIEW_TOKENS, sqlList } from './tokens.ts';

/**
 * Makes `commit_authors`: who is credited with each commit. A co-author counts as an author; a squash credits whom its
 * trailers name.
 */
export const deriveCredit: Derivation = {
  makes: ['commit_authors'],
  async derive(bench) {
    await bench.run(`
      CREATE TABLE commit_authors AS
      SELECT DISTINCT repository, commit_id, person
      FROM (
        SELECT c.repository, c.id AS commit_id, i.person
        FROM raw_commits c JOIN identities i ON i.identity = c.author
        UNION ALL
        SELECT t.repository, t.commit_id, i.person
        FROM raw_trailers t JOIN identities i ON i.identity = regexp_extract(t.value, '${IDENTITY_PATTERN}')
        WHERE t.token IN (${sqlList(AUTHOR_TOKENS)})
      )`);
    return [];
  },
};

/**
 * Makes `commits`, and the scratch tables on which changes rest: `mainline` (commits of the first-parent line, with the
 * route each took) and `change_commits` (every reachable commit and the change it landed with). Reads the scratch
 * table `bulk_commits` (repository, commit_id) of the file derivations.
 */
export const deriveCommits: Derivation = {
  makes: ['commits'],
  async derive(bench) {
    await bench.run(KNOWN);
    await bench.run(MAINLINE);
    await bench.run(CHANGE_COMMITS);
    await bench.run(UNDONE);
    await bench.run(COMMITS);
    return [];
  },
};

/** Seconds between two direct commits of one author that still make them one change. */
export const BATCH_GAP = 1800;

/** Raw commits with people in place of identities. A forge that committed says nothing of who pressed its button. */
const KNOWN = `
  CREATE TEMP TABLE known_commits AS
  SELECT
    c.repository, c.id, len(c.parents) AS parent_count, c.route, c.forge, c.number, c.subject,
    c.author_time, c.committer_time, c.is_revert, c.is_fix, c.reverts,
    a.person AS author, m.person AS committer, f.identity IS NOT NULL AS is_forge
  FROM raw_commits c
  JOIN identities a ON a.identity = c.author
  JOIN identities m ON m.identity = c.committer
  LEFT JOIN ${FORGES} f ON f.identity = c.committer`;

/**
 * The first-parent line. What the message claimed is corrected by what is known of people: a patch needs an author who
 * is not the committer, or somebody else's review. Direct commits of the same two people at most ${BATCH_GAP} seconds
 * apart are one change, known by the last of them.
 */
const MAINLINE = `
  CREATE TEMP TABLE mainline AS
  WITH reviewed AS (
    SELECT DISTINCT t.repository, t.commit_id
    FROM raw_trailers t
    JOIN raw_commits c ON c.repository = t.repository AND c.id = t.commit_id
    JOIN identities a ON a.identity = c.author
    LEFT JOIN identities i ON i.identity = regexp_extract(t.value, '${IDENTITY_PATTERN}')
    WHERE t.token IN (${sqlList(REVIEW_TOKENS)}) AND i.person IS DISTINCT FROM a.person
      AND (t.token <> 'signed-off-by' OR i.person IS NOT NULL)
  ),
  lined AS (
    SELECT
      k.*, l.position,
      CASE
        WHEN k.route = 'merge-pull' THEN 'pull'
        WHEN k.parent_count > 1 THEN 'branch'
        WHEN k.route = 'squash' THEN 'squash'
        WHEN r.commit_id IS NOT NULL OR (k.author <> k.committer AND NOT k.is_forge) THEN 'patch'
        ELSE 'direct'
      END AS way
    FROM raw_landings l
    JOIN known_commits k ON k.repository = l.repository AND k.id = l.landed_id
    LEFT JOIN reviewed r ON r.repository = k.repository AND r.commit_id = k.id
    WHERE l.commit_id = l.landed_id
  ),
  gaps AS (
    SELECT *, committer_time - lag(committer_time) OVER (
      PARTITION BY repository, way, author, committer ORDER BY position
    ) AS gap
    FROM lined WHERE way = 'direct'
  ),
  runs AS (
    SELECT *, count(*) FILTER (WHERE gap IS NULL OR abs(gap) > ${BATCH_GAP}) OVER (
      PARTITION BY repository, author, committer ORDER BY position
    ) AS run
    FROM gaps
  )
  SELECT * EXCLUDE (gap, run), last_value(id) OVER (
    PARTITION BY repository, author, committer, run ORDER BY position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS change
  FROM runs
  UNION ALL
  SELECT *, id FROM lined WHERE way <> 'direct'`;

const CHANGE_COMMITS = `
  CREATE TEMP TABLE change_commits AS
  SELECT l.repository, l.commit_id, m.change
  FROM raw_landings l JOIN mainline m ON m.repository = l.repository AND m.id = l.landed_id`;

/**
 * What each revert undoes: the one commit whose id begins as the message says, else the one mainline commit that landed
 * the request it names. A request of another repository is not looked for here.
 */
const UNDONE = `
  CREATE TEMP TABLE undone AS
  WITH by_id AS (
    SELECT r.repository, r.id, min(c.id) AS target
    FROM raw_commits r
    JOIN raw_commits c
      ON c.repository = r.repository AND left(c.id, 7) = left(r.reverts, 7) AND starts_with(c.id, r.reverts)
    WHERE r.reverts IS NOT NULL
    GROUP BY r.repository, r.id HAVING count(*) = 1
  ),
  named AS (
    SELECT t.repository, t.commit_id AS id,
      regexp_extract(t.value, '^([^#!]*)[#!]([0-9]{1,9})$', 1) AS project,
      try_cast(regexp_extract(t.value, '[#!]([0-9]{1,9})$', 1) AS INTEGER) AS number
    FROM raw_trailers t WHERE t.token = 'reverts'
  ),
  by_number AS (
    SELECT n.repository, n.id, min(m.id) AS target
    FROM named n
    JOIN repositories p ON p.repository = n.repository
    JOIN mainline m ON m.repository = n.repository AND m.number = n.number AND m.id <> n.id
    WHERE n.project = '' OR p.forge_url IS NULL OR ends_with(lower(p.forge_url), '/' || lower(n.project))
    GROUP BY n.repository, n.id HAVING count(DISTINCT m.id) = 1
  )
  SELECT repository, id, target FROM by_id
  UNION ALL
  SELECT repository, id, target FROM by_number
  WHERE (repository, id) NOT IN (SELECT (repository, id) FROM raw_commits WHERE reverts IS NOT NULL)`;

const COMMITS = `
  CREATE TABLE commits AS
  SELECT
    k.repository, k.id, k.author, k.author_time,
    CASE WHEN NOT k.is_forge THEN k.committer WHEN k.parent_count > 1 THEN k.author END AS committer,
    k.committer_time, k.parent_count::INTEGER AS parent_count, k.subject, l.change,
    b.commit_id IS NOT NULL AS is_bulk, k.is_revert, k.is_fix, u.target AS reverts
  FROM known_commits k
  LEFT JOIN change_commits l ON l.repository = k.repository AND l.commit_id = k.id
  LEFT JOIN (SELECT DISTINCT repository, commit_id FROM bulk_commits) b ON b.repository = k.repository AND b.commit_id = k.id
  LEFT JOIN undone u ON u.repository = k.repository AND u.id = k.id`;
