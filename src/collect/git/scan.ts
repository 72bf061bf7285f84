import type { RepositoryLocation } from '../../domain/repository.ts';
import type { FactSink, PreviousScan, ScanOutcome } from '../../domain/sink.ts';
import { CommitGraph } from './commit-graph.ts';
import { countLater } from './count-later.ts';
import type { ChangeDamage } from './file-changes.ts';
import { forgeUrl } from './forge-url.ts';
import { type HeadTree, readHeadTree } from './head-files.ts';
import { replaceLandings, updateLandings } from './landings.ts';
import { planScan } from './plan.ts';
import { readRefs } from './read-refs.ts';
import { readRepositoryConfig } from './repository-config.ts';
import { openSafeGit, type SafeGit } from './safe-git.ts';
import { streamCommits } from './stream-commits.ts';
import { followRefs } from './tips.ts';
import { warningsOf } from './warnings.ts';

/** Milliseconds after which a first scan takes long enough to be worth a progress bar. */
const COUNT_AFTER = 2000;

/** How far a scan is. */
export interface ScanProgress {
  readonly phase: 'commits' | 'files';
  /** Commits read so far. */
  readonly commits: number;
  /** How many there will be; null when nobody knows yet: a first scan counts them when it takes long. */
  readonly total: number | null;
}

interface ScanOptions {
  /** Kills every git at once and ends the scan with the error `interrupted`. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a repository's history into a sink: what is new since `previous`, or all of it. Everything that could not be read is
 * said in the outcome's warnings. Throws a FortnightError when there is nothing that can be read at all.
 */
export async function scanGit(
  location: RepositoryLocation,
  previous: PreviousScan | null,
  sink: FactSink,
  progress: (progress: ScanProgress) => void = () => undefined,
  options: ScanOptions = {},
): Promise<ScanOutcome> {
  await using git = await openSafeGit(location, { signal: options.signal });
  const refs = await readRefs(git, location);
  const tips = await followRefs(git, refs);
  const plan = await planScan(git, tips, previous);
  const base = plan.mode === 'full' ? null : previous;

  const graph = new CommitGraph(git.hexLength);
  const history = { missing: 0 };
  const query = plan.mode === 'full' ? { tips: tips.commits } : { tips: plan.added, isWalk: false };
  const counted = plan.mode === 'full' ? countLater(git, tips.commits, COUNT_AFTER) : null;
  const say = (phase: ScanProgress['phase'], commits: number) => {
    progress({ phase, commits, total: plan.mode === 'full' ? (counted?.total() ?? null) : plan.added.length });
  };
  say('commits', 0);
  const changes = await streamCommits(git, query, graph, sink, history, (done) => say('commits', done)).finally(() =>
    counted?.stop(),
  );
  say('files', graph.size);
  const landings =
    base === null
      ? await replaceLandings(graph, tips.head, sink)
      : await updateLandings(git, tips.head, base, sink, history);
  const tree = tips.head === null ? null : await readHeadTree(git, tips.head, base);

  await sink.snapshot('refs', tips.rows);
  await sink.snapshot('head_files', tree?.files ?? []);
  await sink.snapshot('documents', tree?.documents ?? []);
  await sink.snapshot('decision_files', tree?.decisionFiles ?? []);
  return {
    mode: plan.mode,
    removed: plan.mode === 'full' ? [] : plan.removed,
    ...landings,
    tips: tips.commits,
    head: tips.head,
    isShallow: git.shallow.size > 0,
    isPartial: isPartial(git, tips.unreadable + history.missing, changes, tree),
    forgeUrl: forgeUrl(readRepositoryConfig(location.commonDir).originUrl),
    warnings: warningsOf({
      git,
      refs,
      unreadableRefs: tips.unreadable,
      missingCommits: history.missing,
      changes,
      tree,
    }),
  };
}

function isPartial(git: SafeGit, missing: number, changes: ChangeDamage, tree: HeadTree | null): boolean {
  const lacking = missing + changes.unread + changes.exactOnly + changes.tooLarge + (tree?.missing ?? 0);
  return git.isPromisor || lacking > 0 || tree?.isCut === true;
}
