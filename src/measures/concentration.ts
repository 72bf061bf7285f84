import type { Conclusion } from '../domain/measure.ts';
import { people, type ReportColumn } from '../domain/report.ts';
import { counted, decimal, numeral } from '../domain/words.ts';
import { newest } from './fragments.ts';
import {
  areaName,
  atMost,
  confidence,
  ENOUGH,
  evidenceOf,
  type History,
  levelByCount,
  levelByVisibility,
  type NewestRows,
} from './grounds.ts';
import { effectiveNumber } from './statistics.ts';

/** How concentrated an act (landing, approving) is: one row for the team (`repository` null), then one for each area. */
export interface ConcentrationRow extends History {
  readonly repository: string | null;
  readonly area: string | null;
  readonly changes: number;
  /** Changes of which somebody is known to have done it. */
  readonly seen: number;
  /** How many each person did, without the persons, largest first. */
  readonly counts: readonly number[] | null;
  readonly names: readonly string[] | null;
  readonly evidence: NewestRows;
}

/**
 * The end of a query whose WITH holds `history`, `landed` and `acts` (repository, change, person; each once): rows of
 * {@link ConcentrationRow}.
 */
export const CONCENTRATION = `
placed AS (
  SELECT c.repository, c.change, c.landed_at, a.area, s.change IS NOT NULL AS is_seen
  FROM landed c
  JOIN change_areas a ON a.repository = c.repository AND a.change = c.change
  LEFT JOIN (SELECT DISTINCT repository, change FROM acts) s ON s.repository = c.repository AND s.change = c.change
),
tallies AS (
  SELECT NULL AS repository, NULL AS area, person, count(*) AS n FROM acts GROUP BY person
  UNION ALL
  SELECT p.repository, p.area, x.person, count(*)
  FROM acts x JOIN placed p ON p.repository = x.repository AND p.change = x.change
  GROUP BY p.repository, p.area, x.person
),
spread AS (
  SELECT repository, area, list(n ORDER BY n DESC) AS counts, list(DISTINCT name) AS names
  FROM tallies JOIN people USING (person) GROUP BY repository, area
),
scopes AS (
  SELECT NULL AS repository, NULL AS area, count(*) AS changes,
         (SELECT count(DISTINCT (repository, change)) FROM acts) AS seen, NULL AS evidence
  FROM landed
  UNION ALL
  SELECT repository, area, count(*), count(*) FILTER (WHERE is_seen), ${newest('landed_at', 'change', 'is_seen')}
  FROM placed GROUP BY repository, area
)
SELECT c.*, s.counts, s.names, h.*
FROM history h
CROSS JOIN scopes c
LEFT JOIN spread s ON s.repository IS NOT DISTINCT FROM c.repository AND s.area IS NOT DISTINCT FROM c.area
ORDER BY c.repository NULLS FIRST, c.changes DESC, c.area`;

/** How the act is called: "landed", "who landed", "lander". */
export interface Act {
  readonly done: string;
  readonly doer: string;
}

export function concentrationColumns(act: Act): readonly ReportColumn[] {
  return [
    { key: 'area', label: 'Area', kind: 'path', doc: 'Part of the system; a change counts in each it touches.' },
    { key: 'changes', label: 'Changes', kind: 'count', doc: 'That landed there in the window.' },
    { key: 'seen', label: `Known ${act.doer}`, kind: 'count', doc: `Of those, changes whose ${act.doer} is known.` },
    {
      key: 'effective',
      label: 'Effective number',
      kind: 'number',
      doc: `Equally busy ${act.doer}s that would be as concentrated; empty below ${ENOUGH} changes with a known one.`,
    },
    { key: 'people', label: 'Who', kind: 'people', doc: `Everybody who ${act.done} a change there, alphabetically.` },
  ];
}

/** Concludes for the team, with a row for each area. `hidden` says why the others are not known. */
export function concludeConcentration(rows: readonly ConcentrationRow[], act: Act, hidden: string): Conclusion {
  const total = rows.find((row) => row.repository === null);
  const changes = total?.changes ?? 0;
  const seen = total?.seen ?? 0;
  if (total === undefined || seen < ENOUGH) {
    const because =
      changes === 0
        ? 'No change landed in this window.'
        : `Only ${seen} of ${counted(changes, 'change')} have a known ${act.doer}.`;
    return {
      answer: `Not enough evidence: ${changes === 0 ? 'no change landed in this window' : `the ${act.doer} of only ${seen} of ${counted(changes, 'change')} is known`}.`,
      figure: null,
      rows: areaRows(rows, total),
      confidence: { level: 'none', because },
    };
  }
  const level = atMost(levelByCount(seen), levelByVisibility(seen, changes));
  const sure = confidence(
    level,
    `the ${act.doer} of ${numeral(seen)} of ${counted(changes, 'change')} is known${seen < changes ? `; ${hidden}` : ''}`,
    total,
    'window',
  );
  const effective = effectiveNumber(total.counts ?? []);
  const doers = total.names?.length ?? 0;
  return {
    answer:
      sure.level === 'none' || effective === null
        ? `Not enough evidence: the ${act.doer} of only ${numeral(seen)} of ${counted(changes, 'change')} is known.`
        : doers === 1
          ? `One person ${act.done} all ${counted(seen, 'change')} whose ${act.doer} is known.`
          : `${counted(doers, 'person', 'people')} ${act.done} changes, as unevenly as if ${decimal(effective)} ${effective < 1.05 ? 'person' : 'people'} shared the work equally.`,
    figure: sure.level === 'none' ? null : effective,
    rows: areaRows(rows, total),
    confidence: sure,
  };
}

function areaRows(rows: readonly ConcentrationRow[], total: ConcentrationRow | undefined): Conclusion['rows'] {
  if (total === undefined) return [];
  return rows
    .filter((row) => row.repository !== null)
    .map((row) => ({
      cells: {
        area: areaName(row, total),
        changes: row.changes,
        seen: row.seen,
        effective: row.seen < ENOUGH ? null : effectiveNumber(row.counts ?? []),
        people: people(row.names ?? []),
      },
      evidence: evidenceOf(row.evidence, 'change'),
      evidenceTotal: row.seen,
    }));
}
