import type { Confidence, Evidence } from '../domain/report.ts';
import { durationLevel, NOT_DIRECT, ROUTES, spreadOf } from './durations.ts';
import { LANDED, newest } from './fragments.ts';
import { evidenceOf, type NewestRows } from './grounds.ts';
import { TOOK } from './lead-time.ts';
import { WAITED } from './waiting.ts';

const WAITING = spreadOf('waited', NOT_DIRECT);
const LEAD_TIME = spreadOf('took', NOT_DIRECT);
/** What the lines of both rest on. */
const TIMED = `${NOT_DIRECT} AND (waited IS NOT NULL OR took IS NOT NULL)`;

/**
 * Changes that landed in the window, by stretches of `$months` calendar months (UTC): waiting and lead time as their
 * measures define them, and how many came by each route. Binds `$since`, `$until`, `$lead`, `$months`.
 */
export const FLOW_PERIODS = `
WITH ${LANDED},
timed AS (
  SELECT repository, change, landed_at, route, lander, ${WAITED} AS waited, ${TOOK} AS took,
         make_timestamp(CAST(landed_at AS BIGINT) * 1000000) AS moment
  FROM landed
)
SELECT (year(moment) * 12 + month(moment) - 1) // CAST($months AS INTEGER) AS period,
       count(*) AS changes, count(lander) AS visible, count(*) FILTER (WHERE ${NOT_DIRECT}) AS timed, count(*) FILTER (WHERE ${TIMED}) AS told,
       ${Object.keys(ROUTES)
         .map((route) => `count(*) FILTER (WHERE route = '${route}') AS ${route}`)
         .join(', ')},
       ${WAITING.known} AS waiting_known, ${WAITING.median} AS waiting_median, ${WAITING.ninth} AS waiting_ninth,
       ${LEAD_TIME.known} AS took_known, ${LEAD_TIME.median} AS took_median, ${LEAD_TIME.ninth} AS took_ninth,
       ${newest('landed_at', 'change', TIMED)} AS evidence, ${newest('landed_at', 'change')} AS landed_evidence
FROM timed
GROUP BY period
ORDER BY period`;

export interface PeriodRow extends Readonly<Record<string, unknown>> {
  /** Calendar months since year 0, divided by `$months`. */
  readonly period: number;
  readonly changes: number;
  /** Whose lander is known. */
  readonly visible: number;
  /** That did not land directly. */
  readonly timed: number;
  /** Of those, with a known time. */
  readonly told: number;
  readonly waiting_known: number;
  readonly waiting_median: number | null;
  readonly waiting_ninth: number | null;
  readonly took_known: number;
  readonly took_median: number | null;
  readonly took_ninth: number | null;
  readonly evidence: NewestRows;
  readonly landed_evidence: NewestRows;
}

/** A middle and a nine-in-ten in seconds, null below the least number that says anything. */
export interface Spread {
  readonly known: number;
  readonly median: number | null;
  readonly ninth: number | null;
  readonly level: Confidence['level'];
}

export interface FlowCounts {
  readonly changes: number;
  readonly visible: number;
  readonly routes: Readonly<Record<string, number>>;
  readonly waiting: Spread;
  readonly leadTime: Spread;
  readonly evidence: readonly Evidence[];
  readonly evidenceTotal: number;
  readonly landed: readonly Evidence[];
}

/** What one row says; `undefined`: nothing landed. */
export function countsOf(row: PeriodRow | undefined): FlowCounts {
  const routes = Object.fromEntries(Object.keys(ROUTES).map((route) => [route, Number(row?.[route] ?? 0)]));
  if (row === undefined) {
    return {
      changes: 0,
      visible: 0,
      routes,
      waiting: NONE,
      leadTime: NONE,
      evidence: [],
      evidenceTotal: 0,
      landed: [],
    };
  }
  return {
    changes: row.changes,
    visible: row.visible,
    routes,
    waiting: spread(row.waiting_known, row.timed, row.waiting_median, row.waiting_ninth),
    leadTime: spread(row.took_known, row.timed, row.took_median, row.took_ninth),
    evidence: evidenceOf(row.evidence, 'change'),
    evidenceTotal: row.told,
    landed: evidenceOf(row.landed_evidence, 'change'),
  };
}

const NONE: Spread = { known: 0, median: null, ninth: null, level: 'none' };

function spread(known: number, of: number, median: number | null, ninth: number | null): Spread {
  const level = durationLevel(known, of);
  return level === 'none' ? { ...NONE, known } : { known, median, ninth, level };
}
