import type { Measure } from '../domain/measure.ts';
import { counted, numeral, percentWithin } from '../domain/words.ts';
import { HISTORY } from './fragments.ts';
import { confidence, evidenceOf, type History, type NewestRows } from './grounds.ts';
import { UNDONE } from './repairs.ts';
import { wilson } from './statistics.ts';

interface DeliveryRow extends History {
  readonly repository: string | null;
  readonly name: string | null;
  readonly released_at: number;
  readonly changes: number;
  /** Changes of it that were reverted after it was released, soon enough. */
  readonly reverted: number;
  /** The next release, when it came soon and holds nothing but fixes and reverts. */
  readonly hotfix: string | null;
  readonly evidence: NewestRows;
}

/** Fewer releases than this give no rate. */
const ENOUGH_RELEASES = 5;

/** How often a release had to be repaired. */
export const changeFail: Measure<DeliveryRow> = {
  id: 'change-fail',
  title: 'Change fail rate',
  question: 'What share of the releases had to be repaired?',
  meaning: 'How often a release needed a repair soon after; beside speed, so that neither is bought with the other.',
  formula:
    'Of the releases of the window (version tags reachable from the head, pre-releases left out): those of which a change was ' +
    'reverted within the given days after the release, or that were followed within the hot-fix days by a release that holds ' +
    'nothing but fixes and reverts. A release holds the mainline changes since the one before. Releases stand for deployments; ' +
    'without any there is no evidence, and below 5 not enough.',
  misleads:
    'Only repairs that leave a revert or a hot-fix release are seen: incidents, rollbacks and feature flags are not, so it is a ' +
    'lower bound. The newest releases have not had their time yet. A patch release of small fixes looks like a hot fix.',
  source: 'DORA, "change fail rate" (dora.dev), from reverts and hot fixes. Interval: Wilson 1927.',
  subject: 'release',
  figureKind: 'share',
  reads: ['repositories', 'commits', 'changes', 'releases'],
  needsLead: false,
  parameters: [
    { name: 'days', default: 30, min: 1, max: 365, doc: 'How long after a release a revert still makes it failed.' },
    {
      name: 'hotfix-days',
      default: 7,
      min: 1,
      max: 90,
      doc: 'How soon a release of fixes alone makes the one before failed.',
    },
  ],
  columns: [
    { key: 'release', label: 'Release', kind: 'text', doc: 'Name of the tag.' },
    { key: 'released_at', label: 'When', kind: 'instant', doc: 'Tagged, else committed.' },
    { key: 'changes', label: 'Changes', kind: 'count', doc: 'Mainline changes since the one before.' },
    { key: 'repair', label: 'Repaired by', kind: 'text', doc: 'What shows that it failed; empty where nothing does.' },
  ],
  sql: `
WITH ${HISTORY},
-- By itself, so that no engine pairs every release with every change of its repository.
tagged AS MATERIALIZED (
  SELECT r.repository, r.name, r.released_at, k.change
  FROM releases r JOIN commits k ON k.repository = r.repository AND k.id = r.commit_id
  WHERE NOT r.is_prerelease AND r.released_at < $until
),
cuts AS (
  SELECT r.repository, c.change, c.landed_at AS cut, min(r.name) AS name, min(r.released_at) AS released_at
  FROM tagged r JOIN changes c ON c.repository = r.repository AND c.change = r.change
  WHERE c.landed_at IS NOT NULL
  GROUP BY r.repository, c.change, c.landed_at
  QUALIFY row_number() OVER (PARTITION BY r.repository, c.landed_at ORDER BY min(r.released_at), min(r.name)) = 1
),
-- What was shipped before the first release of the window is shipped by none that is judged.
begun AS (
  SELECT f.repository, coalesce(max(r.cut), CAST(-9e18 AS BIGINT)) AS after
  FROM (SELECT repository, min(cut) AS cut FROM cuts WHERE released_at >= $since GROUP BY repository) f
  LEFT JOIN cuts r ON r.repository = f.repository AND r.cut < f.cut
  GROUP BY f.repository
),
shippable AS MATERIALIZED (
  SELECT c.repository, c.change, c.landed_at, c.is_revert OR c.is_fix AS is_repair
  FROM changes c JOIN begun b ON b.repository = c.repository AND c.landed_at > b.after
),
shipped AS (
  SELECT c.*, r.name, r.released_at
  FROM shippable c ASOF JOIN cuts r ON c.repository = r.repository AND c.landed_at <= r.cut
),${UNDONE},
reverts AS (
  SELECT s.repository, s.name, count(DISTINCT s.change) AS reverted,
         max({'t': u.landed_at, 'repository': u.repository, 'id': u.by_change}, 50) AS evidence
  FROM shipped s JOIN undone u ON u.repository = s.repository AND u.change = s.change
  WHERE u.landed_at > s.released_at AND u.landed_at <= s.released_at + 86400 * $days
  GROUP BY s.repository, s.name
),
held AS (
  SELECT repository, name, count(*) AS changes, bool_and(is_repair) AS is_hotfix,
         max({'t': landed_at, 'repository': repository, 'id': change}, 50) AS evidence
  FROM shipped GROUP BY repository, name
),
deliveries AS (
  SELECT r.repository, r.name, r.released_at, h.changes,
         lead({'name': r.name, 'released_at': r.released_at, 'is_hotfix': h.is_hotfix, 'evidence': h.evidence})
           OVER (PARTITION BY r.repository ORDER BY r.cut) AS next
  FROM cuts r JOIN held h ON h.repository = r.repository AND h.name = r.name
),
judged AS (
  SELECT d.repository, d.name, d.released_at, d.changes, coalesce(v.reverted, 0) AS reverted,
         CASE WHEN d.next.is_hotfix AND d.next.released_at - d.released_at <= 86400 * $hotfix_days THEN d.next.name END AS hotfix,
         CASE WHEN v.reverted > 0 THEN v.evidence
              WHEN d.next.is_hotfix AND d.next.released_at - d.released_at <= 86400 * $hotfix_days THEN d.next.evidence END AS evidence
  FROM deliveries d LEFT JOIN reverts v ON v.repository = d.repository AND v.name = d.name
  WHERE d.released_at >= $since
)
SELECT j.*, h.* FROM history h LEFT JOIN judged j ON true ORDER BY j.released_at DESC, j.name DESC, j.repository`,
  conclude(rows) {
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    const made = rows.filter((row) => row.name !== null);
    const failed = made.filter((row) => row.reverted > 0 || row.hotfix !== null);
    const share = wilson(failed.length, made.length);
    const sure = confidence(
      made.length < ENOUGH_RELEASES ? 'none' : made.length < 20 ? 'low' : 'medium',
      made.length === 0
        ? 'there is no evidence of a release or deployment in this window'
        : `it rests on ${counted(made.length, 'release')} and on repairs that left a revert or a hot-fix release`,
      history,
      'window',
    );
    return {
      answer:
        made.length === 0
          ? 'No evidence: no release or deployment is seen in this window.'
          : sure.level === 'none' || share === null
            ? `Not enough evidence: only ${counted(made.length, 'release')} in this window.`
            : `${numeral(failed.length)} of ${counted(made.length, 'release')}, ${percentWithin(share)}, had to be repaired by a revert or a hot fix.`,
      figure: sure.level === 'none' ? null : share,
      rows: made.map((row) => ({
        cells: {
          release: history.repositories > 1 ? `${row.repository}: ${row.name}` : row.name,
          released_at: row.released_at,
          changes: row.changes,
          repair: [
            ...(row.reverted > 0 ? [`${counted(row.reverted, 'change')} reverted`] : []),
            ...(row.hotfix === null ? [] : [`hot fix ${row.hotfix}`]),
          ].join(', '),
        },
        evidence: evidenceOf(row.evidence, 'change'),
      })),
      confidence: sure,
    };
  },
};
