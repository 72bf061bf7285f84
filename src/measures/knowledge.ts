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
  'Living knowledge of an area is the sum over the changes a person authored (1 each), approved, tested or landed for ' +
  'somebody else (½ each) there, each halved every half-life; bulk changes, bots and agents carry none.';

/**
 * `parts`: every person with a part in a landed change, at any time, and how much of knowledge the part gives.
 * `area_parts`: the same for each area the change touched, without bulk changes, which teach nothing of an area.
 */
export const PARTS = `
parts AS (
  SELECT s.repository, s.change, s.person, c.landed_at, max(s.weight) AS weight
  FROM (
    SELECT repository, change, person, 1.0 AS weight FROM change_authors
    UNION ALL SELECT repository, change, person, 0.5 FROM reviews
    UNION ALL SELECT repository, change, lander, 0.5 FROM changes WHERE lander IS NOT NULL
  ) s
  JOIN changes c ON c.repository = s.repository AND c.change = s.change
  JOIN people p ON p.person = s.person
  WHERE p.kind = 'human' AND c.landed_at IS NOT NULL
  GROUP BY ALL
),
telling AS (
  SELECT DISTINCT repository, change FROM commits WHERE change IS NOT NULL AND parent_count < 2 AND NOT is_bulk
),
area_parts AS (
  SELECT a.area, p.*
  FROM change_areas a
  JOIN telling t ON t.repository = a.repository AND t.change = a.change
  JOIN parts p ON p.repository = a.repository AND p.change = a.change
)`;

/**
 * An aggregate: what things of the past still weigh at `moment`, each halved every `halfLife` days. In millionths, so
 * that the order of summing changes nothing and the same facts rank the same everywhere. All arguments are SQL.
 */
export function faded(weight: string, time: string, moment: string, halfLife: string): string {
  return `sum(CAST(round(1e6 * ${weight} * 0.5 ** ((${moment} - ${time}) / 86400.0 / ${halfLife})) AS BIGINT))`;
}

/**
 * `knowledge`: living knowledge of each area by each person, one row for (repository, area, person) with any, as of
 * `$until`; binds `$half_life`.
 */
export const KNOWLEDGE = `${PARTS},
knowledge AS (
  SELECT repository, area, person, ${faded('weight', 'landed_at', '$until', '$half_life')} / 1e6 AS knowledge
  FROM area_parts
  WHERE landed_at < $until
  GROUP BY repository, area, person
)`;
