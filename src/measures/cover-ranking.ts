import type { MeasureParameter } from '../domain/measure.ts';
import { AWAY_DAYS } from './fragments.ts';
import { faded } from './knowledge.ts';

/** How many people are named for an area. */
export const COVER_NAMES = 3;
/** Half-lives after which a change elsewhere is forgotten: it counts next to nothing, and costs as much as any. */
const FORGOTTEN = 5;

/** Settings of {@link COVER_RANKING}; their defaults were chosen by the backtest (docs/validity.md, "Cover"). */
export const COVER_PARAMETERS: readonly MeasureParameter[] = [
  {
    name: 'half-life',
    default: 90,
    min: 7,
    max: 3650,
    doc: 'Days after which a change counts half as much.',
  },
  {
    name: 'elsewhere-weight',
    default: 0.1,
    min: 0,
    max: 100,
    doc: 'How much a change anywhere in the repository counts beside one in the area.',
  },
  {
    name: 'alone-half-life',
    default: 30,
    min: 7,
    max: 3650,
    doc: 'Days after which a change that the lead had no part in counts half as much for having gone without.',
  },
  {
    name: 'alone-weight',
    default: 2,
    min: 0,
    max: 100,
    doc: 'How much a change anywhere that the lead had no part in counts on top.',
  },
  {
    name: 'floor',
    default: 0.1,
    min: 0,
    max: 100,
    doc: 'Evidence below this names nobody; 0.1 is one change written anywhere just now.',
  },
];

/** How often one of the named came next in public histories, the least and the most often right (docs/validity.md). */
export const COVER_VALIDITY = { histories: 10, least: 0.63, most: 0.92 } as const;

/** The formula of {@link COVER_RANKING} in words. */
export const COVER_FORMULA =
  `People with a part in a change that landed in the last ${AWAY_DAYS} days, by living knowledge of the area (changes ` +
  'authored there count 1, those approved, tested or landed for somebody else ½, halved every 90 days), plus a tenth of ' +
  'the same of the whole repository, plus twice the changes anywhere that went without the lead (halved every 30 days); ' +
  `the first ${COVER_NAMES} that reach the floor, shown in alphabetical order, those never seen in the area apart.`;

/**
 * `ranked`: for each row of `moments` (repository, area, moment, lead; unique), which stands between `PARTS` and this
 * text, every active person but the lead with their place by the formula, and what the baselines go by that it is judged
 * against ({@link COVER_BASELINES}): who touched the area last, and who touched it most. Only what landed before the
 * moment counts, so that the measure (one moment: `$until`) and its backtest (thousands of past ones) are the same text.
 * Places are for naming the first few and for testing; no report may show them. Binds the {@link COVER_PARAMETERS}.
 */
export const COVER_RANKING = `
led AS (SELECT DISTINCT repository, lead, moment FROM moments),
span AS (
  SELECT min(moment) - horizon AS since, max(moment) AS until, horizon
  FROM moments, (SELECT CAST(86400 * greatest(${AWAY_DAYS}, ${FORGOTTEN} * $half_life, ${FORGOTTEN} * $alone_half_life) AS BIGINT) AS horizon)
  GROUP BY horizon
),
alone AS (
  SELECT l.lead, p.repository, p.change, p.person, p.landed_at, p.weight, own.person IS NULL AS is_alone, s.horizon
  FROM span s
  CROSS JOIN (SELECT DISTINCT repository, lead FROM led) l
  JOIN parts p ON p.repository = l.repository AND p.person <> l.lead AND p.landed_at >= s.since AND p.landed_at < s.until
  LEFT JOIN parts own ON own.repository = p.repository AND own.change = p.change AND own.person = l.lead
    AND own.landed_at >= s.since
),
present AS (
  SELECT l.repository, l.lead, l.moment, a.person, max(a.landed_at) AS seen_at,
         ${faded('a.weight', 'a.landed_at', 'l.moment', '$half_life')} AS elsewhere,
         coalesce(${faded('1', 'a.landed_at', 'l.moment', '$alone_half_life')} FILTER (WHERE a.is_alone), 0) AS alone
  FROM led l
  JOIN alone a ON a.repository = l.repository AND a.lead = l.lead AND a.landed_at < l.moment
    AND a.landed_at >= l.moment - a.horizon
  GROUP BY l.repository, l.lead, l.moment, a.person
  HAVING max(a.landed_at) >= l.moment - ${AWAY_DAYS} * 86400
),
known AS (
  SELECT m.repository, m.area, m.lead, m.moment, p.person, count(*) AS touches, max(p.landed_at) AS touched_at,
         ${faded('p.weight', 'p.landed_at', 'm.moment', '$half_life')} AS knowledge
  FROM moments m
  JOIN area_parts p ON p.repository = m.repository AND p.area = m.area AND p.landed_at < m.moment
  JOIN present s ON s.repository = m.repository AND s.lead = m.lead AND s.moment = m.moment AND s.person = p.person
  GROUP BY m.repository, m.area, m.lead, m.moment, p.person
),
weighed AS (
  SELECT m.repository, m.area, m.lead, m.moment, p.person, p.seen_at, k.touched_at, coalesce(k.touches, 0) AS touches,
         (coalesce(k.knowledge, 0) + CAST(round($elsewhere_weight * p.elsewhere + $alone_weight * p.alone) AS BIGINT)) / 1e6
           AS evidence
  FROM moments m
  JOIN present p ON p.repository = m.repository AND p.lead = m.lead AND p.moment = m.moment
  LEFT JOIN known k ON k.repository = m.repository AND k.area = m.area AND k.lead = m.lead AND k.moment = m.moment
    AND k.person = p.person
),
ranked AS (
  SELECT *, touches > 0 AS touched, evidence >= $floor AS is_enough,
         row_number() OVER (PARTITION BY repository, area, lead, moment ORDER BY evidence DESC, seen_at DESC, person) AS place
  FROM weighed
)`;

/** `judged`: the same with the places by the two baselines that the formula is judged against; after {@link COVER_RANKING}. */
export const COVER_BASELINES = `
judged AS (
  SELECT *,
         row_number() OVER (spot ORDER BY touched_at DESC NULLS LAST, seen_at DESC, person) AS place_by_last,
         row_number() OVER (spot ORDER BY touches DESC, seen_at DESC, person) AS place_by_most
  FROM ranked
  WINDOW spot AS (PARTITION BY repository, area, lead, moment)
)`;
