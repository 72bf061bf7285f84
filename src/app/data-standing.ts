import { lstat, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { byName } from '../domain/by-name.ts';
import type { DataStanding, RestedFinding, StandingRepository, Unanswered } from '../domain/data-standing.ts';
import type { Diagnosis, Finding } from '../domain/diagnosis.ts';
import type { Effects } from '../domain/effects.ts';
import type { Measure } from '../domain/measure.ts';
import { shellWord } from '../domain/shell-word.ts';
import { LANDED } from '../measures/fragments.ts';
import { diagnosisSummary } from '../report/diagnosis.ts';
import { MANIFEST, SEEN } from '../store/directory.ts';
import { dataDirectory } from './data-directory.ts';
import { blockedMeasures, evidenceStanding } from './doctor.ts';
import { measures } from './measures.ts';
import type { Opened } from './open.ts';
import type { NamedRepository } from './workspace.ts';

type Evidence = Omit<Diagnosis, 'blocked' | 'records' | 'exposed'>;

/** What evidence there is, what is missing and what rests on it, where facts lie and how they are taken along. */
export async function dataStanding(opened: Opened, effects: Pick<Effects, 'env' | 'cwd'>): Promise<DataStanding> {
  const diagnosis = await evidenceStanding(opened);
  const { repositories } = opened.workspace;
  const folders = await decisionFolders(opened);
  const paths = diagnosis.sources.map(({ path }) => ` ${shellWord(path)}`).join('');
  // Where facts lie by default, a command finds them by itself.
  const isUsual = dataDirectory(null, effects) === opened.dataDir;
  const where = isUsual ? '' : ` --data-dir ${shellWord(opened.dataDir)}`;
  return {
    ...diagnosis,
    evidence: diagnosis.evidence.map((finding) => rested(finding, diagnosis)),
    sources: await Promise.all(
      diagnosis.sources.map(async (source): Promise<StandingRepository> => {
        const found = repositories.find(({ name }) => name === source.repository);
        return {
          ...source,
          scannedAt: found === undefined ? null : await scannedAt(found),
          bytes: found === undefined ? 0 : await bytesIn(found.directory),
          decisionFolders: folders.get(source.repository) ?? [],
        };
      }),
    ),
    commands: {
      export: `fortnight export --parquet facts${where}${paths}`,
      forget: `fortnight clean${where}${paths}`,
      forgetAll: `fortnight clean --all${where}`,
    },
  };
}

/** Which measures have no answer, and how much of all evidence that makes; asks every one of them. */
export async function unanswered(opened: Opened): Promise<Unanswered> {
  const [{ evidence }, blocked] = [await evidenceStanding(opened), await blockedMeasures(opened)];
  return { blocked, summary: diagnosisSummary({ evidence, blocked }) };
}

/** Which measures read a kind of evidence: told by their own tables and SQL, so that a new measure is found by itself. */
const READS: Readonly<Record<Finding['id'], (measure: Measure) => boolean>> = {
  history: () => true,
  changes: ({ reads }) => reads.includes('changes'),
  // The table all measures of changes begin with names the lander; who uses it names it again.
  landers: ({ sql }) => /\blander\b/.test(sql.replaceAll(LANDED, '')),
  reviews: ({ reads }) => reads.includes('reviews'),
  releases: ({ reads }) => reads.includes('releases'),
  areas: ({ reads }) => reads.includes('change_areas') || reads.includes('areas'),
  people: ({ reads }) => reads.includes('people'),
  configuration: () => false,
};

/** The measures that rest on a kind of evidence, in the order of the index. */
export function readersOf(id: Finding['id']): Measure[] {
  return measures.filter(READS[id]);
}

function rested(finding: Finding, diagnosis: Evidence): RestedFinding {
  const reading = finding.state === 'there' ? [] : readersOf(finding.id);
  return {
    ...finding,
    ways: waysToMore(finding, diagnosis),
    readBy: reading.map(({ id, title }) => ({ measure: id, title })),
  };
}

function waysToMore({ id, state }: Finding, { sources }: Evidence): RestedFinding['ways'] {
  const command = (path: string, words: string): RestedFinding['ways'][number] => ({
    kind: 'command',
    command: `git -C ${shellWord(path)} ${words}`,
  });
  if (id === 'people') return state === 'missing' ? [] : [{ kind: 'people' }];
  if (state === 'there') return [];
  if (id === 'changes') return [{ kind: 'window', since: '1y' }];
  if (id === 'releases' && state === 'missing') return sources.map(({ path }) => command(path, 'fetch --tags'));
  if (id !== 'history') return [];
  return sources.flatMap(({ path, isShallow, isPartial }) => [
    ...(isShallow ? [command(path, 'fetch --unshallow')] : []),
    ...(isPartial ? [command(path, 'fetch --refetch --no-filter')] : []),
  ]);
}

async function decisionFolders({ facts }: Opened) {
  const rows = await facts.query<{ repository: string; path: string }>('SELECT repository, path FROM decisions');
  const byRepository = new Map<string, StandingRepository['decisionFolders']>();
  for (const [repository, of] of Map.groupBy(rows, (row) => row.repository)) {
    const counts = Map.groupBy(of, ({ path }) => posix.dirname(path));
    const folders = [...counts].map(([folder, records]) => ({ folder, records: records.length }));
    byRepository.set(
      repository,
      folders.sort((a, b) => byName(a.folder, b.folder)),
    );
  }
  return byRepository;
}

/** The manifest is replaced by a scan that finds something new, what was seen by every scan that looked. */
async function scannedAt({ directory }: NamedRepository): Promise<number | null> {
  const stats = await Promise.all([MANIFEST, SEEN].map((name) => lstat(join(directory, name)).catch(() => null)));
  const times = stats.flatMap((stat) => (stat === null ? [] : [stat.mtimeMs / 1000]));
  return times.length === 0 ? null : Math.floor(Math.max(...times));
}

async function bytesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) =>
    entry.isFile() ? ((await lstat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0) : 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
