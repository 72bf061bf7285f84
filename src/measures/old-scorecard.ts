import type { Measure } from '../domain/measure.ts';
import { counted } from '../domain/words.ts';
import { HISTORY, newest } from './fragments.ts';
import { confidence, evidenceOf, type History, leadName, type NewestRows } from './grounds.ts';

interface OutputRow extends History {
  readonly output: keyof typeof OUTPUTS | null;
  readonly count: number;
  readonly before: number;
  readonly evidence: NewestRows;
}

const OUTPUTS = {
  commits: 'Own commits',
  changes: 'Own changes landed',
  landed: "Others' changes landed by them",
} as const;

/** What the lead would have been praised for before. Shown beside the new scorecard, never instead of it. */
export const oldScorecard: Measure<OutputRow> = {
  id: 'old-scorecard',
  title: 'The old scorecard',
  question: "What would the lead's old scorecard, their own output, have said?",
  meaning: "What used to be praised: the lead's own output. A lead who does the new job well shows less of it.",
  formula:
    'Counts in the window, and in as long a time before it: non-merge commits the lead authored or co-authored that landed; ' +
    "changes with the lead among the authors; others' changes that the lead landed.",
  misleads:
    'This is the old one. The better a lead does the new job, the less it shows; more of it can mean a team that waits. It is ' +
    'here to be compared with the others, not to be raised.',
  source: 'The habit of counting output; see the mission of Fortnight.',
  subject: 'lead',
  figureKind: 'count',
  reads: ['repositories', 'commits', 'commit_authors', 'changes', 'change_authors'],
  needsLead: true,
  parameters: [],
  columns: [
    { key: 'output', label: 'Old scorecard', kind: 'text', doc: 'What was counted.' },
    { key: 'count', label: 'In the window', kind: 'count', doc: 'How many.' },
    {
      key: 'before',
      label: 'Before it',
      kind: 'count',
      doc: 'How many in as long a time just before; empty where the past is cut off.',
    },
  ],
  sql: `
WITH ${HISTORY},
span AS (
  SELECT repository, change, lander, landed_at, landed_at >= $since AS is_inside
  FROM changes WHERE landed_at >= 2 * CAST($since AS BIGINT) - $until AND landed_at < $until
),
own AS (SELECT DISTINCT repository, change FROM change_authors WHERE person = $lead),
outputs AS (
  SELECT 'commits' AS output, k.repository, k.id, s.landed_at, s.is_inside
  FROM commit_authors a
  JOIN commits k ON k.repository = a.repository AND k.id = a.commit_id
  JOIN span s ON s.repository = k.repository AND s.change = k.change
  WHERE a.person = $lead AND k.parent_count < 2
  UNION ALL
  SELECT 'changes', s.repository, s.change, s.landed_at, s.is_inside FROM span s JOIN own USING (repository, change)
  UNION ALL
  SELECT 'landed', s.repository, s.change, s.landed_at, s.is_inside
  FROM span s ANTI JOIN own o ON o.repository = s.repository AND o.change = s.change WHERE s.lander = $lead
)
SELECT o.*, h.*
FROM history h
LEFT JOIN (
  SELECT output, count(*) FILTER (WHERE is_inside) AS count, count(*) FILTER (WHERE NOT is_inside) AS before,
         ${newest('landed_at', 'id', 'is_inside')} AS evidence
  FROM outputs GROUP BY output
) o ON true
ORDER BY output`,
  conclude(rows, context) {
    const of = (output: keyof typeof OUTPUTS) => rows.find((row) => row.output === output);
    const count = (output: keyof typeof OUTPUTS) => of(output)?.count ?? 0;
    const lead = leadName(context);
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    return {
      answer: `By the old scorecard ${lead} wrote ${counted(count('commits'), 'commit')} in ${counted(count('changes'), 'change')} and landed ${counted(count('landed'), 'change')} of others.`,
      figure: count('commits'),
      rows: (Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[]).map((output) => ({
        cells: {
          output: OUTPUTS[output],
          count: count(output),
          before: history.shallow > 0 ? null : (of(output)?.before ?? 0),
        },
        evidence: evidenceOf(of(output)?.evidence ?? null, output === 'commits' ? 'commit' : 'change'),
        evidenceTotal: count(output),
      })),
      confidence: confidence(
        'medium',
        'it counts what git credits to the lead, and misses squashes without trailers and landings by a forge',
        history,
        'window',
      ),
      notes: ['This is the old scorecard, shown beside the new one so that the difference can be seen.'],
    };
  },
};
