import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { COVER_BASELINES, COVER_RANKING } from '../measures/cover-ranking.ts';
import { AWAY_DAYS } from '../measures/fragments.ts';
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

/**
 * Which change settles a case. `without-lead`: the first in which the lead had no part, by whoever had one: the vacation
 * test's question. `author`: the first that somebody else wrote, whoever landed it: a weaker question, that is also
 * answered where nothing ever lands without the lead.
 */
export type Settled = 'without-lead' | 'author';

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
 * been seen before (a first change by a stranger was landed by somebody unseen; nobody could have named them). Settled
 * by authors, a part is authorship. Cases nobody settled are left out.
 */
export async function findCases(
  query: Query,
  terms: readonly Term[],
  parameters: Readonly<Record<string, number>>,
  options: { readonly until: number; readonly settledBy: Settled },
): Promise<CoverCase[]> {
  const told = {
    ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replaceAll('-', '_'), value])),
    until: options.until,
    is_by_author: options.settledBy === 'author',
  };
  const handovers = new Map<string, number>();
  const cases: CoverCase[] = [];
  for (const batch of await inBatches(query, terms)) {
    const found = await query<Found>(CASES, { ...told, terms: written(batch) });
    for (const { next, ...rest } of found) {
      const key = `${rest.repository} ${next}`;
      const handover = handovers.get(key) ?? handovers.size;
      handovers.set(key, handover);
      cases.push({ ...rest, handover });
    }
  }
  return cases;
}

type Found = Omit<CoverCase, 'handover'> & { readonly next: string };

/** Cases times people a query may rank at once: keeps it well within the memory an engine is given. */
const RANKED_AT_ONCE = 200_000;

/** Cuts and gathers terms so that each batch can be ranked at once. A lead who landed everything cuts them finely. */
async function inBatches(query: Query, terms: readonly Term[]): Promise<Term[][]> {
  if (terms.length === 0) return [];
  const moments = await query<{ since: number; moment: number; size: number }>(SIZES, { terms: written(terms) });
  const bySince = Map.groupBy(moments, ({ since }) => since);
  const batches: Term[][] = [];
  let batch: Term[] = [];
  let room = RANKED_AT_ONCE;
  for (const { since, until, lead } of terms) {
    let from = since;
    for (const { moment, size } of bySince.get(since) ?? []) {
      if (size > room && (batch.length > 0 || moment > from)) {
        if (moment > from) batch.push({ since: from, until: moment, lead });
        batches.push(batch);
        batch = [];
        room = RANKED_AT_ONCE;
        from = moment;
      }
      room -= size;
    }
    batch.push({ since: from, until, lead });
  }
  return [...batches, batch];
}

const written = (terms: readonly Term[]): string => terms.map((t) => `${t.since}:${t.until}:${t.lead}`).join(' ');

const TERMS = `
terms AS (
  SELECT CAST(split_part(term, ':', 1) AS BIGINT) AS since, CAST(split_part(term, ':', 2) AS BIGINT) AS until,
         split_part(term, ':', 3) AS lead
  FROM (SELECT unnest(string_split($terms, ' ')) AS term)
),
cases AS (
  SELECT t.since, a.repository, a.area, a.change, p.landed_at AS moment, p.person AS lead
  FROM terms t
  JOIN parts p ON p.person = t.lead AND p.landed_at >= t.since AND p.landed_at < t.until
  JOIN change_areas a ON a.repository = p.repository AND a.change = p.change
)`;

/** How many pairs of a case and an active person each moment of a term brings. */
const SIZES = `
WITH ${PARTS}, ${TERMS},
crowds AS (
  SELECT t.since, count(DISTINCT p.person) AS people
  FROM terms t JOIN parts p ON p.landed_at >= t.since - ${AWAY_DAYS * DAY} AND p.landed_at < t.until
  GROUP BY t.since
)
SELECT since, moment, count(*) * any_value(people) AS size
FROM cases JOIN crowds USING (since)
GROUP BY since, moment
ORDER BY since, moment`;

const CASES = `
WITH ${PARTS}, ${TERMS},
handlers AS (SELECT * FROM parts WHERE weight = 1 OR NOT $is_by_author),
debuts AS (SELECT repository, person, min(landed_at) AS first_at FROM parts GROUP BY ALL),
later AS (
  SELECT a.repository, a.area, p.change, p.landed_at, p.person, d.first_at
  FROM change_areas a
  JOIN handlers p ON p.repository = a.repository AND p.change = a.change
  JOIN debuts d ON d.repository = p.repository AND d.person = p.person
  WHERE p.landed_at < $until
),
next AS (
  SELECT c.repository, c.area, c.change, c.moment, c.lead,
         min({'landed_at': l.landed_at, 'change': l.change}).change AS next
  FROM cases c
  JOIN later l ON l.repository = c.repository AND l.area = c.area AND l.landed_at > c.moment
    AND l.landed_at <= c.moment + ${HORIZON_DAYS * DAY} AND l.first_at < c.moment
  ANTI JOIN handlers own ON own.repository = l.repository AND own.change = l.change AND own.person = c.lead
  GROUP BY c.repository, c.area, c.change, c.moment, c.lead
),
moments AS (SELECT DISTINCT repository, area, moment, lead FROM next),
${COVER_RANKING},
${COVER_BASELINES}
SELECT n.repository, n.next, min(r.place) FILTER (WHERE r.is_enough) AS place,
       min(r.place_by_last) AS place_by_last, min(r.place_by_most) AS place_by_most,
       count(r.person) > 0 AS is_reachable
FROM next n
JOIN handlers p ON p.repository = n.repository AND p.change = n.next
LEFT JOIN judged r ON r.repository = n.repository AND r.area = n.area AND r.moment = n.moment AND r.lead = n.lead
  AND r.person = p.person
GROUP BY n.repository, n.area, n.change, n.moment, n.next
ORDER BY n.repository, n.moment, n.change, n.area`;
