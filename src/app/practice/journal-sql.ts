import { BANDS, LANDED } from '../../measures/fragments.ts';

/**
 * What the lead visibly did for others, from `$from` on; `$since` and `$until` are the window complexity is told by. One row for
 * each thing seen.
 */
export const SEEN_DEEDS = `
WITH ${LANDED}, ${BANDS},
recent AS (
  SELECT b.*, c.title, (SELECT count(*) FROM landed) AS landed_count
  FROM bands b JOIN changes c ON c.repository = b.repository AND c.change = b.change
  WHERE b.landed_at >= $from
),
authored AS (
  SELECT a.repository, a.change, p.person, p.name
  FROM change_authors a
  JOIN recent r ON r.repository = a.repository AND r.change = a.change
  JOIN people p ON p.person = a.person
  WHERE p.kind = 'human'
),
writers AS (
  SELECT repository, change, count(*) AS authors, list(DISTINCT name ORDER BY name) FILTER (WHERE person <> $lead) AS others
  FROM authored GROUP BY repository, change
),
helped AS (
  SELECT repository, change, bool_or(kind IN ('approval', 'test')) AS is_reviewed
  FROM reviews WHERE person = $lead GROUP BY repository, change
),
firsts AS (
  SELECT a.person, min(c.landed_at) AS first_at
  FROM change_authors a JOIN changes c ON c.repository = a.repository AND c.change = a.change
  WHERE c.landed_at < $until GROUP BY a.person
),
newcomers AS (
  SELECT a.repository, a.change, list(DISTINCT a.name ORDER BY a.name) AS names
  FROM authored a
  JOIN firsts f ON f.person = a.person
  JOIN recent r ON r.repository = a.repository AND r.change = a.change
  WHERE r.landed_at = f.first_at AND a.person <> $lead
  GROUP BY a.repository, a.change
)
SELECT 'first-change' AS seen, r.repository, r.change AS id, r.title, r.landed_at AS "at", n.names
FROM recent r
JOIN newcomers n ON n.repository = r.repository AND n.change = r.change
LEFT JOIN helped h ON h.repository = r.repository AND h.change = r.change
-- Where the past is cut off, nobody's first change can be told.
SEMI JOIN (SELECT repository FROM repositories WHERE NOT is_shallow) s ON s.repository = r.repository
WHERE NOT r.by_lead AND (r.lander = $lead OR h.change IS NOT NULL)
UNION ALL
SELECT 'complex-review', r.repository, r.change, r.title, r.landed_at, w.others
FROM recent r
JOIN helped h ON h.repository = r.repository AND h.change = r.change
JOIN writers w ON w.repository = r.repository AND w.change = r.change
WHERE NOT r.by_lead AND h.is_reviewed AND r.band = 'complex' AND r.landed_count >= $enough
UNION ALL
-- More authors than three are a long branch, not a pair.
SELECT 'written-together', r.repository, r.change, r.title, r.landed_at, w.others
FROM recent r
JOIN writers w ON w.repository = r.repository AND w.change = r.change
WHERE r.by_lead AND r.files > 0 AND w.authors BETWEEN 2 AND 3
UNION ALL
SELECT 'decision', repository, path, title, proposed_at, []
FROM decisions
WHERE list_contains(written_by, $lead) AND len(written_by) = 1 AND proposed_at >= $from AND proposed_at < $until
ORDER BY "at" DESC, repository, id, seen`;

export interface SeenRow {
  readonly seen: 'first-change' | 'complex-review' | 'written-together' | 'decision';
  readonly repository: string;
  readonly id: string;
  readonly title: string;
  readonly at: number;
  readonly names: readonly string[] | null;
}
