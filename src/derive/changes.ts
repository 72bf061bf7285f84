import type { Derivation } from '../domain/workbench.ts';
import { LOGINS } from './people.ts';
import { ASSISTANCE_TOKENS, sqlList } from './tokens.ts';

/**
 * Makes `changes`, `change_authors` and `change_areas` from the scratch tables of the commits (`mainline`,
 * `change_commits`) and the file changes.
 */
export const deriveChanges: Derivation = {
  makes: ['changes', 'change_authors', 'change_areas'],
  async derive(bench) {
    await bench.run(CHANGE_AUTHORS);
    await bench.run(CHANGE_PATHS);
    await bench.run(CHANGE_AREAS);
    await bench.run(LANDERS);
    await bench.run(CHANGES);
    return [];
  },
};

/** Authors and co-authors of the work in a change; of the merge itself only when nothing else came with it. */
const CHANGE_AUTHORS = `
  CREATE TABLE change_authors AS
  WITH work AS (
    SELECT DISTINCT l.repository, l.change, a.person
    FROM change_commits l
    JOIN known_commits k ON k.repository = l.repository AND k.id = l.commit_id AND k.parent_count < 2
    JOIN commit_authors a ON a.repository = l.repository AND a.commit_id = l.commit_id
  )
  SELECT repository, change, person FROM work
  UNION ALL
  SELECT m.repository, m.change, a.person
  FROM mainline m
  JOIN commit_authors a ON a.repository = m.repository AND a.commit_id = m.id
  WHERE m.parent_count > 1
    AND NOT EXISTS (SELECT 1 FROM work w WHERE w.repository = m.repository AND w.change = m.change)`;

/** Product paths each change touched, once each. */
const CHANGE_PATHS = `
  CREATE TEMP TABLE change_paths AS
  SELECT f.repository, l.change, f.path, any_value(f.area) AS area
  FROM file_changes f
  JOIN change_commits l ON l.repository = f.repository AND l.commit_id = f.commit_id
  WHERE f.class IN ('source', 'test')
  GROUP BY f.repository, l.change, f.path`;

const CHANGE_AREAS = `
  CREATE TABLE change_areas AS
  SELECT repository, change, area, count(*)::INTEGER AS files
  FROM change_paths WHERE area IS NOT NULL
  GROUP BY repository, change, area`;

/**
 * Who landed each change. A merge: its author, also when the forge's button committed it. Anything else: the
 * committer, unless that is the forge, which hides who pressed the button. Where a bot merged for others, the reviewer
 * whose command it followed (\`r=\`) when that is one known person; else nobody is known.
 */
const LANDERS = `
  CREATE TEMP TABLE landers AS
  WITH hand AS (
    SELECT m.repository, m.change, m.id, p.person, p.kind, m.parent_count > 1 AS is_merge
    FROM mainline m
    LEFT JOIN people p
      ON p.person = CASE WHEN m.parent_count > 1 THEN m.author WHEN NOT m.is_forge THEN m.committer END
    WHERE m.id = m.change
  ),
  commanded AS (
    SELECT h.repository, h.change, min(g.person) AS person
    FROM hand h
    JOIN raw_trailers t ON t.repository = h.repository AND t.commit_id = h.id AND t.token = 'r'
    JOIN ${LOGINS} g ON g.login = lower(t.value)
    WHERE h.kind IS DISTINCT FROM 'human'
    GROUP BY h.repository, h.change HAVING count(DISTINCT g.person) = 1
  ),
  own AS (
    SELECT a.repository, a.change, bool_and(a.person = h.person) AS is_own
    FROM hand h JOIN change_authors a ON a.repository = h.repository AND a.change = h.change
    WHERE h.kind <> 'human'
    GROUP BY a.repository, a.change
  )
  SELECT
    h.repository, h.change,
    CASE
      WHEN h.kind = 'human' THEN h.person
      WHEN c.person IS NOT NULL THEN c.person
      WHEN o.is_own THEN h.person
    END AS lander,
    CASE
      WHEN h.kind = 'human' THEN if(h.is_merge, 'merge-author', 'committer')
      WHEN c.person IS NOT NULL THEN 'merge-bot trailer'
      WHEN o.is_own THEN if(h.is_merge, 'merge-author', 'committer')
      ELSE 'unknown'
    END AS lander_evidence
  FROM hand h
  LEFT JOIN commanded c ON c.repository = h.repository AND c.change = h.change
  LEFT JOIN own o ON o.repository = h.repository AND o.change = h.change`;

/**
 * One row per landing. A merge or a batch says "fix" when its own message does or at least half of its work does;
 * "revert" when its own message does or all of its work does.
 */
const CHANGES = `
  CREATE TABLE changes AS
  WITH work AS (
    SELECT
      l.repository, l.change,
      count(*) AS commits,
      min(k.author_time) AS began_at,
      max(k.author_time) AS worked_at,
      count(*) FILTER (WHERE k.is_fix) * 2 >= count(*) AS is_fix,
      bool_and(k.is_revert) AS is_revert
    FROM change_commits l
    JOIN known_commits k ON k.repository = l.repository AND k.id = l.commit_id
    WHERE k.parent_count < 2
    GROUP BY l.repository, l.change
  ),
  size AS (
    SELECT repository, change, count(*) AS files, count(DISTINCT area) AS areas,
      count(DISTINCT parse_dirpath(path, 'forward_slash')) AS directories
    FROM change_paths GROUP BY repository, change
  ),
  authors AS (
    SELECT a.repository, a.change, bool_or(p.kind = 'human') AS is_human, bool_or(p.kind = 'agent') AS has_agent
    FROM change_authors a JOIN people p ON p.person = a.person
    GROUP BY a.repository, a.change
  ),
  declared AS (
    SELECT DISTINCT l.repository, l.change
    FROM raw_trailers t
    JOIN change_commits l ON l.repository = t.repository AND l.commit_id = t.commit_id
    WHERE t.token IN (${sqlList(ASSISTANCE_TOKENS)})
  )
  SELECT
    m.repository, m.change, m.way AS route, m.number, m.subject AS title,
    w.began_at, w.worked_at, m.committer_time AS landed_at,
    l.lander, l.lander_evidence,
    coalesce(w.commits, 0)::INTEGER AS commits,
    coalesce(s.files, 0)::INTEGER AS files,
    coalesce(s.areas, 0)::INTEGER AS areas,
    coalesce(s.directories, 0)::INTEGER AS directories,
    coalesce(a.is_human, false) AS is_human,
    m.is_revert OR coalesce(w.is_revert, false) AS is_revert,
    m.is_fix OR coalesce(w.is_fix, false) AS is_fix,
    if(coalesce(a.has_agent, false) OR d.change IS NOT NULL, 'declared', 'unknown') AS assistance
  FROM mainline m
  JOIN landers l ON l.repository = m.repository AND l.change = m.change
  LEFT JOIN work w ON w.repository = m.repository AND w.change = m.change
  LEFT JOIN size s ON s.repository = m.repository AND s.change = m.change
  LEFT JOIN authors a ON a.repository = m.repository AND a.change = m.change
  LEFT JOIN declared d ON d.repository = m.repository AND d.change = m.change
  WHERE m.id = m.change`;
