import type { Measure } from '../domain/measure.ts';
import { people } from '../domain/report.ts';
import { counted, numeral } from '../domain/words.ts';
import { HISTORY } from './fragments.ts';
import { areaName, confidence, evidenceOf, type History, leadName } from './grounds.ts';

interface AuthorSet extends History {
  readonly repository: string | null;
  readonly area: string | null;
  /** Persons, sorted; empty where nobody authors the files. */
  readonly authors: readonly string[];
  readonly names: readonly string[];
  readonly files: number;
  /** Distinct commits among the newest of an author in each file. */
  readonly commits: number;
  readonly evidence: readonly { readonly t: number; readonly repository: string; readonly id: string }[] | null;
}

/** How many people would have to go before more than half of the files have no author left. */
export const truckFactor: Measure<AuthorSet> = {
  id: 'truck-factor',
  title: 'Truck factor',
  question: 'How many people would have to leave before more than half of the files have nobody left who wrote them?',
  meaning:
    'On how few heads the code as it was written rests; it is told because it is asked for, and does not show what an absence costs.',
  formula:
    'Degree of authorship of a developer in a file: DOA = 3.293 + 1.098 FA + 0.164 DL − 0.321 ln(1 + AC). FA = 1 for every ' +
    "developer who ever added it (or a path it was renamed from); DL = that developer's modifications and renames of it; " +
    "AC = everybody else's. Authors of a file: DOA above 0.75 of the largest in that file, and DOA ≥ 3.293 or FA = 1. Then, " +
    'for as long as at least half of the files have an author, remove the developer who authors most; the truck factor is ' +
    'how many were removed. Files at the head in a programming or markup language, not vendored, generated, documentation, ' +
    'binary or empty. All non-merge commits reachable from the head, whatever the window. As in the study, only the author of ' +
    'a commit is credited (no co-authors), and bots and bulk changes are not left out.',
  misleads:
    'It looks at authorship over all time: who left years ago still counts, reviewers and co-authors do not. It is a census ' +
    "of files, and did not predict what an absence costs in Fortnight's study. Its ends are flat: where many authored one " +
    'file each, one file more or less moves it by several.',
  source:
    'Avelino, Passos, Hora, Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016 (arXiv 1604.06766); degree ' +
    'of authorship by Fritz et al. 2014; details as in the program of the authors.',
  subject: 'area',
  figureKind: 'count',
  reads: ['repositories', 'people', 'commits', 'file_changes', 'files', 'file_lineage'],
  needsLead: false,
  parameters: [],
  columns: [
    { key: 'area', label: 'Area', kind: 'path', doc: 'Part of the system.' },
    { key: 'files', label: 'Files', kind: 'count', doc: 'Files at the head that count.' },
    {
      key: 'lost',
      label: 'Left without author',
      kind: 'count',
      doc: 'Files with no author left when those counted go.',
    },
    {
      key: 'lost_lead',
      label: 'Without the lead',
      kind: 'count',
      doc: 'Files with no author left when the lead alone goes.',
    },
    {
      key: 'remain',
      label: 'Who else wrote here',
      kind: 'people',
      doc: 'Authors of files here who are not among those counted.',
    },
  ],
  sql: `
WITH ${HISTORY},
counted AS (SELECT row_number() OVER () AS file, repository, path, area FROM files WHERE is_counted),
-- \`newness\` orders commits by time, then in some fixed order, as one number: 34 bits of seconds, 28 of a hash.
-- Two halves first: joined at once, the engine may pair every file with every commit of its repository.
lines AS MATERIALIZED (
  SELECT c.file, l.repository, l.ancestor
  FROM counted c JOIN file_lineage l ON l.repository = c.repository AND l.path = c.path
),
touches AS MATERIALIZED (
  SELECT f.repository, f.path, k.author, f.status = 'A' AS is_adding, k.id,
         greatest(0, least(coalesce(k.committer_time, 0), 17179869183)) * 268435456 + CAST(hash(k.id) >> 36 AS BIGINT) AS newness
  FROM file_changes f JOIN commits k ON k.repository = f.repository AND k.id = f.commit_id
  WHERE k.parent_count < 2 AND k.change IS NOT NULL AND f.status IN ('A', 'M', 'R')
),
events AS (
  SELECT l.file, t.author, t.is_adding, t.id, t.newness
  FROM lines l JOIN touches t ON t.repository = l.repository AND t.path = l.ancestor
),
developers AS (
  SELECT file, author, CAST(bool_or(is_adding) AS INTEGER) AS fa, count(*) FILTER (WHERE NOT is_adding) AS dl,
         max(newness) AS newness, arg_max(id, newness) AS newest
  FROM events GROUP BY file, author
),
degrees AS (
  SELECT d.*, 3.293 + 1.098 * fa + 0.164 * dl - 0.321 * ln(1 + t.dl_of_all - dl) AS doa
  FROM developers d JOIN (SELECT file, sum(dl) AS dl_of_all FROM developers GROUP BY file) t ON t.file = d.file
),
authors AS (
  SELECT d.file, d.author, d.newness, d.newest
  FROM degrees d JOIN (SELECT file, max(doa) AS most FROM degrees GROUP BY file) t ON t.file = d.file
  WHERE d.doa / t.most > 0.75 AND (d.doa >= 3.293 OR d.fa = 1)
),
files_authors AS (
  SELECT file, list(author ORDER BY author) AS authors, max(newness) AS newness, arg_max(newest, newness) AS newest
  FROM authors GROUP BY file
),
sets AS (
  SELECT c.repository, c.area, coalesce(a.authors, []) AS authors, count(*) AS files, count(DISTINCT a.newest) AS commits,
         max({'t': a.newness, 'repository': c.repository, 'id': a.newest}, 50) FILTER (WHERE a.newest IS NOT NULL) AS evidence
  FROM counted c LEFT JOIN files_authors a ON a.file = c.file
  GROUP BY ALL
)
SELECT s.*, list_transform(s.authors, a -> n.names[a]) AS names, h.*
FROM history h
LEFT JOIN sets s ON true
CROSS JOIN (SELECT map(list(person), list(name)) AS names FROM people WHERE person IN (SELECT author FROM authors)) n
ORDER BY s.repository, s.area NULLS LAST, s.authors`,
  conclude(rows, context) {
    const history = rows[0] ?? { repositories: 0, shallow: 0, partial: 0 };
    const sets = rows.filter((row) => row.repository !== null);
    const files = sets.reduce((sum, set) => sum + set.files, 0);
    if (files === 0) {
      return {
        answer: 'Not enough evidence: no source files at the head.',
        figure: null,
        rows: [],
        confidence: { level: 'none', because: 'There is no file at the head that counts.' },
      };
    }
    const gone = removeGreedily(sets, files);
    const unauthored = without(sets, new Set());
    const sure = confidence(
      files < 10 ? 'low' : 'high',
      `it rests on ${counted(files, 'file')}${unauthored > 0 ? `, ${numeral(unauthored)} of which nobody can be called an author of` : ''}`,
      history,
      'whole past',
    );
    const { lead } = context;
    const isLeadCounted = lead !== null && gone.has(lead);
    const areas = byArea(sets, history);
    return {
      answer: answerOf(
        gone.size,
        lead === null ? null : { name: leadName(context), isCounted: isLeadCounted },
        sure.level === 'none',
      ),
      figure: sure.level === 'none' ? null : gone.size,
      rows: areas
        .map(([area, of]) => {
          const lost = of.filter((set) => isLost(set, gone));
          return {
            cells: {
              area,
              files: of.reduce((sum, set) => sum + set.files, 0),
              lost: lost.reduce((sum, set) => sum + set.files, 0),
              lost_lead: lead === null ? null : without(of, new Set([lead])) - without(of, new Set()),
              remain: people(of.flatMap((set) => set.names.filter((_, i) => !gone.has(set.authors[i] ?? '')))),
            },
            evidence: evidenceOf(newestOf(lost), 'commit'),
            evidenceTotal: lost.reduce((sum, set) => sum + set.commits, 0),
          };
        })
        .sort((a, b) => b.cells.lost - a.cells.lost),
      confidence: sure,
      notes: ['It looks at the whole history up to the head, whatever the window.'],
    };
  },
};

