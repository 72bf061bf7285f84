import type { PreviousScan } from '../../domain/sink.ts';
import { CommitGraph } from './commit-graph.ts';
import { eachId, listIds } from './history.ts';
import { GitFailure, type SafeGit } from './safe-git.ts';
import type { Tips } from './tips.ts';

/** Which commits a scan reads. */
export type Plan =
  | { readonly mode: 'full' }
  | {
      readonly mode: 'incremental' | 'unchanged';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

const FULL: Plan = { mode: 'full' };

/**
 * Decides what is new since the last scan, and what no ref leads to any more. A scan that lacked something is done anew
 * as a whole, since what it lacked may have come; so is one whose commits git has thrown away.
 */
export async function planScan(git: SafeGit, tips: Tips, previous: PreviousScan | null): Promise<Plan> {
  if (previous === null || previous.isShallow || previous.isPartial) return FULL;
  if (git.shallow.size > 0 || git.isPromisor || tips.unreadable > 0) return FULL;
  try {
    if (tips.commits.join() === previous.tips.join()) {
      return { mode: tips.head === previous.head ? 'unchanged' : 'incremental', added: [], removed: [] };
    }
    const listed = await listIds(git, tips.commits, previous.tips);
    const known = await previous.known('commits', listed);
    const added = listed.filter((id) => !known.has(id));
    return { mode: 'incremental', added, removed: await goneSince(git, tips.commits, previous.tips) };
  } catch (error) {
    if (error instanceof GitFailure) return FULL;
    throw error;
  }
}

/**
 * Commits that the old tips reach and the new ones do not. Git's list can hold too much where clocks were wrong, never too
 * little; so it is believed when it is empty, which is the rule, and else held against all that the new tips reach.
 */
async function goneSince(git: SafeGit, tips: readonly string[], old: readonly string[]): Promise<string[]> {
  const listed = await listIds(git, old, tips);
  if (listed.length === 0) return [];
  const reached = new CommitGraph(git.hexLength);
  for await (const batch of eachId(git, tips, [])) for (const id of batch) reached.add(id, [], null);
  return listed.filter((id) => !reached.has(id)).sort();
}
