import type { Derivation } from '../domain/workbench.ts';
import { ASSISTANCE_TOKENS, sqlList } from './tokens.ts';

/**
 * Makes `changes`, `change_authors` and `change_areas` from the scratch tables of the commits (`mainline`, `landed`) and
 * of the files (`known_changes`, `known_paths`). Inside, a change is the `rowid` of its commit in `known_commits`.
 */
export const deriveChanges: Derivation = {
  makes: ['changes', 'change_authors', 'change_areas'],
  async derive(bench) {
    for (const sql of [AUTHORS, PATHS, AREAS, LANDERS, CHANGES, CHANGE_AUTHORS, CHANGE_AREAS]) await bench.run(sql);
    return [];
  },
};

/** Authors and co-authors of the work in a change; of the merge itself only when nothing else came with it. */
const AUTHORS = `
  CREATE TABLE authors_of_changes AS
  WITH credited AS (
    SELECT rowid AS n, author AS person, parent_count FROM known_commits
    UNION ALL
    SELECT t.n, t.person, k.parent_count
    FROM known_trailers t JOIN known_commits k ON k.rowid = t.n
    WHERE t.token IN ('co-authored-by', 'co-developed-by') AND t.person IS NOT NULL
  ),
  work AS (
    SELECT DISTINCT l.change, c.person FROM landed l JOIN credited c ON c.n = l.n WHERE c.parent_count < 2
  )
  SELECT change, person FROM work
  UNION ALL
  SELECT DISTINCT m.change, c.person
  FROM mainline m JOIN credited c ON c.n = m.n ANTI JOIN work w ON w.change = m.change
  WHERE m.parent_count > 1`;

/** Product paths each change touched, once each, by number: comparing numbers is several times faster than texts. */
const PATHS = `
  CREATE TABLE paths_of_changes AS
  SELECT DISTINCT l.change, f.path
  FROM known_changes f
  JOIN known_paths p ON p.number = f.path AND p.is_product
  JOIN landed l ON l.n = f.n`;

const AREAS = `
  CREATE TABLE areas_of_changes AS
  SELECT c.change, p.area, count(*)::INTEGER AS files
  FROM paths_of_changes c JOIN known_paths p ON p.number = c.path
  WHERE p.area IS NOT NULL
  GROUP BY c.change, p.area`;

/**
 * Who landed each change. A merge: its author, also when the forge's button committed it. Anything else: the
 * committer, unless that is the forge, which hides who pressed the button. Where a bot merged for others, the reviewer
 * whose command it followed (\`r=\`) when that is one known person; else nobody is known. A bot's own work it landed
 * itself.
 */
const LANDERS = `
  CREATE TABLE landers AS
  WITH hand AS (
    SELECT m.change, p.person, p.kind, m.parent_count > 1 AS is_merge
    FROM mainline m
    LEFT JOIN people p
      ON p.person = CASE WHEN m.parent_count > 1 THEN m.author WHEN NOT m.is_forge THEN m.committer END
    WHERE m.n = m.change
  ),
  commanded AS (
    SELECT h.change, min(t.person) AS person
    FROM hand h JOIN known_trailers t ON t.n = h.change AND t.token = 'r' AND t.person IS NOT NULL
    WHERE h.kind IS DISTINCT FROM 'human'
    GROUP BY h.change HAVING count(DISTINCT t.person) = 1
  ),
  own AS (
    SELECT h.change, bool_and(a.person = h.person) AS is_own
    FROM hand h JOIN authors_of_changes a ON a.change = h.change
    WHERE h.kind <> 'human'
    GROUP BY h.change
  )
  SELECT
    h.change,
    CASE
      WHEN h.kind = 'human' THEN h.person
      WHEN c.person IS NOT NULL THEN c.person
      WHEN o.is_own THEN h.person
    END AS lander,
    CASE
      WHEN c.person IS NOT NULL THEN 'merge-bot trailer'
      WHEN h.kind = 'human' OR o.is_own THEN if(h.is_merge, 'merge-author', 'committer')
      ELSE 'unknown'
    END AS lander_evidence
  FROM hand h
  LEFT JOIN commanded c ON c.change = h.change
  LEFT JOIN own o ON o.change = h.change`;

/**
 * One row per landing. A change says "fix" when its landing commit does or at least half of its work does; "revert" when
 * its landing commit does or all of its work does.
 */
const CHANGES = `
  CREATE VIEW changes AS
  WITH work AS (
    SELECT
      l.change, count(*)::INTEGER AS commits, min(k.author_time) AS began_at, max(k.author_time) AS worked_at,
      count(*) FILTER (WHERE k.is_fix) * 2 >= count(*) AS is_fix, bool_and(k.is_revert) AS is_revert
    FROM landed l JOIN known_commits k ON k.rowid = l.n
    WHERE k.parent_count < 2
    GROUP BY l.change
  ),
  folders AS (
    SELECT c.change, p.directory, count(*) AS files
    FROM paths_of_changes c JOIN known_paths p ON p.number = c.path
    GROUP BY c.change, p.directory
  ),
  size AS (
    SELECT change, sum(files)::INTEGER AS files, count(*)::INTEGER AS directories FROM folders GROUP BY change
  ),
  spread AS (
    SELECT change, count(*)::INTEGER AS areas FROM areas_of_changes GROUP BY change
  ),
  authors AS (
    SELECT a.change, bool_or(p.kind = 'human') AS is_human, bool_or(p.kind = 'agent') AS has_agent
    FROM authors_of_changes a JOIN people p ON p.person = a.person
    GROUP BY a.change
  ),
  declared AS (
    SELECT DISTINCT l.change
    FROM known_trailers t JOIN landed l ON l.n = t.n
    WHERE t.token IN (${sqlList(ASSISTANCE_TOKENS)})
  )
  SELECT
    k.repository, k.id AS change, m.way AS route, k.number, k.subject AS title,
    w.began_at, w.worked_at, k.committer_time AS landed_at,
    l.lander, l.lander_evidence,
    coalesce(w.commits, 0) AS commits,
    coalesce(s.files, 0) AS files,
    coalesce(r.areas, 0) AS areas,
    coalesce(s.directories, 0) AS directories,
    coalesce(a.is_human, false) AS is_human,
    k.is_revert OR coalesce(w.is_revert, false) AS is_revert,
    k.is_fix OR coalesce(w.is_fix, false) AS is_fix,
    if(coalesce(a.has_agent, false) OR d.change IS NOT NULL, 'declared', 'unknown') AS assistance
  FROM mainline m
  JOIN known_commits k ON k.rowid = m.n
  JOIN landers l ON l.change = m.change
  LEFT JOIN work w ON w.change = m.change
  LEFT JOIN size s ON s.change = m.change
  LEFT JOIN spread r ON r.change = m.change
  LEFT JOIN authors a ON a.change = m.change
  LEFT JOIN declared d ON d.change = m.change
  WHERE m.n = m.change`;

const CHANGE_AUTHORS = `
  CREATE VIEW change_authors AS
  SELECT k.repository, k.id AS change, a.person
  FROM authors_of_changes a JOIN known_commits k ON k.rowid = a.change`;

const CHANGE_AREAS = `
  CREATE VIEW change_areas AS
  SELECT k.repository, k.id AS change, a.area, a.files
  FROM areas_of_changes a JOIN known_commits k ON k.rowid = a.change`;
