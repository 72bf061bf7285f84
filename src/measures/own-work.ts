/**
 * Common table expressions to be put after `HISTORY` and `HOLDERS`: what the lead had a part in, and what of it others could
 * have owned. One definition, for the measure and for whoever asks about a single change.
 */

/**
 * `handled`: each change of the window the lead had a part in, once, by the nearest part: `product` or `other` (as an author, with
 * product files or without), `review` (approval or test), `landing` (signed off or landed).
 */
export const HANDLED = `
roles AS (
  SELECT repository, change, 0 AS rank FROM change_authors WHERE person = $lead
  UNION ALL
  SELECT repository, change, CASE WHEN kind = 'sign-off' THEN 2 ELSE 1 END FROM reviews WHERE person = $lead
  UNION ALL
  SELECT repository, change, 2 FROM changes WHERE lander = $lead
),
handled AS (
  SELECT c.repository, c.change, c.landed_at, c.areas, min(r.rank) AS rank,
         CASE min(r.rank) WHEN 0 THEN CASE WHEN c.files > 0 THEN 'product' ELSE 'other' END WHEN 1 THEN 'review' ELSE 'landing' END AS event
  FROM roles r JOIN changes c ON c.repository = r.repository AND c.change = r.change
  WHERE c.landed_at >= $since AND c.landed_at < $until
  GROUP BY c.repository, c.change, c.landed_at, c.areas, c.files
)`;

/**
 * `spare`: of the product changes the lead authored, those that others could own: each area they touched is known to an active
 * person who is not the lead, not necessarily the same one. `names`: who knows any of them.
 */
export const SPARE = `
-- Two by two: joined at once, the engine may pair every change with every holder of its repository.
places AS MATERIALIZED (
  SELECT e.repository, e.change, e.landed_at, e.areas, x.area
  FROM handled e JOIN change_areas x ON x.repository = e.repository AND x.change = e.change
  WHERE e.event = 'product'
),
helpers AS (
  SELECT e.*, h.name
  FROM places e JOIN holders h ON h.repository = e.repository AND h.area = e.area
  WHERE h.is_living AND h.is_active AND h.person <> $lead
),
spare AS (
  SELECT repository, change, landed_at, list(DISTINCT name) AS names
  FROM helpers GROUP BY repository, change, landed_at, areas
  HAVING count(DISTINCT area) = areas
)`;
