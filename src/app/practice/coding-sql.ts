import { HOLDERS } from '../../measures/holders.ts';
import { HANDLED, SPARE } from '../../measures/own-work.ts';

/** Product changes of the lead in the window, in areas others could own, as the measure of the hands-on share counts them. */
export const SPARE_CHANGES = `
WITH ${HOLDERS}, ${HANDLED}, ${SPARE},
touched AS (
  SELECT repository, change, list(DISTINCT area ORDER BY area) AS areas FROM places GROUP BY repository, change
)
SELECT s.repository, s.change, c.title, s.landed_at, t.areas, s.names
FROM spare s
JOIN changes c ON c.repository = s.repository AND c.change = s.change
JOIN touched t ON t.repository = s.repository AND t.change = s.change
ORDER BY s.landed_at DESC, s.change`;

export interface SpareRow {
  readonly repository: string;
  readonly change: string;
  readonly title: string;
  readonly landed_at: number;
  readonly areas: readonly string[];
  readonly names: readonly string[];
}

/** Product changes of the lead, whenever they landed, that an id of a commit of theirs means. */
export const OWN_CHANGE = `
SELECT DISTINCT c.repository, c.change, c.title, c.landed_at,
       (SELECT list(DISTINCT x.area ORDER BY x.area) FROM change_areas x
        WHERE x.repository = c.repository AND x.change = c.change) AS areas
FROM commits k
JOIN changes c ON c.repository = k.repository AND c.change = k.change
JOIN change_authors a ON a.repository = c.repository AND a.change = c.change
WHERE starts_with(k.id, $id) AND a.person = $lead AND c.files > 0
ORDER BY c.repository, c.change LIMIT 2`;
