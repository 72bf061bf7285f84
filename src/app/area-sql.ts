import { HISTORY, newest } from '../measures/fragments.ts';
import { HOLDERS } from '../measures/holders.ts';
import { PARTS } from '../measures/knowledge.ts';

/** What stands on the page of an area, by `$repository`, `$area` and the window. */
export const AREA = `
SELECT a.source, a.files, coalesce(sum(f.size), 0)::BIGINT AS bytes
FROM areas a
LEFT JOIN files f ON f.repository = a.repository AND f.area = a.area AND f.is_product
WHERE a.repository = $repository AND a.area = $area
GROUP BY ALL`;

export const KNOWERS = `
WITH ${HISTORY}, ${HOLDERS}
SELECT h.*, list(n.name) FILTER (WHERE n.is_living AND n.is_active) AS known,
       list(n.name) FILTER (WHERE NOT n.is_active) AS gone
FROM history h LEFT JOIN (SELECT * FROM holders WHERE repository = $repository AND area = $area) n ON true
GROUP BY ALL`;

/** Changes that teach something of the area: no bulk ones, whatever page of changes is looked at. */
export const TAUGHT = `
WITH ${PARTS}
SELECT count(*) AS total, ${newest('landed_at', 'change')} AS evidence
FROM (SELECT DISTINCT repository, change, landed_at FROM area_parts
      WHERE repository = $repository AND area = $area AND landed_at < $until)`;

export const COUNTS = `
SELECT count(*) AS total, count(*) FILTER (WHERE c.landed_at >= $since) AS in_window
FROM change_areas a JOIN changes c ON c.repository = a.repository AND c.change = a.change
WHERE a.repository = $repository AND a.area = $area AND c.is_human AND c.landed_at < $until`;

export const CHANGES = `
WITH page AS (
  SELECT c.repository, c.change, c.title, c.landed_at, c.number, c.lander, a.files
  FROM change_areas a JOIN changes c ON c.repository = a.repository AND c.change = a.change
  WHERE a.repository = $repository AND a.area = $area AND c.is_human AND c.landed_at < $until
  ORDER BY c.landed_at DESC, c.change LIMIT $limit OFFSET $skip
)
SELECT g.change AS id, g.title, g.landed_at, g.number, g.files, l.name AS lander, list(DISTINCT p.name) AS authors
FROM page g
LEFT JOIN people l ON l.person = g.lander AND l.kind = 'human'
LEFT JOIN change_authors t ON t.repository = g.repository AND t.change = g.change
LEFT JOIN people p ON p.person = t.person
GROUP BY ALL ORDER BY g.landed_at DESC, g.change`;

/** By time alone: what landed after one release and not after the next. */
export const RELEASES = `
WITH placed AS (
  SELECT r.name, r.released_at, coalesce(k.committer_time, r.released_at) AS until_time
  FROM releases r LEFT JOIN commits k ON k.repository = r.repository AND k.id = r.commit_id
  WHERE r.repository = $repository AND NOT r.is_prerelease AND r.released_at < $until
),
spans AS (
  SELECT *, lag(until_time, 1, 0) OVER (ORDER BY until_time, name) AS since_time FROM placed
)
SELECT s.name, s.released_at AS "at", count(*) AS changes
FROM spans s
JOIN change_areas a ON a.repository = $repository AND a.area = $area
JOIN changes c ON c.repository = a.repository AND c.change = a.change
  AND c.landed_at > s.since_time AND c.landed_at <= s.until_time
GROUP BY ALL ORDER BY s.released_at DESC, s.name LIMIT 8`;

export const DECISIONS = `
SELECT path, title, status, date FROM decisions
WHERE repository = $repository AND list_contains(areas, $area)
ORDER BY last_changed_at DESC NULLS LAST, path LIMIT 20`;

export const OPEN_WORK = `
SELECT o.branch, o.tip, o.worked_at, list(p.name) FILTER (WHERE p.name IS NOT NULL) AS authors
FROM open_work o LEFT JOIN people p ON list_contains(o.authors, p.person)
WHERE o.repository = $repository AND list_contains(o.areas, $area) AND NOT o.is_line AND NOT o.is_landed_elsewhere
GROUP BY ALL ORDER BY o.worked_at DESC NULLS LAST, o.branch LIMIT 20`;