type Removable = Pick<AuthorSet, 'authors' | 'files'>;

/**
 * The people removed by the greedy loop. Sets of authors, not files, are walked, each person's once: linear in the
 * number of (set, person) pairs. Equal numbers of files are taken in order of person, so that equal facts answer equally.
 */
export function removeGreedily(sets: readonly Removable[], files: number): ReadonlySet<string> {
  const authored = new Map<string, { files: number; sets: number[] }>();
  const left = sets.map((set) => set.authors.length);
  let covered = 0;
  for (const [i, set] of sets.entries()) {
    if (set.authors.length > 0) covered += set.files;
    for (const author of set.authors) {
      const of = authored.get(author) ?? { files: 0, sets: [] };
      of.files += set.files;
      of.sets.push(i);
      authored.set(author, of);
    }
  }
  const most = [...authored].sort(([a, x], [b, y]) => y.files - x.files || (a < b ? -1 : 1));
  const gone = new Set<string>();
  for (const [person, of] of most) {
    if (covered * 2 < files) break;
    gone.add(person);
    for (const i of of.sets) {
      left[i] = (left[i] ?? 0) - 1;
      if (left[i] === 0) covered -= sets[i]?.files ?? 0;
    }
  }
  return gone;
}

const isLost = (set: Removable, gone: ReadonlySet<string>): boolean =>
  set.authors.length > 0 && set.authors.every((author) => gone.has(author));

/** Files without an author when these people are gone. */
const without = (sets: readonly Removable[], gone: ReadonlySet<string>): number =>
  sets.reduce((sum, set) => sum + (set.authors.every((author) => gone.has(author)) ? set.files : 0), 0);

function byArea(sets: readonly AuthorSet[], history: History): [string, AuthorSet[]][] {
  const areas = new Map<string, AuthorSet[]>();
  for (const set of sets) {
    const name = areaName(set, history);
    const of = areas.get(name);
    if (of === undefined) areas.set(name, [set]);
    else of.push(set);
  }
  return [...areas];
}

/** The newest commit of an author in each lost file, newest first, each once. */
function newestOf(sets: readonly AuthorSet[]): { repository: string; id: string }[] {
  const commits = new Map(sets.flatMap((set) => set.evidence ?? []).map((commit) => [commit.id, commit]));
  return [...commits.values()].sort((a, b) => b.t - a.t || (a.id < b.id ? 1 : -1)).slice(0, 50);
}

function answerOf(factor: number, lead: { name: string; isCounted: boolean } | null, isBlocked: boolean): string {
  if (isBlocked) return 'Not enough evidence: without the whole history, who wrote the files is not known.';
  if (factor === 0) return 'Already more than half of the files have nobody who can be called their author.';
  const whether =
    lead === null ? '' : lead.isCounted ? `; ${lead.name} is one of them` : `; ${lead.name} is not among them`;
  return factor === 1
    ? `If one person left, more than half of the files would have no author${lead === null ? '' : lead.isCounted ? `: ${lead.name}` : `; it is not ${lead.name}`}.`
    : `If ${counted(factor, 'certain person', 'certain people')} left, more than half of the files would have no author${whether}.`;
}
