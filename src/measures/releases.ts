import type { Measure, MeasureContext } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, decimal, duration, numeral } from '../domain/words.ts';
import { HISTORY } from './fragments.ts';
import { confidence, type History, leadName } from './grounds.ts';
import { effectiveNumber, median } from './statistics.ts';

interface ReleaseRow extends History {
  readonly repository: string | null;
  readonly name: string | null;
  readonly commit_id: string | null;
  readonly released_at: number;
  readonly previous: number | null;
  readonly is_prerelease: boolean;
  readonly releaser: string | null;
  readonly releaser_name: string | null;
}

/** How often the team releases, and on whom that rests. */
export const releases: Measure<ReleaseRow> = {
  id: 'releases',
  title: 'Releases',
  question: 'How often does the team release, and does anyone but the lead?',
  meaning: 'How often the work reaches its users as a release, and whether more than one person makes one.',
  formula:
    'Releases are tags that look like a version and are reachable from the head; several on one commit are one. Cadence: the ' +
    'median pause before the releases of the window, pre-releases left out. Effective number of releasers: 1 / Σ pᵢ² over who ' +
    "tagged (else committed) them. Releases stand in for deployments, which git does not show: a proxy of DORA's deployment " +
    'frequency.',
  misleads:
    'Who pushed the tag may only have pressed the button; a release made by a robot or a forge has no known releaser. Tags on ' +
    'release branches that never came back to the mainline are not seen. A library released yearly may be deployed daily.',
  source: 'DORA, "deployment frequency" (dora.dev), by proxy. Simpson, Nature 163 (1949).',
  subject: 'release',
  figureKind: 'seconds',
  reads: ['repositories', 'people', 'releases'],
  needsLead: false,
  parameters: [],
  columns: [
    { key: 'release', label: 'Release', kind: 'text', doc: 'Name of the tag.' },
    { key: 'released_at', label: 'When', kind: 'instant', doc: 'Tagged, else committed.' },
    { key: 'pause', label: 'After', kind: 'seconds', doc: 'Since the one before; empty for the first.' },
    { key: 'is_prerelease', label: 'Pre-release', kind: 'text', doc: 'Whether its name says so.' },
    { key: 'releaser', label: 'Released by', kind: 'people', doc: 'Who can release; empty where it is not known.' },
  ],
  sql: `
WITH ${HISTORY},
tagged AS (
  SELECT repository, commit_id, min(name) AS name, min(released_at) AS released_at, bool_and(is_prerelease) AS is_prerelease,
         arg_min(releaser, name) AS releaser
  FROM releases WHERE released_at < $until
  GROUP BY repository, commit_id
),
ordered AS (
  SELECT *, lag(released_at) OVER (PARTITION BY repository, is_prerelease ORDER BY released_at, name) AS previous,
         row_number() OVER (PARTITION BY is_prerelease ORDER BY released_at DESC, name DESC, repository) AS place
  FROM tagged
)
SELECT r.repository, r.name, r.commit_id, r.released_at, r.previous, r.is_prerelease,
       CASE WHEN p.kind = 'human' THEN p.person END AS releaser, CASE WHEN p.kind = 'human' THEN p.name END AS releaser_name, h.*
FROM history h
LEFT JOIN (SELECT * FROM ordered WHERE released_at >= $since OR place = 1) r ON true
LEFT JOIN people p ON p.person = r.releaser
ORDER BY r.released_at DESC, r.name DESC, r.repository`,
  conclude(rows, context) {
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    const all = rows.filter((row) => row.name !== null);
    const final = all.filter((row) => !row.is_prerelease);
    const inside = all.filter((row) => row.released_at >= context.window.since);
    const settled = inside.filter((row) => !row.is_prerelease);
    const pauses = settled.flatMap((row) => (row.previous === null ? [] : [row.released_at - row.previous]));
    const cadence = median(pauses);
    const early = inside.length - settled.length;
    const [last] = final;
    if (last === undefined) {
      const because =
        all.length === 0
          ? 'no tag reachable from the head looks like a release'
          : `only pre-releases are reachable from the head, ${numeral(early)} of them in this window`;
      return {
        answer: `Not enough evidence: ${because}.`,
        figure: null,
        rows: inside.map((row) => releaseRow(row, history)),
        confidence: { level: 'none', because: `${because.charAt(0).toUpperCase()}${because.slice(1)}.` },
      };
    }
    const ago = duration(context.window.until - last.released_at);
    const sure = confidence(
      cadence === null ? 'none' : pauses.length < 3 ? 'low' : 'medium',
      `it rests on ${counted(settled.length, 'release')} in the window; releases stand in for deployments, which git does not show`,
      history,
      'window',
    );
    const often =
      cadence === null
        ? `Not enough evidence for a cadence: ${counted(settled.length, 'release')}${early > 0 ? ` and ${counted(early, 'pre-release')}` : ''} in this window, the last release reachable from the head ${ago} before its end`
        : `${counted(settled.length, 'release')} in this window, ${duration(cadence)} apart in the median, the last ${ago} before its end`;
    return {
      answer: `${often}${whoReleases(settled, context)}.`,
      figure: cadence,
      rows: inside.map((row) => releaseRow(row, history)),
      confidence: sure,
    };
  },
};

/** Whether anybody but the lead releases: the lead's own count, and nobody else's. */
function whoReleases(rows: readonly ReleaseRow[], context: MeasureContext): string {
  const known = rows.filter((row) => row.releaser !== null);
  const counts = new Map<string, number>();
  for (const row of known) counts.set(row.releaser ?? '', (counts.get(row.releaser ?? '') ?? 0) + 1);
  const effective = effectiveNumber([...counts.values()]);
  if (effective === null) return rows.length === 0 ? '' : '; who released is not known';
  const alike = `as if ${decimal(effective)} ${effective < 1.05 ? 'person' : 'people'} did so equally often`;
  if (context.lead === null) return `; ${counted(counts.size, 'person', 'people')} released, ${alike}`;
  const own = counts.get(context.lead) ?? 0;
  const others = counts.size - (own > 0 ? 1 : 0);
  if (others === 0) return `; nobody but ${leadName(context)} released any of them`;
  return `; ${leadName(context)} made ${numeral(own)} of ${numeral(known.length)}, ${counted(others, 'other person', 'other people')} the rest, ${alike}`;
}

function releaseRow(row: ReleaseRow, history: History) {
  return {
    cells: {
      release: history.repositories > 1 ? `${row.repository}: ${row.name}` : row.name,
      released_at: row.released_at,
      pause: row.previous === null ? null : row.released_at - row.previous,
      is_prerelease: row.is_prerelease ? 'yes' : 'no',
      releaser: people(row.releaser_name === null ? [] : [row.releaser_name]),
    },
    evidence: [
      { kind: 'release', repository: row.repository ?? '', id: row.name ?? '' },
      { kind: 'commit', repository: row.repository ?? '', id: row.commit_id ?? '' },
    ] as const,
  };
}
