import type { FactSink, PreviousScan, ScanOutcome } from '../../domain/sink.ts';
import { CommitGraph } from './commit-graph.ts';
import { type HistoryDamage, listCommits, readCommits } from './history.ts';
import { GitFailure, type SafeGit } from './safe-git.ts';

/** How the landings were given, and the place of the head on the mainline. */
export type LandingOutcome = Pick<ScanOutcome, 'landings' | 'headPosition'>;

const NONE: ReadonlySet<string> = new Set();

/** Gives every landing anew, from a graph that holds all that the head reaches. */
export async function replaceLandings(
  graph: CommitGraph,
  head: string | null,
  sink: FactSink,
): Promise<LandingOutcome> {
  const mainline = head === null ? null : graph.mainline(head, null);
  if (mainline === null || mainline.length === 0) return { landings: 'replaced', headPosition: null };
  await give(graph, mainline, 0, NONE, sink);
  return { landings: 'replaced', headPosition: mainline.length - 1 };
}

/**
 * Adds the landings since the last scan when the mainline only grew; else (another branch, rewritten history) gives them
 * anew, for which the whole history's shape is read once more.
 */
export async function updateLandings(
  git: SafeGit,
  head: string | null,
  previous: PreviousScan,
  sink: FactSink,
  damage: HistoryDamage,
): Promise<LandingOutcome> {
  if (head === previous.head) return { landings: 'appended', headPosition: previous.headPosition };
  if (head === null) return { landings: 'replaced', headPosition: null };
  if (previous.head !== null && previous.headPosition !== null) {
    const grown = await growth(git, head, previous.head);
    const mainline = grown?.mainline(head, previous.head) ?? null;
    if (grown !== null && mainline !== null) {
      const landed = await previous.known('landings', grown.ids());
      await give(grown, mainline, previous.headPosition + 1, landed, sink);
      return { landings: 'appended', headPosition: previous.headPosition + mainline.length };
    }
  }
  const graph = new CommitGraph(git.hexLength);
  const isKnown = (id: string) => graph.has(id);
  for await (const batch of readCommits(git, { tips: [head] }, isKnown, damage)) {
    for (const { id, parents, committer } of batch) graph.add(id, parents, committer.time);
  }
  return await replaceLandings(graph, head, sink);
}

/** The history that the new head reaches and the old one does not; null when the old one is gone. */
async function growth(git: SafeGit, head: string, old: string): Promise<CommitGraph | null> {
  const graph = new CommitGraph(git.hexLength);
  try {
    for await (const batch of listCommits(git, { tips: [head], excluded: [old] })) {
      for (const { id, parents, committer } of batch) graph.add(id, parents, committer.time);
    }
    return graph;
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

async function give(
  graph: CommitGraph,
  mainline: Int32Array,
  position: number,
  landed: ReadonlySet<string>,
  sink: FactSink,
): Promise<void> {
  for (const landing of graph.landings(mainline, position, landed)) {
    const row = { commit_id: landing.id, landed_id: landing.landedId, position: landing.position };
    const wait = sink.landing(row, landing.time);
    if (wait !== undefined) await wait;
  }
}
