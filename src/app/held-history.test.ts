import { describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import { readHistory } from '../absence/read-history.ts';
import type { Query } from '../domain/query.ts';
import { heldHistory, holdWholePast } from './held-history.ts';

/** One change at each of these times (seconds), and how many rows of history were read so far. */
async function facts(...times: number[]) {
  const query = await openTables({
    people: [{ person: 'ada', name: 'Ada' }],
    commits: times.map((at) => ({
      id: `c${at}`,
      change: `c${at}`,
      author: 'ada',
      author_time: at,
      committer_time: at,
    })),
    changes: times.map((at) => ({ change: `c${at}`, lander: 'ada', landed_at: at, worked_at: at, title: 'work' })),
    change_authors: times.map((at) => ({ change: `c${at}`, person: 'ada' })),
  });
  let reads = 0;
  const counted: Query = async (sql, parameters) => {
    if (sql.includes('string_agg') && sql.includes('AS lines') && sql.includes('c.landed_at //')) reads += 1;
    return await query(sql, parameters);
  };
  return { query: counted, reads: () => reads };
}

describe('a history that is held', () => {
  it('is read once for a moment, however often it is asked for', async () => {
    const { query, reads } = await facts(1e6, 2e6);
    const [one, other] = [await heldHistory(query, 3e6), await heldHistory(query, 3e6)];
    expect(reads()).toBe(1);
    expect(other).toEqual(one);
  });

  it('is that of a later moment too where nothing happened in between, and says until when', async () => {
    const { query, reads } = await facts(1e6, 2e6);
    await heldHistory(query, 3e6);
    expect(await heldHistory(query, 3e6 + 50)).toEqual(await readHistory(query, 3e6 + 50));
    expect(reads()).toBe(2);
  });

  it('is read anew where something happened in between', async () => {
    const { query, reads } = await facts(1e6, 2e6);
    expect((await heldHistory(query, 3e6)).changes).toHaveLength(2);
    expect((await heldHistory(query, 1.5e6)).changes).toHaveLength(1);
    expect(reads()).toBe(2);
    expect((await heldHistory(query, 2.5e6)).changes).toHaveLength(2);
    expect(reads()).toBe(2);
  });

  it('is cut from the whole past where that is held, and read no more', async () => {
    const { query, reads } = await facts(1e6, 2e6);
    await holdWholePast(query);
    for (const until of [3e6, 1.5e6]) {
      const read = await readHistory(query, until);
      const before = reads();
      expect(await heldHistory(query, until)).toEqual(read);
      expect(reads()).toBe(before);
    }
  });

  it('that could not be read is read again by the next', async () => {
    const { query } = await facts(1e6);
    let isBroken = true;
    const flaky: Query = (sql, parameters) => (isBroken ? Promise.reject(new Error('gone')) : query(sql, parameters));
    await expect(heldHistory(flaky, 2e6)).rejects.toThrow('gone');
    isBroken = false;
    expect((await heldHistory(flaky, 2e6)).changes).toHaveLength(1);
  });
});
