/**
 * `work` for each of `items`, two at a time, and what came of it in their order: facts that are held answer two questions at
 * once, and whoever asks meanwhile waits for one of these, not for all. The first failure is thrown.
 */
export async function twoAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  let hasFailed = false;
  async function takeTurns(): Promise<void> {
    while (next < items.length && !hasFailed) {
      const at = next++;
      try {
        done[at] = await work(items[at] as T);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  }
  await Promise.all([takeTurns(), takeTurns()]);
  return done;
}
