import type { Measure, MeasureContext } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted } from '../domain/words.ts';
import { COVER_FORMULA, COVER_NAMES, COVER_PARAMETERS, COVER_RANKING, COVER_VALIDITY } from './cover-ranking.ts';
import { HISTORY, newest } from './fragments.ts';
import {
  areaName,
  confidence,
  evidenceOf,
  type History,
  leadName,
  levelByVisibility,
  type NewestRows,
  visibilityWords,
} from './grounds.ts';
import { PARTS } from './knowledge.ts';

interface Row extends History {
  readonly repository: string | null;
  readonly area: string | null;
  /** Changes of the window in the area that the lead had a part in. */
  readonly changes: number;
  /** Named, with a part in a change of the area before. */
  readonly here: readonly string[] | null;
  /** Named, and seen elsewhere only. */
  readonly elsewhere: readonly string[] | null;
  readonly evidence: NewestRows;
  readonly evidence_total: number;
  /** Changes of the window, and those of them whose lander is known. */
  readonly landed: number;
  readonly visible: number;
}

const SQL = `
WITH ${HISTORY},
${PARTS},
own AS (
  SELECT a.repository, a.area, a.change
  FROM parts p JOIN change_areas a ON a.repository = p.repository AND a.change = p.change
  WHERE p.person = $lead AND p.landed_at >= $since AND p.landed_at < $until
),
moments AS (
  SELECT repository, area, CAST($until AS BIGINT) AS moment, CAST($lead AS TEXT) AS lead FROM own GROUP BY ALL
),
${COVER_RANKING},
named AS (SELECT repository, area, person, touched FROM ranked WHERE place <= ${COVER_NAMES} AND is_enough),
shown AS (
  SELECT n.repository, n.area, p.change, p.landed_at
  FROM named n JOIN area_parts p ON p.repository = n.repository AND p.area = n.area AND p.person = n.person
  WHERE p.landed_at < $until
  UNION
  SELECT n.repository, n.area, a.change, a.landed_at
  FROM named n JOIN alone a ON a.repository = n.repository AND a.person = n.person
  WHERE NOT n.touched
)
SELECT h.*, o.repository, o.area, coalesce(o.changes, 0) AS changes, n.here, n.elsewhere, e.evidence,
       coalesce(e.evidence_total, 0) AS evidence_total, w.landed, w.visible
FROM history h
CROSS JOIN (
  SELECT count(*) AS landed, count(lander) AS visible
  FROM changes WHERE is_human AND landed_at >= $since AND landed_at < $until
) w
LEFT JOIN (SELECT repository, area, count(*) AS changes FROM own GROUP BY ALL) o ON true
LEFT JOIN (
  SELECT repository, area, list(people.name ORDER BY people.name) FILTER (WHERE touched) AS here,
         list(people.name ORDER BY people.name) FILTER (WHERE NOT touched) AS elsewhere
  FROM named JOIN people USING (person) GROUP BY ALL
) n ON n.repository = o.repository AND n.area = o.area
LEFT JOIN (
  SELECT repository, area, ${newest('landed_at', 'change')} AS evidence, count(*) AS evidence_total FROM shown GROUP BY ALL
) e ON e.repository = o.repository AND e.area = o.area
ORDER BY o.changes DESC, o.repository, o.area`;

/** Fewer changes with the lead than this in the window do not make an area one of theirs to be covered. */
const FEW = 3;

/** Who could cover each area the lead works in: the best evidence of history, never a promise that they would. */
export const cover: Measure<Row> = {
  id: 'cover',
  title: 'Who could cover',
  question: 'Who could cover each area you work in?',
  meaning:
    'Areas of the lead in which nobody else active has worked need a second pair of eyes first; the fewer there are, the better.',
  formula: COVER_FORMULA,
  misleads:
    'It names those whom the history shows, not those who are willing, free or allowed; who knows an area from reading, ' +
    'talking or reviewing on a forge is not seen. Newcomers are never named, and a forge that hides who landed makes ' +
    'changes look as if the lead had no part in them. How often it was right in the past: fortnight backtest cover.',
  source: 'Chosen by its own backtest on fourteen public histories (docs/validity.md, "Cover").',
  subject: 'area',
  figureKind: 'count',
  reads: ['repositories', 'people', 'commits', 'changes', 'change_authors', 'change_areas', 'reviews'],
  needsLead: true,
  parameters: COVER_PARAMETERS,
  columns: [
    {
      key: 'area',
      label: 'Area',
      kind: 'path',
      doc: 'An area in which the lead had a part in a change of the window.',
    },
    {
      key: 'changes',
      label: 'With you',
      kind: 'count',
      doc: 'Changes of the window there that the lead had a part in.',
    },
    {
      key: 'people',
      label: 'Could cover',
      kind: 'people',
      doc: `Of the ${COVER_NAMES} active people the formula names, those who have worked in the area.`,
    },
    {
      key: 'elsewhere',
      label: 'Would have to learn it',
      kind: 'people',
      doc: 'The rest of them: active in the repository, never seen in the area.',
    },
  ],
  sql: SQL,
  conclude(rows, context) {
    const [first] = rows;
    const areas = rows.filter((row) => row.area !== null);
    if (first === undefined || areas.length === 0) return nothing(context);
    const uncovered = areas.filter((row) => (row.here ?? []).length === 0);
    return {
      answer: answerOf(areas.length, uncovered.length, context),
      figure: uncovered.length,
      rows: areas.map((row) => ({
        cells: {
          area: areaName(row, row),
          changes: row.changes,
          people: people(row.here ?? []),
          elsewhere: people(row.elsewhere ?? []),
        },
        evidence: evidenceOf(row.evidence, 'change'),
        evidenceTotal: row.evidence_total,
      })),
      confidence: confidence(
        isThin(areas, first) ? 'low' : 'medium',
        `history shows who worked there, not who is free or allowed; in ${COVER_VALIDITY.histories} public histories one of ` +
          `the three came next in ${inHundred(COVER_VALIDITY.least)} to ${inHundred(COVER_VALIDITY.most)} of 100 cases` +
          (isHidden(first) ? `; ${visibilityWords(first.visible, first.landed)}` : ''),
        first,
        'window',
      ),
    };
  },
};

/** Of every hundred: a range over histories, and no share with an interval of its own. */
const inHundred = (share: number): number => Math.round(share * 100);

const isHidden = ({ visible, landed }: Row): boolean => levelByVisibility(visible, landed) === 'none';

/** Little was done with the lead, or nobody can see what went without them. */
const isThin = (areas: readonly Row[], first: Row): boolean =>
  areas.every((row) => row.changes < FEW) || isHidden(first);

function answerOf(areas: number, uncovered: number, context: MeasureContext): string {
  const lead = leadName(context);
  if (uncovered === 0) {
    return areas === 1
      ? `The one area ${lead} worked in has somebody active who has worked there.`
      : `Each of the ${counted(areas, 'area')} ${lead} worked in has somebody active who has worked there.`;
  }
  if (areas === 1) return `Nobody else who is active has worked in the one area ${lead} worked in.`;
  return `In ${uncovered} of ${counted(areas, 'area')} ${lead} worked in, nobody else who is active has worked.`;
}

function nothing(context: MeasureContext) {
  return {
    answer: `Not enough evidence: ${leadName(context)} had no part in a change of any area in this window.`,
    figure: null,
    rows: [],
    confidence: { level: 'none', because: 'There is no area to cover in this window.' },
  } as const;
}
