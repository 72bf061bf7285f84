import type { Option } from './option.ts';
import type { Selection } from './selection.ts';

/** How many changes all candidates together may cover: beyond it, choosing takes longer than anybody waits. */
const MOST_COVERED = 30_000;

/**
 * The moves worth choosing among, in their order. What is over a bound alone is over it in every choice, so leaving it out
 * loses nothing. Where there is still too much (in the largest histories), those that could remove least are left out.
 */
export function worthChoosing(selection: Selection, options: readonly Option[]): readonly Option[] {
  selection.become([]);
  const allowed = options.filter((option) => {
    const isAllowed = selection.add(option);
    selection.remove(option);
    return isAllowed;
  });
  const most = new Map(allowed.map((option) => [option, selection.mostRemoved(option)]));
  const kept = new Set<Option>();
  let covered = 0;
  for (const option of [...allowed].sort((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0))) {
    covered += option.changes.length;
    if (covered > MOST_COVERED && kept.size > 0) break;
    kept.add(option);
  }
  return allowed.filter((option) => kept.has(option));
}
