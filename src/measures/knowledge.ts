import type { MeasureParameter } from '../domain/measure.ts';

/** Settings of {@link KNOWLEDGE}; a measure that uses it lists them among its own. */
export const KNOWLEDGE_PARAMETERS: readonly MeasureParameter[] = [
  {
    name: 'half-life',
    default: 180,
    min: 7,
    max: 3650,
    doc: 'Days after which a change counts half as much for what its people know.',
  },
];

/** The formula of {@link KNOWLEDGE} in words, for the measures that use it. */
export const KNOWLEDGE_FORMULA =
  'Living knowledge of an area is the sum over the changes a person authored (1 each) or approved (½ each) there, each ' +
  'halved every half-life; bulk changes, bots and agents carry none.';

/**
 * `knowledge`: living knowledge of each area by each person, one row for (repository, area, person) with any, as of
 * `$until`; binds `$half_life`. Summed in millionths, so that the order of summing changes nothing.
 */
export const KNOWLEDGE = `
telling AS (SELECT DISTINCT repository, change FROM commits WHERE change IS NOT NULL AND parent_count < 2 AND NOT is_bulk),
involved AS (
  SELECT repository, change, person, max(weight) AS weight FROM (
    SELECT repository, change, person, 1.0 AS weight FROM change_authors
    UNION ALL SELECT repository, change, person, 0.5 FROM reviews WHERE kind IN ('approval', 'sign-off')
  )
  GROUP BY ALL
),
knowledge AS (
  SELECT a.repository, a.area, i.person,
         sum(CAST(round(1e6 * i.weight * 0.5 ** (($until - c.landed_at) / 86400.0 / $half_life)) AS BIGINT)) / 1e6 AS knowledge
  FROM change_areas a
  JOIN changes c ON c.repository = a.repository AND c.change = a.change
  JOIN telling t ON t.repository = a.repository AND t.change = a.change
  JOIN involved i ON i.repository = a.repository AND i.change = a.change
  JOIN people p ON p.person = i.person
  WHERE c.landed_at < $until AND p.kind = 'human'
  GROUP BY a.repository, a.area, i.person
)`;
