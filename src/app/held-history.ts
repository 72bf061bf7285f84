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
  // Whoever looks at a second moment will look at more.
  const isCut = kept.length > 0 || pasts.has(query);
  const entry = { until, history: isCut ? cut(query, until) : readHistory(query, until) };
  kept.unshift(entry);
  kept.length = Math.min(kept.length, KEPT);
  // What failed is asked again by the next.
  entry.history.catch(() => {
    const place = kept.indexOf(entry);
    if (place !== -1) kept.splice(place, 1);
  });
  return await entry.history;
}

/** Reads everything now, so that the history of no moment has to be read: for whoever will look at many. */
export async function holdWholePast(query: Query): Promise<void> {
  await wholePast(query);
}

async function cut(query: Query, until: number): Promise<History> {
  return historyAt(await wholePast(query), until);
}

function wholePast(query: Query): Promise<WholePast> {
  const known = pasts.get(query);
  if (known !== undefined) return known;
  const past = readWholePast(query);
  pasts.set(query, past);
  // What failed is read again by the next.
  past.catch(() => pasts.delete(query));
  return past;
}
