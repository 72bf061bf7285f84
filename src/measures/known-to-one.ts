import type { Measure } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, numeral } from '../domain/words.ts';
import { HISTORY } from './fragments.ts';
import { areaName, confidence, evidenceOf, type History, leadName, type NewestRows } from './grounds.ts';
import { HOLDER_FORMULA, HOLDER_PARAMETERS, HOLDERS } from './holders.ts';

interface KnownRow extends History {
  readonly repository: string | null;
  readonly area: string | null;
  readonly changes: number;
  /** Names of the active people with living knowledge. */
  readonly holders: readonly string[] | null;
  readonly is_lead: boolean | null;
  readonly evidence: NewestRows;
}

/** Active areas where no second active person has living knowledge. */
export const knownToOne: Measure<KnownRow> = {
  id: 'known-to-one',
  title: 'Known to one',
  question: 'Which active areas does only one active person, or nobody, still know?',
  meaning:
    'An area that one person alone still knows has nobody to ask while they are away; the fewer there are, the better.',
  formula: `Areas in which a person's change landed in the window and where no second active person has living knowledge. ${HOLDER_FORMULA}`,
  misleads:
    'Knowledge is guessed from changes and from approvals that git shows; who read, debugged or once designed an area is not ' +
    'seen. Squashes without co-author trailers credit one author only. It depends on how areas are cut.',
  source:
    'Fortnight, shared definition "living knowledge"; the fading follows knowledge-loss studies (Rigby et al., ICSE 2016).',
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
    { key: 'known_to', label: 'Known to', kind: 'people', doc: 'The one active person with living knowledge, if any.' },
    { key: 'is_lead', label: 'The lead', kind: 'text', doc: 'Whether that one is the lead; empty without a lead.' },
  ],
  sql: `
WITH ${HISTORY}, ${HOLDERS},
active_areas AS (
  SELECT a.repository, a.area, count(*) AS changes, max({'t': c.landed_at, 'repository': a.repository, 'id': c.change}, 50) AS evidence
  FROM changes c JOIN change_areas a ON a.repository = c.repository AND a.change = c.change
  WHERE c.is_human AND c.landed_at >= $since AND c.landed_at < $until
  GROUP BY a.repository, a.area
),
knowers AS (
  SELECT repository, area, list(name ORDER BY name, person) AS holders, coalesce(bool_or(person = $lead), false) AS is_lead
  FROM holders WHERE is_living AND is_active GROUP BY repository, area
)
SELECT a.*, k.holders, k.is_lead, h.*
FROM history h
LEFT JOIN active_areas a ON true
LEFT JOIN knowers k ON k.repository = a.repository AND k.area = a.area
ORDER BY a.changes DESC, a.repository, a.area`,
  conclude(rows, context) {
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    const active = rows.filter((row) => row.area !== null);
    if (active.length === 0) {
      return {
        answer: 'Not enough evidence: no change to any area landed in this window.',
        figure: null,
        rows: [],
        confidence: { level: 'none', because: 'No change to an area landed in this window.' },
      };
    }
    const few = active.filter((row) => (row.holders?.length ?? 0) < 2);
    const changes = active.reduce((sum, row) => sum + row.changes, 0);
    const sure = confidence(
      changes < 20 ? 'low' : 'medium',
      `it rests on changes and approvals seen in git, ${counted(active.length, 'active area')} of them`,
      history,
      'whole past',
    );
    const toLead = few.filter((row) => row.is_lead === true).length;
    const toNobody = few.filter((row) => (row.holders?.length ?? 0) === 0).length;
    const parts = [
      ...(context.lead === null ? [] : [`${numeral(toLead)} to ${leadName(context)}`]),
      ...(toNobody > 0 ? [`${numeral(toNobody)} to nobody active`] : []),
    ];
    const detail = few.length > 0 && parts.length > 0 ? `, ${parts.join(', ')}` : '';
    return {
      answer:
        sure.level === 'none'
          ? 'Not enough evidence: without the whole history, who knows an area is not known.'
          : `${numeral(few.length)} of ${counted(active.length, 'active area')} ${few.length === 1 ? 'is' : 'are'} known to one active person at most${detail}.`,
      figure: sure.level === 'none' ? null : few.length,
      rows: few.map((row) => ({
        cells: {
          area: areaName(row, history),
          changes: row.changes,
          known_to: people(row.holders ?? []),
          is_lead: context.lead === null ? null : row.is_lead === true ? 'yes' : 'no',
        },
        evidence: evidenceOf(row.evidence, 'change'),
        evidenceTotal: row.changes,
      })),
      confidence: sure,
    };
  },
};
