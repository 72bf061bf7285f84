import type { ConcludedRow, Measure } from '../domain/measure.ts';
import { counted, numeral, percentWithin } from '../domain/words.ts';
import { BANDS, HISTORY, LANDED, newest } from './fragments.ts';
import {
  atMost,
  confidence,
  ENOUGH,
  evidenceOf,
  type History,
  leadName,
  levelByCount,
  levelByVisibility,
  type NewestRows,
  visibilityWords,
} from './grounds.ts';
import { wilson } from './statistics.ts';

interface BandRow extends History {
  readonly band: 'complex' | 'notable' | 'routine' | null;
  readonly changes: number;
  /** Whose lander is known. */
  readonly visible: number;
  /** Of the visible: the lead neither author, reviewer nor lander. */
  readonly alone: number;
  /** Of all: with any review that git shows. */
  readonly reviewed: number;
  readonly evidence: NewestRows;
}

/** How much of the work, by complexity, lands without the lead. */
export const autonomy: Measure<BandRow> = {
  id: 'autonomy',
  title: 'Autonomy rate',
  question: 'What share of the changes lands without the lead, by complexity?',
  meaning:
    'The part of the work the team already finishes alone; it grows as others land and approve, not as the lead does more.',
  formula:
    "Of people's changes that landed in the window and whose lander is known: the share in which the lead was neither author, " +
    'reviewer nor lander. Changes with an unknown lander are counted beside, neither for nor against. Bands by the mean rank of ' +
    'product files, areas and directories touched, among the changes of the window that touch any product file: complex the top ' +
    'tenth at most, routine the lower half and what touches none, notable between; equal changes share a band. Bots are left ' +
    'out. Below 20 changes with a known lander, or below 60 % of them: not enough evidence.',
  misleads:
    'A review on a forge, a word in a chat or a decision before the work leave no trace in git: where reviews are not seen, ' +
    'read it as an upper bound. So too where a forge rebases and keeps the committer, as a merge queue may: authors then look as ' +
    'if they landed their own. Complexity is size and spread; a one-line change can be the hardest of the year.',
  source: 'Fortnight, shared definition "autonomy rate". Interval: Wilson 1927.',
  subject: 'band',
  figureKind: 'share',
  reads: ['repositories', 'people', 'changes', 'change_authors', 'reviews'],
  needsLead: true,
  parameters: [],
  columns: [
    { key: 'band', label: 'Complexity', kind: 'text', doc: 'routine, notable or complex, by size and spread.' },
    { key: 'changes', label: 'Changes', kind: 'count', doc: 'That landed in the window.' },
    { key: 'without', label: 'Without the lead', kind: 'count', doc: 'Lander known, the lead in no visible part.' },
    { key: 'share', label: 'Autonomy', kind: 'share', doc: 'Of those with a known lander; empty below 20 of them.' },
    { key: 'unknown', label: 'Cannot be told', kind: 'count', doc: 'Changes whose lander is not known.' },
  ],
  sql: `
WITH ${HISTORY}, ${LANDED}, ${BANDS},
seen AS (
  SELECT r.repository, r.change, coalesce(bool_or(r.person = $lead), false) AS by_lead
  FROM reviews r JOIN landed c ON c.repository = r.repository AND c.change = r.change
  GROUP BY r.repository, r.change
),
parts AS (
  SELECT b.repository, b.change, b.landed_at, b.band, b.lander IS NOT NULL AS is_visible, s.change IS NOT NULL AS is_reviewed,
         b.lander IS NOT NULL AND b.lander <> $lead AND NOT b.by_lead AND NOT coalesce(s.by_lead, false) AS is_alone
  FROM bands b LEFT JOIN seen s ON s.repository = b.repository AND s.change = b.change
)
SELECT b.*, h.*
FROM history h
LEFT JOIN (
  SELECT band, count(*) AS changes, count(*) FILTER (WHERE is_visible) AS visible, count(*) FILTER (WHERE is_alone) AS alone,
         count(*) FILTER (WHERE is_reviewed) AS reviewed, ${newest('landed_at', 'change', 'is_alone')} AS evidence
  FROM parts GROUP BY band
) b ON true
ORDER BY CASE band WHEN 'complex' THEN 0 WHEN 'notable' THEN 1 ELSE 2 END`,
  conclude(rows, context) {
    const bands = rows.filter((row) => row.band !== null);
    const sum = (key: 'changes' | 'visible' | 'alone' | 'reviewed') => bands.reduce((n, row) => n + row[key], 0);
    const [changes, visible, alone, reviewed] = [sum('changes'), sum('visible'), sum('alone'), sum('reviewed')];
    const [history] = rows;
    if (history === undefined || changes === 0) {
      return {
        answer: 'Not enough evidence: no change landed in this window.',
        figure: null,
        rows: [],
        confidence: { level: 'none', because: 'No change landed in this window.' },
      };
    }
    const isReviewSeen = reviewed / changes >= 0.5;
    const level = atMost(levelByCount(visible), levelByVisibility(visible, changes));
    const sure = confidence(
      isReviewSeen ? level : atMost(level, 'medium'),
      `${visibilityWords(visible, changes)}, and reviews are seen on ${numeral(reviewed)} of them${isReviewSeen ? '' : ', so it is an upper bound'}`,
      history,
      'window',
    );
    const share = wilson(alone, visible);
    const complex = bands.find((row) => row.band === 'complex');
    const ofComplex =
      complex !== undefined && complex.visible >= ENOUGH
        ? `; of ${counted(complex.visible, 'complex one')}, ${numeral(complex.alone)}`
        : '';
    return {
      answer:
        sure.level === 'none' || share === null
          ? `Not enough evidence: the lander of only ${numeral(visible)} of ${counted(changes, 'change')} is known, so the lead's absence cannot be confirmed.`
          : `${percentWithin(share)} of ${counted(visible, 'change')} landed without ${leadName(context)} as author, reviewer or lander${ofComplex}.`,
      figure: sure.level === 'none' ? null : share,
      rows: bands.map(bandRow),
      confidence: sure,
      notes:
        visible < changes && sure.level !== 'none'
          ? [
              `${counted(changes - visible, 'change')} more landed by an unknown hand: counting all as with the lead gives ${numeral(alone)} of ${numeral(changes)}.`,
            ]
          : [],
    };
  },
};

const bandRow = (row: BandRow): ConcludedRow => ({
  cells: {
    band: row.band,
    changes: row.changes,
    without: row.alone,
    share: row.visible < ENOUGH ? null : wilson(row.alone, row.visible),
    unknown: row.changes - row.visible,
  },
  evidence: evidenceOf(row.evidence, 'change'),
  evidenceTotal: row.alone,
});
