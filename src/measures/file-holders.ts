/** Half-lives after which a change to a file is forgotten: it counts 3 % of a fresh one, and costs as much as any. */
const FORGOTTEN = 5;

/** The formula of {@link FILE_HOLDERS} in words, to be said after that of areas. */
export const FILE_HOLDER_FORMULA =
  'A person knows a file by the changes to it, or to a path it was renamed from, that they authored (1 each), approved, ' +
  'tested or landed for somebody else (½ each), faded as for areas, with the same floor and the same fraction of the ' +
  'largest living knowledge of that file.';

/**
 * `product`: product files at the head, numbered (`file`). `file_holders`: active people with living knowledge of one,
 * a row for (file, person). The idea, the floor and the fraction are those of areas, with one difference: who authored is
 * credited with the files of their own commits, so that a request of many hands does not make each know all of it.
 * Stands after `HOLDERS`, and binds the same. Things are known by numbers: these are the largest joins there are.
 */
export const FILE_HOLDERS = `
product AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY repository, path) AS file, repository, path, area, size FROM files WHERE is_product
),
lines AS MATERIALIZED (
  SELECT p.file, l.repository, l.ancestor
  FROM product p JOIN file_lineage l ON l.repository = p.repository AND l.path = p.path
),
lasting AS MATERIALIZED (
  SELECT row_number() OVER () AS n, repository, change, lander,
         0.5 ** (($until - landed_at) / 86400.0 / $half_life) AS left
  FROM changes WHERE landed_at < $until AND landed_at >= $until - ${FORGOTTEN} * 86400 * $half_life
),
teaching AS MATERIALIZED (
  SELECT row_number() OVER () AS commit, c.n, k.repository, k.id
  FROM commits k JOIN lasting c ON c.repository = k.repository AND c.change = k.change
  WHERE k.parent_count < 2 AND NOT k.is_bulk
),
-- Two halves: joined at once, the engine may pair every file with every commit of its repository.
touched AS MATERIALIZED (
  SELECT t.commit, t.n, f.repository, f.path
  FROM file_changes f JOIN teaching t ON t.repository = f.repository AND t.id = f.commit_id
  WHERE f.status <> 'D'
),
touches AS MATERIALIZED (
  SELECT t.commit, t.n, l.file FROM touched t JOIN lines l ON l.repository = t.repository AND l.ancestor = t.path
),
humans AS MATERIALIZED (
  SELECT row_number() OVER () AS who, p.person, p.name, coalesce(s.is_active, false) AS is_active
  FROM people p LEFT JOIN presence s ON s.person = p.person WHERE p.kind = 'human'
),
writing AS MATERIALIZED (
  SELECT t.commit, h.who
  FROM teaching t
  JOIN commit_authors a ON a.repository = t.repository AND a.commit_id = t.id
  JOIN humans h ON h.person = a.person
),
helping AS MATERIALIZED (
  SELECT c.n, h.who FROM lasting c JOIN humans h ON h.person = c.lander
  UNION
  SELECT c.n, h.who
  FROM lasting c JOIN reviews r ON r.repository = c.repository AND r.change = c.change JOIN humans h ON h.person = r.person
),
file_parts AS (
  SELECT file, n, who, max(weight) AS weight FROM (
    SELECT t.file, t.n, w.who, 2 AS weight FROM touches t JOIN writing w ON w.commit = t.commit
    UNION ALL
    SELECT t.file, t.n, e.who, 1 FROM touches t JOIN helping e ON e.n = t.n
  )
  GROUP BY file, n, who
),
file_knowledge AS (
  SELECT p.file, p.who, sum(CAST(round(5e5 * p.weight * c.left) AS BIGINT)) / 1e6 AS knowledge
  FROM file_parts p JOIN lasting c ON c.n = p.n
  GROUP BY p.file, p.who
),
file_holders AS (
  SELECT k.file, h.person, h.name
  FROM (SELECT *, max(knowledge) OVER (PARTITION BY file) AS most FROM file_knowledge) k
  JOIN humans h ON h.who = k.who
  WHERE h.is_active AND k.knowledge >= $floor AND k.knowledge >= $fraction * k.most
)`;
