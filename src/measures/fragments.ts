/**
 * Common table expressions that several measures begin with, so that each definition stands in one place.
 * They are texts to be put after `WITH`, in the order of what they read.
 */

/** How many pieces of evidence a query returns with a row; totals are counted beside. */
const EVIDENCE_KEPT = 50;

/**
 * An aggregate: the newest pieces of evidence among the rows of a group as a list of `{t, repository, id}`, newest
 * first in a total order. Null of no rows. Much faster than an ordered list: the engine keeps the best few only.
 */
export function newest(time: string, id: string, where?: string): string {
  const filter = where === undefined ? '' : ` FILTER (WHERE ${where})`;
  return `max({'t': coalesce(${time}, -9e18::BIGINT), 'repository': repository, 'id': ${id}}, ${EVIDENCE_KEPT})${filter}`;
}

/** `history`: one row, how many repositories there are and how many of them are cut off. */
export const HISTORY = `
history AS (
  SELECT count(*) AS repositories,
         count(*) FILTER (WHERE is_shallow) AS shallow,
         count(*) FILTER (WHERE is_partial) AS partial
  FROM repositories
)`;

/**
 * `landed`: changes with a person among their authors that landed in the window. `lander` is null unless it is known to
 * be a person: a forge or a bot that landed a change hides who asked it to. `by_lead`: the lead is among the authors.
 */
export const LANDED = `
landed AS (
  SELECT c.repository, c.change, c.route, c.began_at, c.worked_at, c.landed_at, c.files, c.areas, c.directories,
         c.is_revert, c.is_fix,
         CASE WHEN p.kind = 'human' THEN c.lander END AS lander,
         l.change IS NOT NULL AS by_lead
  FROM changes c
  LEFT JOIN people p ON p.person = c.lander
  LEFT JOIN (SELECT DISTINCT repository, change FROM change_authors WHERE person = $lead) l
    ON l.repository = c.repository AND l.change = c.change
  WHERE c.is_human AND c.landed_at >= $since AND c.landed_at < $until
)`;

/** `approved`: per change of `landed`, whether the lead, and whether any other person, approved or signed it off. */
export const APPROVED = `
-- First what is of the window: the engine would look for the authors of every change there is.
approvals AS MATERIALIZED (
  SELECT r.repository, r.change, r.person
  FROM reviews r
  JOIN landed c ON c.repository = r.repository AND c.change = r.change
  JOIN people p ON p.person = r.person
  WHERE p.kind = 'human' AND r.kind IN ('approval', 'sign-off')
),
approved AS (
  SELECT r.repository, r.change,
         bool_or(r.person IS NOT DISTINCT FROM $lead) AS by_lead,
         bool_or(r.person IS DISTINCT FROM $lead) AS by_other
  FROM approvals r
  ANTI JOIN change_authors a ON a.repository = r.repository AND a.change = r.change AND a.person = r.person
  GROUP BY r.repository, r.change
)`;

/** Days without any activity after which somebody may have left. */
export const AWAY_DAYS = 90;

const DEEDS = `
  SELECT a.person, least(k.author_time, k.committer_time) AS t
  FROM commit_authors a JOIN commits k ON k.repository = a.repository AND k.id = a.commit_id
  UNION ALL SELECT committer, committer_time FROM commits
  UNION ALL SELECT lander, landed_at FROM changes
  UNION ALL SELECT person, reviewed_at FROM reviews`;

/** \`activity\`: the days on which somebody did anything before \`$until\`. */
const ACTIVITY = `
activity AS (
  SELECT person, CAST(floor(t / 86400) AS BIGINT) AS day FROM (${DEEDS})
  WHERE person IS NOT NULL AND t < $until
  GROUP BY ALL
)`;

/** \`pauses\`: days of activity before \`$until\`, and how many days each came after the one before. */
export const PAUSES = `${ACTIVITY},
pauses AS (SELECT person, day, day - lag(day) OVER (PARTITION BY person ORDER BY day) AS pause FROM activity)`;

/**
 * All days on which somebody ever did anything, each with its first second of that: \`pauses\` for any \`$until\`, because a
 * pause looks back only.
 */
export const ALL_PAUSES = `
SELECT person, day, t, day - lag(day) OVER (PARTITION BY person ORDER BY day) AS pause
FROM (
  SELECT person, CAST(floor(t / 86400) AS BIGINT) AS day, min(t) AS t FROM (${DEEDS})
  WHERE person IS NOT NULL AND t IS NOT NULL
  GROUP BY ALL
)`;

/**
 * \`presence\`: everybody who ever did anything before \`$until\`, and whether they are still active: seen (authoring,
 * committing, landing, reviewing) within the last 90 days, or away for no longer than nine in ten of their own pauses.
 */
export const PRESENCE = `${PAUSES},
presence AS (
  SELECT person,
         $until / 86400 - max(day) <= greatest(${AWAY_DAYS}, coalesce(quantile_disc(pause, 0.9), 0)) AS is_active
  FROM pauses
  GROUP BY person
)`;

/**
 * `bands`: complexity of each change of `landed`: its mean rank by product files, areas and directories touched, among
 * the changes that touch any product file (else, where half of all changes are documentation, no product change would be
 * routine). routine: the lower half, and what touches no product file; complex: the top tenth; notable: between. Equal
 * changes share a band, so that where more than half are alike, more than half are routine, and `complex` is at most a
 * tenth.
 */
export const BANDS = `
sizes AS (SELECT files, areas, directories, count(*) AS n FROM landed WHERE files > 0 GROUP BY ALL),
scores AS (
  SELECT files, areas, directories, n,
         coalesce(sum(n) OVER (ORDER BY files RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
         + coalesce(sum(n) OVER (ORDER BY areas RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
         + coalesce(sum(n) OVER (ORDER BY directories RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS score
  FROM sizes
),
ranks AS (
  SELECT files, areas, directories,
         coalesce(sum(n) OVER (ORDER BY score RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
         / sum(n) OVER () AS below
  FROM scores
),
bands AS (
  SELECT c.*, CASE WHEN r.below >= 0.9 THEN 'complex' WHEN r.below >= 0.5 THEN 'notable' ELSE 'routine' END AS band
  FROM landed c LEFT JOIN ranks r USING (files, areas, directories)
)`;
