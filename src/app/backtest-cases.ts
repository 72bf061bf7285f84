import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { COVER_RANKING } from '../measures/cover-ranking.ts';
import { PARTS } from '../measures/knowledge.ts';
import { inferLead } from '../measures/lead.ts';

/** Who is taken to be the lead is asked anew so often, in days. */
const TERM_DAYS = 90;
/** How far back the lead is inferred from, and how long after a change somebody may take its area up, in days. */
const HORIZON_DAYS = 180;

/** A stretch of the past and who was the lead in it, inferred from what landed before it began. */
export interface Term {
  readonly since: number;
  readonly until: number;
  readonly lead: string;
}

/** One question of the past that history has answered since: the lead's change in an area, and who came next there. */
export interface CoverCase {
  readonly repository: string;
  /** Number of the change that came next: cases that it settles are one piece of evidence, not several. */
  readonly handover: number;
  /** Place of the best placed person of that change; null when none of them was named. */
  readonly place: number | null;
  /** The same by who touched the area last, and by who touched it most. */
  readonly place_by_last: number | null;
  readonly place_by_most: number | null;
  /** At least one of the people who came next was active before: somebody whom any rule could have named. */
  readonly is_reachable: boolean;
}

/**
 * Splits history into terms and infers the lead of each, exactly as the product would have at its beginning. Stretches
 * in which nothing landed, and those that nobody led, are left out.
 */
export async function findTerms(query: Query, options: { lead: string | null; until: number }): Promise<Term[]> {
  const term = TERM_DAYS * DAY;
  const starts = await query<{ since: number }>(
    `WITH landed AS (SELECT landed_at FROM changes WHERE is_human AND landed_at < $until),
     first AS (SELECT min(landed_at) + ${HORIZON_DAYS * DAY} AS since FROM landed)
     SELECT DISTINCT since + (landed_at - since) // ${term} * ${term} AS since
     FROM landed, first WHERE landed_at >= since ORDER BY 1`,
    { until: options.until },
  );
  const terms: Term[] = [];
  for (const { since } of starts) {
    const lead = options.lead ?? (await inferLead(query, since)).person;
    if (lead !== null) terms.push({ since, until: Math.min(since + term, options.until), lead });
  }
  return terms;
}

/**
 * Every case of the given terms with the places the shared ranking gave, at that moment of the past, to whoever came
 * next. A case is an area of a change in which the lead had a part. Who came next: the people with a part in the first
 * change of the area that landed within 180 days after it, in which the lead had no part and at least one of whom had
 * been seen before (a first change by a stranger was landed by somebody unseen; nobody could have named them).
 */
export async function findCases(
  query: Query,
  terms: readonly Term[],
  parameters: Readonly<Record<string, number>>,
  until: number,
): Promise<CoverCase[]> {
  if (terms.length === 0) return [];
  return await query<CoverCase>(CASES, {
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replaceAll('-', '_'), value])),
    until,
    terms: terms.map(({ since, until, lead }) => `${since}:${until}:${lead}`).join(' '),
  });
}

const CASES = `
WITH ${PARTS},
terms AS (
  SELECT CAST(split_part(term, ':', 1) AS BIGINT) AS since, CAST(split_part(term, ':', 2) AS BIGINT) AS until,
         split_part(term, ':', 3) AS lead
  FROM (SELECT unnest(string_split($terms, ' ')) AS term)
),
cases AS (
  SELECT a.repository, a.area, a.change, p.landed_at AS moment, p.person AS lead
  FROM terms t
  JOIN parts p ON p.person = t.lead AND p.landed_at >= t.since AND p.landed_at < t.until
  JOIN change_areas a ON a.repository = p.repository AND a.change = p.change
),
debuts AS (SELECT repository, person, min(landed_at) AS first_at FROM parts GROUP BY ALL),
later AS (
  SELECT a.repository, a.area, p.change, p.landed_at, p.person, d.first_at
  FROM change_areas a
  JOIN parts p ON p.repository = a.repository AND p.change = a.change
  JOIN debuts d ON d.repository = p.repository AND d.person = p.person
  WHERE p.landed_at < $until
),
next AS (
  SELECT c.repository, c.area, c.change, c.moment, c.lead,
         min({'landed_at': l.landed_at, 'change': l.change}).change AS next
  FROM cases c
  JOIN later l ON l.repository = c.repository AND l.area = c.area AND l.landed_at > c.moment
    AND l.landed_at <= c.moment + ${HORIZON_DAYS * DAY} AND l.first_at < c.moment
  ANTI JOIN parts own ON own.repository = l.repository AND own.change = l.change AND own.person = c.lead
  GROUP BY c.repository, c.area, c.change, c.moment, c.lead
),
moments AS (SELECT DISTINCT repository, area, moment, lead FROM next),
${COVER_RANKING}
SELECT n.repository, dense_rank() OVER (ORDER BY n.repository, n.next) AS handover,
       min(r.place) FILTER (WHERE r.is_enough) AS place,
       min(r.place_by_last) AS place_by_last, min(r.place_by_most) AS place_by_most,
       count(r.person) > 0 AS is_reachable
FROM next n
JOIN parts p ON p.repository = n.repository AND p.change = n.next
LEFT JOIN ranked r ON r.repository = n.repository AND r.area = n.area AND r.moment = n.moment AND r.lead = n.lead
  AND r.person = p.person
GROUP BY n.repository, n.area, n.change, n.moment, n.next
ORDER BY n.repository, n.moment, n.change, n.area`;
