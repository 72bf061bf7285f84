import { faded } from './knowledge.ts';

/** The formula of {@link FILE_HOLDERS} in words, to be said after that of areas. */
export const FILE_HOLDER_FORMULA =
  'A person knows a file by the changes to it, or to a path it was renamed from, that they authored (1 each), approved, ' +
  'tested or landed for somebody else (½ each), faded as for areas, with the same floor and the same fraction of the ' +
  'largest living knowledge of that file.';

/**
 * `product`: product files at the head, numbered (`file`). `file_holders`: active people with living knowledge of one,
 * a row for (file, person). The idea, the floor and the fraction are those of areas, with one difference: who authored is
 * credited with the files of their own commits, so that a request of many hands does not make each know all of it.
 * Stands after `HOLDERS`, and binds the same.
 */
export const FILE_HOLDERS = `
product AS MATERIALIZED (
  SELECT row_number() OVER (ORDER BY repository, path) AS file, repository, path, area, size FROM files WHERE is_product
),
lines AS MATERIALIZED (
  SELECT p.file, l.repository, l.ancestor
  FROM product p JOIN file_lineage l ON l.repository = p.repository AND l.path = p.path
),
teaching AS MATERIALIZED (
  SELECT row_number() OVER () AS commit, k.repository, k.id, k.change, c.landed_at
  FROM commits k JOIN changes c ON c.repository = k.repository AND c.change = k.change
  WHERE k.parent_count < 2 AND NOT k.is_bulk AND c.landed_at < $until
),
-- Two halves: joined at once, the engine may pair every file with every commit of its repository.
touched AS MATERIALIZED (
  SELECT t.commit, f.repository, f.path
  FROM file_changes f JOIN teaching t ON t.repository = f.repository AND t.id = f.commit_id
  WHERE f.status <> 'D'
),
touches AS MATERIALIZED (
  SELECT t.commit, l.file FROM touched t JOIN lines l ON l.repository = t.repository AND l.ancestor = t.path
),
taught AS MATERIALIZED (
  SELECT t.commit, t.repository, t.change, t.landed_at, p.person, p.name, max(w.weight) AS weight
  FROM (
    SELECT t.commit, a.person, 1.0 AS weight
    FROM teaching t JOIN commit_authors a ON a.repository = t.repository AND a.commit_id = t.id
    UNION ALL
    SELECT t.commit, r.person, 0.5 FROM teaching t JOIN reviews r ON r.repository = t.repository AND r.change = t.change
    UNION ALL
    SELECT t.commit, c.lander, 0.5 FROM teaching t JOIN changes c ON c.repository = t.repository AND c.change = t.change
  ) w
  JOIN teaching t ON t.commit = w.commit
  JOIN people p ON p.person = w.person
  WHERE p.kind = 'human'
  GROUP BY ALL
),
file_parts AS (
  SELECT x.file, t.change, t.person, t.name, t.landed_at, max(t.weight) AS weight
  FROM touches x JOIN taught t ON t.commit = x.commit
  GROUP BY ALL
),
file_knowledge AS (
  SELECT file, person, name, ${faded('weight', 'landed_at', '$until', '$half_life')} / 1e6 AS knowledge
  FROM file_parts GROUP BY file, person, name
),
file_holders AS (
  SELECT k.file, k.person, k.name
  FROM (SELECT *, max(knowledge) OVER (PARTITION BY file) AS most FROM file_knowledge) k
  JOIN presence p ON p.person = k.person
  WHERE p.is_active AND k.knowledge >= $floor AND k.knowledge >= $fraction * k.most
)`;
