import type { Measure } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, numeral } from '../domain/words.ts';
import { APPROVED, HISTORY, LANDED, newest } from './fragments.ts';
import {
  areaName,
  atMost,
  confidence,
  ENOUGH,
  evidenceOf,
  type History,
  leadName,
  levelByCount,
  levelByVisibility,
  type NewestRows,
  VISIBLE_ENOUGH,
  visibilityWords,
} from './grounds.ts';
import { wilson } from './statistics.ts';

interface GateRow extends History {
  readonly level: 'total' | 'area';
  readonly repository: string | null;
  readonly area: string | null;
  readonly changes: number;
  readonly visible: number;
  readonly gated: number;
  readonly others: readonly string[] | null;
  readonly evidence: NewestRows;
}

/** What passes only through the lead: the sign that, in the absence study, went with work stalling while they are away. */
export const gate: Measure<GateRow> = {
  id: 'gate',
  title: 'What passes only through the lead',
  question: "Which of the teammates' changes landed through the lead alone?",
  meaning:
    "The higher it is, the more of the team's work is seen to have no other way than through the lead; a second person who lands it brings it down.",
  formula:
    "Of teammates' changes (a person's, the lead not among the authors) that landed in the window and whose lander is known: " +
    'the share that the lead landed while nobody else is seen landing, approving or signing off. By area, a change counting ' +
    'in each area it touches. Gate visibility is the share of them with a known lander; where a forge or a bot landed a ' +
    'change, who asked it to is not known. Below 60 % visibility, or below 20 changes, there is no verdict.',
  misleads:
    'It shows who did land, not who may: a deputy who never had to is not seen. Reviews on a forge leave no trace in git, so ' +
    '"nobody else" means nobody else that git shows. A forge that rebases and keeps the committer, as a merge queue may, makes ' +
    'authors look as if they landed their own. It foretells no single absence.',
  source:
    "Gate visibility and the 60 % rule: Fortnight's study of 7,318 absences in 58 public repositories. Interval: Wilson 1927.",
  subject: 'area',
  figureKind: 'share',
  reads: ['repositories', 'people', 'changes', 'change_authors', 'change_areas', 'reviews'],
  needsLead: true,
  parameters: [],
  columns: [
    { key: 'area', label: 'Area', kind: 'path', doc: 'Part of the system; a change counts in each it touches.' },
    { key: 'changes', label: "Teammates' changes", kind: 'count', doc: 'Landed in the window, the lead no author.' },
    { key: 'gated', label: 'Only through the lead', kind: 'count', doc: 'Landed by the lead, nobody else seen.' },
    { key: 'share', label: 'Share', kind: 'share', doc: 'Of those with a known lander; empty below 60 % of them.' },
    {
      key: 'others',
      label: 'Who else lands here',
      kind: 'people',
      doc: 'Everybody else who landed here in the window.',
    },
  ],
  sql: `
WITH ${HISTORY}, ${LANDED}, ${APPROVED},
work AS (
  SELECT c.repository, c.change, c.landed_at, c.lander,
         coalesce(c.lander = $lead, false) AND NOT coalesce(a.by_other, false) AS is_gated
  FROM landed c LEFT JOIN approved a ON a.repository = c.repository AND a.change = c.change
  WHERE NOT c.by_lead
),
placed AS (
  SELECT w.*, a.area, CASE WHEN w.lander <> $lead THEN p.name END AS other
  FROM work w
  LEFT JOIN change_areas a ON a.repository = w.repository AND a.change = w.change
  LEFT JOIN people p ON p.person = w.lander
)
SELECT 'total' AS level, NULL AS repository, NULL AS area, t.*, h.*
FROM history h, (
  SELECT count(*) AS changes, count(lander) AS visible, count(*) FILTER (WHERE is_gated) AS gated,
         NULL::VARCHAR[] AS others, ${newest('landed_at', 'change', 'is_gated')} AS evidence
  FROM work
) t
UNION ALL
SELECT 'area', t.*, h.*
FROM history h, (
  SELECT repository, area, count(*) AS changes, count(lander) AS visible, count(*) FILTER (WHERE is_gated) AS gated,
         list(DISTINCT other) FILTER (WHERE other IS NOT NULL) AS others,
         ${newest('landed_at', 'change', 'is_gated')} AS evidence
  FROM placed GROUP BY repository, area
) t
ORDER BY level DESC, gated DESC, changes DESC, repository, area NULLS LAST`,
  conclude(rows, context) {
    const total = rows.find((row) => row.level === 'total');
    if (total === undefined || total.changes === 0) {
      return {
        answer: "Not enough evidence: no teammate's change landed in this window.",
        figure: null,
        rows: [],
        confidence: { level: 'none', because: "No teammate's change landed in this window." },
      };
    }
    const missing = missingIn(total);
    const level = atMost(levelByCount(total.visible), levelByVisibility(total.visible, total.changes));
    const sure = confidence(level, missing ?? visibilityWords(total.visible, total.changes), total, 'window');
    return {
      answer: missing === null ? answerOf(total, leadName(context)) : `Not enough evidence: ${missing}.`,
      figure: sure.level === 'none' ? null : wilson(total.gated, total.visible),
      rows: rows
        .filter((row) => row.level === 'area')
        .map((row) => ({
          cells: {
            area: areaName(row, total),
            changes: row.changes,
            gated: row.gated,
            share: row.visible / row.changes < VISIBLE_ENOUGH ? null : wilson(row.gated, row.visible),
            others: people(row.others ?? []),
          },
          evidence: evidenceOf(row.evidence, 'change'),
          evidenceTotal: row.gated,
        })),
      confidence: sure,
      notes:
        total.gated > 0 && sure.level !== 'none'
          ? [`Who else may land this, and does anyone? Git shows who did, not who may.`]
          : [],
    };
  },
};

/** Why there is no verdict; null where there is one. */
function missingIn({ visible, changes }: GateRow): string | null {
  if (visible / changes < VISIBLE_ENOUGH) {
    return `who landed is known of only ${numeral(visible)} of ${counted(changes, "teammate's change", "teammates' changes")}`;
  }
  const few = counted(visible, "teammate's change", "teammates' changes");
  return visible < ENOUGH ? `only ${few} landed by a known hand, too few to say what is usual` : null;
}

function answerOf({ gated, visible, changes }: GateRow, lead: string): string {
  const all = `${counted(visible, "teammate's change", "teammates' changes")}${visible < changes ? ' whose lander is known' : ''}`;
  if (gated === 0) return `None of ${all} passed through ${lead} alone.`;
  return `${numeral(gated)} of ${all} waited for ${lead}, and nobody else could be seen landing or approving them.`;
}
