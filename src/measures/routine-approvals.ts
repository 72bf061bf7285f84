import type { Measure } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, numeral } from '../domain/words.ts';
import { APPROVED, BANDS, HISTORY, LANDED, newest } from './fragments.ts';
import {
  areaName,
  atMost,
  confidence,
  ENOUGH,
  evidenceOf,
  type History,
  leadName,
  levelByCount,
  type NewestRows,
} from './grounds.ts';
import { HOLDER_FORMULA, HOLDER_PARAMETERS, HOLDERS } from './holders.ts';
import { wilson } from './statistics.ts';

interface RoutineRow extends History {
  readonly repository: string | null;
  readonly area: string | null;
  /** Teammates' changes that passed through the lead. */
  readonly passed: number;
  /** Of those: routine, and somebody else could have taken them. */
  readonly spare: number;
  readonly helpers: readonly string[] | null;
  readonly evidence: NewestRows;
}

/** Routine work that passes through the lead although others know it. */
export const routineApprovals: Measure<RoutineRow> = {
  id: 'routine-approvals',
  title: 'Routine approvals',
  question: 'Which routine changes passed through the lead although somebody else knows the area?',
  meaning: 'Small changes in areas that others know: what the lead can hand on today.',
  formula:
    "Of teammates' changes that landed in the window and that the lead landed, approved or signed off: the share that was " +
    'routine (lower half by size and spread, as in autonomy) and touched only areas that an active person knows who is neither ' +
    `the lead nor an author of the change. ${HOLDER_FORMULA}`,
  misleads:
    'Small is not always routine: one line can open a security hole. Some projects want every change seen by one person, and ' +
    'know why. Approvals on a forge are not seen from git alone.',
  source: 'Fortnight, shared definition "routine approvals". Interval: Wilson 1927.',
  subject: 'area',
  figureKind: 'share',
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
  needsLead: true,
  parameters: HOLDER_PARAMETERS,
  columns: [
    { key: 'area', label: 'Area', kind: 'path', doc: 'Part of the system; a change counts in each it touches.' },
    { key: 'passed', label: 'Through the lead', kind: 'count', doc: "Teammates' changes the lead landed or approved." },
    {
      key: 'spare',
      label: 'Routine, known to others',
      kind: 'count',
      doc: 'Of those, what somebody else could have taken.',
    },
    { key: 'helpers', label: 'Who could take them', kind: 'people', doc: 'Active people who know the area.' },
  ],
  sql: `
WITH ${HISTORY}, ${LANDED}, ${APPROVED}, ${BANDS}, ${HOLDERS},
through AS MATERIALIZED (
  SELECT b.repository, b.change, b.landed_at, b.areas, b.band
  FROM bands b LEFT JOIN approved a ON a.repository = b.repository AND a.change = b.change
  WHERE NOT b.by_lead AND (coalesce(b.lander = $lead, false) OR coalesce(a.by_lead, false))
),
able AS (SELECT repository, area, person, name FROM holders WHERE is_living AND is_active AND person <> $lead),
-- Two by two: joined at once, the engine may pair every change with every holder of its repository.
places AS MATERIALIZED (
  SELECT t.repository, t.change, t.landed_at, t.band, x.area
  FROM through t LEFT JOIN change_areas x ON x.repository = t.repository AND x.change = t.change
),
helpers AS (
  SELECT t.repository, t.change, t.area, h.name
  FROM places t
  JOIN able h ON h.repository = t.repository AND h.area = t.area
  ANTI JOIN change_authors a ON a.repository = t.repository AND a.change = t.change AND a.person = h.person
  WHERE t.band = 'routine'
),
spare AS (
  SELECT t.repository, t.change
  FROM helpers h JOIN through t ON t.repository = h.repository AND t.change = h.change
  GROUP BY t.repository, t.change, t.areas
  HAVING count(DISTINCT h.area) = t.areas
),
placed AS (
  SELECT t.repository, t.change, t.landed_at, t.area, s.change IS NOT NULL AS is_spare
  FROM places t LEFT JOIN spare s ON s.repository = t.repository AND s.change = t.change
),
named AS (
  SELECT h.repository, h.area, list(DISTINCT h.name) AS helpers
  FROM helpers h JOIN spare s ON s.repository = h.repository AND s.change = h.change
  GROUP BY h.repository, h.area
),
scopes AS (
  SELECT NULL AS repository, NULL AS area, (SELECT count(*) FROM through) AS passed, (SELECT count(*) FROM spare) AS spare, NULL AS evidence
  UNION ALL
  SELECT repository, area, count(*), count(*) FILTER (WHERE is_spare), ${newest('landed_at', 'change', 'is_spare')}
  FROM placed GROUP BY repository, area
)
SELECT s.*, n.helpers, h.*
FROM history h
CROSS JOIN scopes s
LEFT JOIN named n ON n.repository = s.repository AND n.area = s.area
ORDER BY s.repository NULLS FIRST, s.spare DESC, s.passed DESC, s.area NULLS LAST`,
  conclude(rows, context) {
    const total = rows.find((row) => row.repository === null);
    const lead = leadName(context);
    if (total === undefined || total.passed === 0) {
      return {
        answer: `Not enough evidence: no teammate's change could be seen passing through ${lead}.`,
        figure: null,
        rows: [],
        confidence: {
          level: 'none',
          because: `No teammate's change could be seen passing through ${lead} in this window.`,
        },
      };
    }
    const sure = confidence(
      atMost(levelByCount(total.passed), 'medium'),
      `it rests on ${counted(total.passed, "teammate's change", "teammates' changes")} that git shows passing through ${lead}`,
      total,
      'whole past',
    );
    const changes = counted(total.passed, "teammate's change", "teammates' changes");
    return {
      answer:
        sure.level === 'none'
          ? `Not enough evidence: ${total.passed < ENOUGH ? `only ${changes} passed through ${lead}` : 'without the whole history, who knows an area is not known'}.`
          : `${numeral(total.spare)} of ${changes} that passed through ${lead} ${total.spare === 1 ? 'was' : 'were'} small and only in areas that another active person knows: somebody else could have passed ${total.spare === 1 ? 'it' : 'them'}.`,
      figure: sure.level === 'none' ? null : wilson(total.spare, total.passed),
      rows: rows
        .filter((row) => row.repository !== null)
        .map((row) => ({
          cells: {
            area: areaName(row, total),
            passed: row.passed,
            spare: row.spare,
            helpers: people(row.helpers ?? []),
          },
          evidence: evidenceOf(row.evidence, 'change'),
          evidenceTotal: row.spare,
        })),
      confidence: sure,
    };
  },
};
