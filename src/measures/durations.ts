import type { Conclusion } from '../domain/measure.ts';
import type { Confidence, ReportColumn } from '../domain/report.ts';
import { counted, duration, numeral } from '../domain/words.ts';
import { newest } from './fragments.ts';
import {
  confidence,
  ENOUGH,
  evidenceOf,
  type History,
  levelByCount,
  type NewestRows,
  VISIBLE_ENOUGH,
} from './grounds.ts';

/** How long some group of changes took. */
export interface DurationRow extends History {
  readonly scope: 'all' | 'route' | 'lander' | null;
  /** A route, or `lead`, `others`, `unknown` for who landed. */
  readonly name: string | null;
  readonly changes: number;
  /** With a known duration. */
  readonly known: number;
  /** Of the known: lower bounds, because the evidence begins after the work may have. */
  readonly cut: number;
  readonly median: number | null;
  readonly ninth: number | null;
  readonly evidence: NewestRows;
}

/**
 * Aggregates of how long changes took: how many are known, the middle, and nine in ten. `took` is SQL, in seconds;
 * `filter` a condition on the rows.
 */
export function spreadOf(took: string, filter?: string): { known: string; median: string; ninth: string } {
  const where = filter === undefined ? '' : ` FILTER (WHERE ${filter})`;
  return {
    known: `count(${took})${where}`,
    median: `quantile_cont(${took}, 0.5)${where}`,
    ninth: `quantile_cont(${took}, 0.9)${where}`,
  };
}

/** Changes whose waiting and lead time are asked for: a direct commit waits for nobody. */
export const NOT_DIRECT = "route <> 'direct'";

const SPREAD = spreadOf('took');

/**
 * The end of a query whose WITH holds `history` and `timed` (repository, change, landed_at, route, lander, by_lead, took,
 * is_cut): rows of {@link DurationRow}. `took` in seconds; null where unknown.
 */
export const DURATIONS = `
scoped AS (
  SELECT 'all' AS scope, 'all' AS name, * FROM timed WHERE ${NOT_DIRECT}
  UNION ALL SELECT 'route', route, * FROM timed
  UNION ALL
  SELECT 'lander', CASE WHEN lander IS NULL THEN 'unknown' WHEN lander = $lead THEN 'lead' ELSE 'others' END, *
  FROM timed WHERE ${NOT_DIRECT} AND NOT by_lead AND $lead IS NOT NULL
),
measured AS (
  SELECT scope, name, count(*) AS changes, ${SPREAD.known} AS known, count(*) FILTER (WHERE is_cut AND took IS NOT NULL) AS cut,
         ${SPREAD.median} AS median, ${SPREAD.ninth} AS ninth,
         ${newest('landed_at', 'change', 'took IS NOT NULL')} AS evidence
  FROM scoped GROUP BY scope, name
)
SELECT m.*, h.*
FROM history h LEFT JOIN measured m ON true
ORDER BY scope, changes DESC, name`;

export function durationColumns(what: string): readonly ReportColumn[] {
  return [
    {
      key: 'scope',
      label: 'Changes',
      kind: 'text',
      doc: 'Which: all but direct ones, by route, or by who landed them.',
    },
    { key: 'changes', label: 'Landed', kind: 'count', doc: 'Changes that landed in the window.' },
    { key: 'known', label: 'Known', kind: 'count', doc: `Of those, changes whose ${what} is known.` },
    { key: 'median', label: 'Median', kind: 'seconds', doc: 'Half took at most so long; empty below 20 known ones.' },
    { key: 'ninth', label: 'Nine in ten within', kind: 'seconds', doc: 'Empty below 20 known ones.' },
  ];
}

/** How the routes by which changes land are called, in the order in which they are shown. */
export const ROUTES: Readonly<Record<string, string>> = {
  pull: 'merged requests',
  branch: 'merged branches',
  squash: 'squashes',
  patch: 'applied patches',
  direct: 'direct commits',
};

/** `sentence` says the finding, given the median and the nine-in-ten in words. */
export function concludeDurations(
  rows: readonly DurationRow[],
  lead: string,
  what: string,
  sentence: (median: string, ninth: string) => string,
): Conclusion {
  const [history] = rows;
  const all = rows.find((row) => row.scope === 'all');
  const known = all?.known ?? 0;
  const changes = all?.changes ?? 0;
  const table = rows
    .filter((row) => row.scope !== null)
    .map((row) => ({
      cells: {
        scope: scopeName(row, lead),
        changes: row.changes,
        known: row.known,
        median: row.known < ENOUGH ? null : row.median,
        ninth: row.known < ENOUGH ? null : row.ninth,
      },
      evidence: evidenceOf(row.evidence, 'change'),
      evidenceTotal: row.known,
    }));
  if (history === undefined || all === undefined || known < ENOUGH || all.median === null || all.ninth === null) {
    const because = `the ${what} of only ${known} of ${counted(changes, 'change')} that did not land directly is known`;
    return {
      answer: `Not enough evidence: ${because}.`,
      figure: null,
      rows: table,
      confidence: { level: 'none', because: `${because.charAt(0).toUpperCase()}${because.slice(1)}.` },
    };
  }
  const cut =
    all.cut > 0
      ? `; ${counted(all.cut, 'of them is', 'of them are')} a lower bound, the evidence beginning after the work may have`
      : '';
  const sure = confidence(
    durationLevel(known, changes),
    `the ${what} of ${numeral(known)} of ${counted(changes, 'change')} that did not land directly is known${cut}`,
    history,
    'window',
  );
  return {
    answer: sentence(duration(all.median), duration(all.ninth)),
    figure: all.median,
    rows: table,
    confidence: sure,
  };
}

/** How sure a middle and a nine-in-ten are: by how many durations they rest on, and of how many changes. */
export function durationLevel(known: number, changes: number): Confidence['level'] {
  if (known < ENOUGH) return 'none';
  return known / changes >= VISIBLE_ENOUGH ? levelByCount(known) : 'low';
}

function scopeName(row: DurationRow, lead: string): string {
  if (row.scope === 'all') return 'all but direct commits';
  if (row.scope === 'route') return ROUTES[row.name ?? ''] ?? row.name ?? '';
  if (row.name === 'lead') return `teammates', landed by ${lead}`;
  return row.name === 'others' ? "teammates', landed by others" : "teammates', lander unknown";
}
