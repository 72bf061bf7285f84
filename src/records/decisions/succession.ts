import { readDecision } from '../../documents/read-decision.ts';
import { type ResolvedDecision, resolveDecisions } from '../../documents/resolve-decisions.ts';
import type { DecisionEntry } from './standing.ts';

/** What each decision of a log says of others, with the files that are meant. */
export const resolvedLog = (entries: readonly Pick<DecisionEntry, 'id' | 'text'>[]): ResolvedDecision[] =>
  resolveDecisions(entries.map(({ id, text }) => ({ path: `${id}.md`, ...readDecision(`${id}.md`, text, null) })));

/** What took the place of each, whichever of the two says so, by path. */
export function successors(log: readonly ResolvedDecision[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map(log.map(({ path }) => [path, new Set<string>()]));
  for (const { path, supersedes, supersededBy } of log) {
    for (const older of supersedes) if (older.path !== null) found.get(older.path)?.add(path);
    for (const newer of supersededBy) if (newer.path !== null) found.get(path)?.add(newer.path);
  }
  return found;
}

/** Whether the place of one was taken by another, at once or through others. */
export function isSucceededBy(after: ReadonlyMap<string, ReadonlySet<string>>, older: string, newer: string): boolean {
  const seen = new Set<string>();
  const left = [older];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const next of after.get(at) ?? []) {
      if (next === newer) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(next);
    }
  }
  return false;
}

/** Those that took the place of one another, in a circle; by path. */
export function circling(after: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Set([...after].filter(([, next]) => next.size > 0).map(([path]) => path));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const reached = new Set([...left].flatMap((path) => [...(after.get(path) ?? [])]));
    for (const path of left) {
      const leadsOn = [...(after.get(path) ?? [])].some((next) => left.has(next));
      if (!leadsOn || !reached.has(path)) left.delete(path);
    }
  }
  return [...left].filter((path) => isSucceededBy(after, path, path)).sort();
}
