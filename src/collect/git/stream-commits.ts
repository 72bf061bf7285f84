import { availableParallelism } from 'node:os';
import type { CommitFacts, FactSink } from '../../domain/sink.ts';
import { type CommitRows, rowsOf } from './commit-facts.ts';
import type { CommitGraph } from './commit-graph.ts';
import { type ChangeDamage, FileChanges } from './file-changes.ts';
import { type CommitQuery, type HistoryDamage, readCommits } from './history.ts';
import type { SafeGit } from './safe-git.ts';

/** More gits than this would wait for our one thread that reads them. */
const MAX_GITS = 4;

/**
 * Streams commits with their file changes into the sink. One git lists the commits, others compare trees, each at its own
 * pace; whenever the sink is full, all of them wait. Merges have no file changes of their own. Nor has the edge of a shallow
 * clone: against nothing it would seem to have added every file.
 */
export async function streamCommits(
  git: SafeGit,
  query: CommitQuery,
  graph: CommitGraph,
  sink: FactSink,
  damage: HistoryDamage,
  onProgress: (done: number) => void,
): Promise<ChangeDamage> {
  const give = oneAtATime(sink);
  let done = 0;
  const deliver = (rows: CommitRows, fileChanges: CommitFacts['fileChanges']) => {
    done++;
    if (done % 1000 === 0) onProgress(done);
    return give({ ...rows, fileChanges });
  };
  const changes = new FileChanges<CommitRows>(git, Math.min(MAX_GITS, availableParallelism()), deliver);
  try {
    for await (const batch of readCommits(git, query, (id) => graph.has(id), damage)) {
      for (const commit of batch) {
        if (!graph.add(commit.id, commit.parents, commit.committer.time)) continue;
        const rows = rowsOf(commit);
        const isCompared = commit.parents.length < 2 && !git.shallow.has(commit.id);
        const wait = isCompared ? changes.add(commit.id, rows) : deliver(rows, []);
        if (wait !== undefined) await wait;
      }
    }
    await changes.finish();
    onProgress(done);
    return changes.damage;
  } finally {
    changes.kill();
  }
}

/** Several readers share the sink: while it says it is full, all of them wait. */
function oneAtATime(sink: FactSink): (facts: CommitFacts) => Promise<void> | undefined {
  let full: Promise<void> | undefined;
  const give = (facts: CommitFacts): Promise<void> | undefined => {
    if (full !== undefined) return full.then(() => give(facts));
    const wait = sink.commit(facts);
    if (wait === undefined) return undefined;
    full = wait.finally(() => {
      full = undefined;
    });
    return full;
  };
  return give;
}
