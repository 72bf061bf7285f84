import type { Measure } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, numeral } from '../domain/words.ts';
import { HISTORY } from './fragments.ts';
import { areaName, confidence, evidenceOf, type History, type NewestRows } from './grounds.ts';
import { HOLDER_FORMULA, HOLDER_PARAMETERS, HOLDERS } from './holders.ts';

interface OrphanedRow extends History {
  readonly repository: string | null;
  readonly area: string | null;
  readonly changes: number;
  readonly holders: number | null;
  readonly active_holders: number | null;
  /** Active people who changed it in the window. */
  readonly around: readonly string[] | null;
  readonly evidence: NewestRows;
}

/** Active areas whose holders have all left. */
export const orphaned: Measure<OrphanedRow> = {
  id: 'orphaned',
  title: 'Orphaned areas',
  question: 'Which active areas have lost everybody who knew them?',
  meaning: 'Where everybody who knew an area is gone, the next change there begins by reading; it needs an owner.',
  formula:
    "Areas in which a person's change landed in the window and where nobody who holds them is active any more. A holder has at " +
    `least the given fraction of the largest living knowledge there, however faded. ${HOLDER_FORMULA}`,
  misleads:
    'Somebody who left this repository may still sit at the next desk. A newcomer who works in an area becomes a holder as ' +
    'soon as their share passes the fraction, so an orphaned area stops being one by being worked on.',
  source: 'Fortnight, shared definition "orphaned".',
  subject: 'area',
  figureKind: 'count',
  reads: [
    'repositories',
    'people',
    'commits',
    'commit_authors',
    'changes',
    'change_authors',
    'change_areas',
    'reviews',
  ],
  needsLead: false,
  parameters: HOLDER_PARAMETERS,
  columns: [
    { key: 'area', label: 'Area', kind: 'path', doc: 'Part of the system.' },
    { key: 'changes', label: 'Changes', kind: 'count', doc: 'That landed there in the window.' },
    {
      key: 'around',
      label: 'Who worked here lately',
      kind: 'people',
      doc: 'Active people who changed it in the window.',
    },
  ],
  sql: `
WITH ${HISTORY}, ${HOLDERS},
touched AS (
  SELECT a.repository, a.area, c.change, c.landed_at
  FROM changes c JOIN change_areas a ON a.repository = c.repository AND a.change = c.change
  WHERE c.is_human AND c.landed_at >= $since AND c.landed_at < $until
),
active_areas AS (
  SELECT repository, area, count(*) AS changes, max({'t': landed_at, 'repository': repository, 'id': change}, 50) AS evidence
  FROM touched GROUP BY repository, area
),
around AS (
  SELECT t.repository, t.area, list(DISTINCT p.name) AS around
  FROM touched t
  JOIN change_authors x ON x.repository = t.repository AND x.change = t.change
  JOIN people p ON p.person = x.person
  JOIN presence s ON s.person = x.person
  WHERE p.kind = 'human' AND s.is_active
  GROUP BY t.repository, t.area
),
held AS (
  SELECT repository, area, count(*) AS holders, count(*) FILTER (WHERE is_active) AS active_holders
  FROM holders GROUP BY repository, area
)
SELECT a.*, d.holders, d.active_holders, r.around, h.*
FROM history h
LEFT JOIN active_areas a ON true
LEFT JOIN held d ON d.repository = a.repository AND d.area = a.area
LEFT JOIN around r ON r.repository = a.repository AND r.area = a.area
ORDER BY a.changes DESC, a.repository, a.area`,
  conclude(rows) {
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    const active = rows.filter((row) => row.area !== null);
    const held = active.filter((row) => (row.holders ?? 0) > 0);
    if (held.length === 0) {
      return {
        answer: 'Not enough evidence: no active area has anybody who is known to have held it.',
        figure: null,
        rows: [],
        confidence: { level: 'none', because: 'No active area has a known holder.' },
      };
    }
    const lost = held.filter((row) => row.active_holders === 0);
    const sure = confidence(
      'medium',
      `it rests on ${counted(held.length, 'active area')} with known holders, and on who was last seen when`,
      history,
      'whole past',
    );
    return {
      answer:
        sure.level === 'none'
          ? 'Not enough evidence: without the whole history, who held an area is not known.'
          : lost.length === 0
            ? `${held.length === 1 ? 'The one active area' : `Each of ${numeral(held.length)} active areas`} still has somebody active who holds it.`
            : `${numeral(lost.length)} of ${counted(held.length, 'active area')} ${lost.length === 1 ? 'has' : 'have'} lost everybody who held ${lost.length === 1 ? 'it' : 'them'}.`,
      figure: sure.level === 'none' ? null : lost.length,
      rows: lost.map((row) => ({
        cells: { area: areaName(row, history), changes: row.changes, around: people(row.around ?? []) },
        evidence: evidenceOf(row.evidence, 'change'),
        evidenceTotal: row.changes,
      })),
      confidence: sure,
    };
  },
};
