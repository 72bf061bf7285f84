import type { Measure } from '../domain/measure.ts';
import { counted, numeral, percentWithin } from '../domain/words.ts';
import { HISTORY, LANDED, newest } from './fragments.ts';
import { confidence, ENOUGH, evidenceOf, type History, leadName, levelByCount, type NewestRows } from './grounds.ts';
import { TOUCHES } from './repairs.ts';
import { wilson } from './statistics.ts';

interface FireRow extends History {
  /** revert, fix, or calm for every other change. */
  readonly kind: keyof typeof KINDS | 'calm' | null;
  readonly changes: number;
  /** With the lead among the authors. */
  readonly by_lead: number;
  readonly evidence: NewestRows;
}

const KINDS = { revert: 'Reverts', fix: 'Fixes of recent changes' } as const;

/** How much of the work repairs what was just done, and how much of that falls to the lead. */
export const firefighting: Measure<FireRow> = {
  id: 'firefighting',
  title: 'Firefighting',
  question: 'What share of the changes undoes or repairs recent work, and how much of that falls to the lead?',
  meaning: 'Work spent on undoing and repairing recent work; a rise says that something upstream of it went wrong.',
  formula:
    "Of people's changes that landed in the window: those that revert an earlier change, or say that they repair a fault " +
    '(subject or Fixes: trailer) and touch a source or test file that another change touched in the given number of days ' +
    'before. Bulk commits are not counted as touching. It fell to the lead when the lead is among the authors.',
  misleads:
    'It trusts what messages say: "fix typo" counts where the file is fresh, a silent repair does not. A team that fixes ' +
    'forward in small steps looks busier than one that lets faults lie. Incidents are not seen in git.',
  source: 'Fortnight, shared definition "firefighting". Interval: Wilson 1927.',
  subject: 'team',
  figureKind: 'share',
  reads: ['repositories', 'people', 'commits', 'file_changes', 'changes', 'change_authors'],
  needsLead: false,
  parameters: [
    { name: 'days', default: 7, min: 1, max: 365, doc: 'How recent a change must be for its repair to count.' },
  ],
  columns: [
    { key: 'kind', label: 'What', kind: 'text', doc: 'Reverts, or fixes of recent changes.' },
    { key: 'changes', label: 'Changes', kind: 'count', doc: 'That landed in the window.' },
    { key: 'share', label: 'Of all changes', kind: 'share', doc: 'Empty below 20 changes.' },
    {
      key: 'by_lead',
      label: 'By the lead',
      kind: 'share',
      doc: 'Of these, those the lead authored; empty without a lead.',
    },
  ],
  sql: `
WITH ${HISTORY}, ${LANDED}, ${TOUCHES},
repaired AS (SELECT DISTINCT repository, path FROM touches WHERE is_repair),
sequels AS (
  SELECT repository, change, is_repair,
         landed_at - lag(landed_at) OVER (PARTITION BY repository, path ORDER BY landed_at, change) AS pause
  FROM touches SEMI JOIN repaired USING (repository, path)
),
repairs AS (SELECT DISTINCT repository, change FROM sequels WHERE is_repair AND pause <= 86400 * $days),
kinds AS (
  SELECT c.repository, c.change, c.landed_at, c.by_lead,
         CASE WHEN c.is_revert THEN 'revert' WHEN r.change IS NOT NULL THEN 'fix' ELSE 'calm' END AS kind
  FROM landed c LEFT JOIN repairs r ON r.repository = c.repository AND r.change = c.change
)
SELECT k.*, h.*
FROM history h
LEFT JOIN (
  SELECT kind, count(*) AS changes, count(*) FILTER (WHERE by_lead) AS by_lead,
         ${newest('landed_at', 'change', "kind <> 'calm'")} AS evidence
  FROM kinds GROUP BY kind
) k ON true
ORDER BY kind`,
  conclude(rows, context) {
    const of = (kind: FireRow['kind']) => rows.find((row) => row.kind === kind);
    const all = rows.reduce((sum, row) => sum + (row.changes ?? 0), 0);
    const fires = (of('revert')?.changes ?? 0) + (of('fix')?.changes ?? 0);
    const byLead = (of('revert')?.by_lead ?? 0) + (of('fix')?.by_lead ?? 0);
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    const sure = confidence(
      levelByCount(all) === 'high' ? 'medium' : levelByCount(all),
      `it rests on what the messages of ${counted(all, 'change')} say`,
      history,
      'window',
    );
    const share = wilson(fires, all);
    const fell =
      context.lead === null || fires === 0
        ? ''
        : `; ${leadName(context)} wrote ${fires === 1 ? (byLead === 1 ? 'it' : 'none of it') : `${numeral(byLead)} of those ${numeral(fires)}`}`;
    const days = Number(context.parameters.days);
    return {
      answer:
        sure.level === 'none' || share === null
          ? `Not enough evidence: only ${counted(all, 'change')} landed in this window.`
          : `${numeral(fires)} of ${counted(all, 'change')}, ${percentWithin(share)}, undid an earlier one or fixed a file changed in the ${counted(days, 'day')} before${fell}.`,
      figure: sure.level === 'none' ? null : share,
      rows: (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => {
        const changes = of(kind)?.changes ?? 0;
        return {
          cells: {
            kind: KINDS[kind],
            changes,
            share: all < ENOUGH ? null : wilson(changes, all),
            by_lead: context.lead === null ? null : wilson(of(kind)?.by_lead ?? 0, changes),
          },
          evidence: evidenceOf(of(kind)?.evidence ?? null, 'change'),
          evidenceTotal: changes,
        };
      }),
      confidence: sure,
    };
  },
};
