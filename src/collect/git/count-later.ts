import { eachId } from './history.ts';
import type { SafeGit } from './safe-git.ts';

/** Counts, in the background, how many commits a scan will read. */
export interface CountLater {
  /** Null while nobody knows, and for good where the history cannot be counted. */
  total(): number | null;
  /** Ends the counting, if it is still going on. */
  stop(): Promise<void>;
}

/**
 * Starts counting only after `delay` milliseconds: counting costs a tenth of a scan, and only who waits for long wants to
 * know how long.
 */
export function countLater(git: SafeGit, tips: readonly string[], delay: number): CountLater {
  let total: number | null = null;
  let isStopped = false;
  let counting = Promise.resolve();
  const count = async () => {
    let counted = 0;
    for await (const ids of eachId(git, tips, [])) {
      if (isStopped) return;
      counted += ids.length;
    }
    total = counted;
  };
  const timer = setTimeout(() => {
    // Whatever is wrong, the scan itself says it; here it only means that there is no count.
    counting = count().catch(() => undefined);
  }, delay);
  return {
    total: () => total,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await counting;
    },
  };
}
