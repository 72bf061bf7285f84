import type { History } from '../absence/history.ts';
import { historyAt, readHistory, readWholePast, type WholePast } from '../absence/read-history.ts';
import type { Query } from '../domain/query.ts';

/** Somebody who plays with dates goes back and forth between a few of them. */
const KEPT = 3;

const held = new WeakMap<Query, { until: number; history: Promise<History> }[]>();
const pasts = new WeakMap<Query, Promise<WholePast>>();

/** What a history is made of, and when: nothing else in the facts has a time that {@link readHistory} reads. */
const BETWEEN = `
SELECT (SELECT count(*) FROM changes WHERE landed_at >= $from AND landed_at < $until)
     + (SELECT count(*) FROM commits WHERE (author_time >= $from AND author_time < $until)
                                         OR (committer_time >= $from AND committer_time < $until))
     + (SELECT count(*) FROM reviews WHERE reviewed_at >= $from AND reviewed_at < $until)
     + (SELECT count(*) FROM releases WHERE released_at >= $from AND released_at < $until) AS facts`;

/**
 * The history before `until` (seconds since 1970), read once for as long as the facts are open: reading a hundred thousand
 * commits takes longer than every answer made of them. Facts do not change while they are open, so that one read a moment
 * earlier is the same history where nothing has a time in between.
 */
export async function heldHistory(query: Query, until: number): Promise<History> {
  const kept = held.get(query) ?? [];
  held.set(query, kept);
  for (const one of kept) {
    const [from, to] = [Math.min(one.until, until), Math.max(one.until, until)];
    if (from !== to && (await query<{ facts: number }>(BETWEEN, { from, until: to }))[0]?.facts !== 0) continue;
    return { ...(await one.history), until };
  }
  const entry = { until, history: kept.length === 0 ? readHistory(query, until) : cut(query, until) };
  kept.unshift(entry);
  kept.length = Math.min(kept.length, KEPT);
  // What failed is asked again by the next.
  entry.history.catch(() => kept.splice(kept.indexOf(entry), 1));
  return await entry.history;
}

/** Whoever looks at a second moment will look at more: everything is read once, and every further moment cut from it. */
async function cut(query: Query, until: number): Promise<History> {
  const past = pasts.get(query) ?? readWholePast(query);
  pasts.set(query, past);
  // What failed is read again by the next.
  past.catch(() => pasts.delete(query));
  return historyAt(await past, until);
}
