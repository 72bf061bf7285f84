import { findGit } from '../collect/git/git-program.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import { answer } from './answer.ts';
import { CONFIG_FILE, readConfigText } from './config.ts';
import { evidenceFindings } from './findings.ts';
import { measures } from './measures.ts';
import type { Opened } from './open.ts';
import { exposedRecords } from './practice/exposed-records.ts';
import type { PracticePlace } from './practice/practice-place.ts';
import { recordPlaces } from './practice/record-places.ts';
import { twoAtOnce } from './two-at-once.ts';
import { VERSION } from './version.ts';
import type { Workspace } from './workspace.ts';

/** What evidence there is, what is missing, and which measures that leaves without an answer. */
export async function doctor(opened: Opened, at: PracticePlace): Promise<Diagnosis> {
  return {
    ...(await evidenceStanding(opened)),
    blocked: await blockedMeasures(opened),
    records: (await recordPlaces(at)).places,
    exposed: await exposedRecords(opened),
  };
}

/** What evidence there is and what is missing: quick, because no measure is asked. */
export async function evidenceStanding({
  facts,
  setting,
  workspace,
  dataDir,
  documents: atHeads,
}: Opened): Promise<Omit<Diagnosis, 'blocked' | 'records' | 'exposed'>> {
  const documents = await withOwnConfiguration(workspace, atHeads);
  return {
    ...setting,
    versions: { fortnight: VERSION, node: process.versions.node, git: await gitVersion() },
    dataDirectory: dataDir,
    sources: await describeSources({ facts, workspace, documents }),
    evidence: await evidenceFindings(facts.query, setting, [...documents.values()].flat()),
  };
}

/** The documents that are read: those at the heads, and a `fortnight.yml` that lies in a work tree uncommitted. */
async function withOwnConfiguration(
  { repositories }: Workspace,
  documents: Opened['documents'],
): Promise<Opened['documents']> {
  const all = new Map<string, readonly string[]>();
  for (const { name, location } of repositories) {
    const committed = documents.get(name) ?? [];
    const own = committed.includes(CONFIG_FILE) ? null : await readConfigText(location, async () => null);
    all.set(name, own === null ? committed : [...committed, CONFIG_FILE]);
  }
  return all;
}

interface Counts {
  readonly repository: string;
  readonly commits: number;
  readonly changes: number;
  readonly open_branches: number;
  readonly decisions: number;
  readonly open_decisions: number;
}

const COUNTS = `
  WITH counted AS (
    SELECT repository, 'commits' AS what FROM commits
    UNION ALL SELECT repository, 'changes' FROM changes
    UNION ALL SELECT repository, 'branch' FROM open_work WHERE NOT is_line AND NOT is_landed_elsewhere
    UNION ALL SELECT repository, if(status IN ('proposed', 'draft'), 'open decision', 'decision') FROM decisions
  )
  SELECT repository,
    count(*) FILTER (WHERE what = 'commits') AS commits,
    count(*) FILTER (WHERE what = 'changes') AS changes,
    count(*) FILTER (WHERE what = 'branch') AS open_branches,
    count(*) FILTER (WHERE what IN ('decision', 'open decision')) AS decisions,
    count(*) FILTER (WHERE what = 'open decision') AS open_decisions
  FROM counted GROUP BY repository`;

async function describeSources({ facts, workspace, documents }: Pick<Opened, 'facts' | 'workspace' | 'documents'>) {
  const counts = await facts.query<Counts>(COUNTS);
  return facts.repositories.map((row) => {
    const found = workspace.repositories.find(({ name }) => name === row.repository);
    const count = counts.find(({ repository }) => repository === row.repository);
    return {
      repository: row.repository,
      path: found === undefined ? '' : (found.location.workTree ?? found.location.commonDir),
      head: row.head_id,
      headTime: row.head_time,
      firstTime: row.first_time,
      commits: count?.commits ?? 0,
      changes: count?.changes ?? 0,
      openBranches: count?.open_branches ?? 0,
      decisions: count?.decisions ?? 0,
      openDecisions: count?.open_decisions ?? 0,
      isShallow: row.is_shallow,
      isPartial: row.is_partial,
      forgeUrl: row.forge_url,
      documents: [...(documents.get(row.repository) ?? [])],
      warnings: found === undefined ? [] : [...found.manifest.warnings],
    };
  });
}

/** Measures that have no answer here, and why. Asks each of them. */
export async function blockedMeasures({
  facts,
  setting,
}: Pick<Opened, 'facts' | 'setting'>): Promise<Diagnosis['blocked']> {
  const reports = await twoAtOnce(measures, (measure) => answer(facts, setting, measure));
  return reports.flatMap(({ measure, title, confidence: { level, because } }) =>
    level === 'none' ? [{ measure, title, because }] : [],
  );
}

async function gitVersion(): Promise<string> {
  const { major, minor } = await findGit();
  return `${major}.${minor}`;
}
