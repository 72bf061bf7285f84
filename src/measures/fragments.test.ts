import { describe, expect, it } from 'vitest';
import { WINDOW } from '../../test/ask.ts';
import { openTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { APPROVED, HISTORY, LANDED, newest, PRESENCE } from './fragments.ts';

const day = (ago: number): number => WINDOW.until - ago * DAY;
const told = { ...WINDOW, lead: 'ada' };

describe('presence', () => {
  const presence = async (tables: Parameters<typeof openTables>[0]) => {
    const query = await openTables(tables);
    return await query(`WITH ${PRESENCE} SELECT person, is_active FROM presence ORDER BY person`, told);
  };

  it('is being seen in any part within 90 days', async () => {
    expect(
      await presence({
        commits: [
          { id: 'k1', author: 'ada', author_time: day(89), committer_time: day(89), committer: 'bo' },
          { id: 'k2', author: 'cy', author_time: day(91), committer_time: day(91) },
        ],
        commit_authors: [
          { commit_id: 'k1', person: 'ada' },
          { commit_id: 'k1', person: 'dee' },
          { commit_id: 'k2', person: 'cy' },
        ],
        changes: [{ change: 'k1', landed_at: day(80), lander: 'eve' }],
        reviews: [{ change: 'k1', person: 'fay', reviewed_at: day(80) }],
      }),
    ).toEqual([
      { person: 'ada', is_active: true },
      { person: 'bo', is_active: true },
      { person: 'cy', is_active: false },
      { person: 'dee', is_active: true },
      { person: 'eve', is_active: true },
      { person: 'fay', is_active: true },
    ]);
  });

  it('takes a commit applied later for work of its author, not for a sign that they are there', async () => {
    const commits = [{ id: 'k1', author: 'ada', author_time: day(200), committer_time: day(5) }];
    const commit_authors = [{ commit_id: 'k1', person: 'ada' }];
    expect(await presence({ commits, commit_authors })).toEqual([{ person: 'ada', is_active: false }]);
  });

  it('knows nothing of what came after', async () => {
    const commits = [{ id: 'k1', author: 'ada', author_time: day(-1), committer_time: day(-1) }];
    expect(await presence({ commits, commit_authors: [{ commit_id: 'k1', person: 'ada' }] })).toEqual([]);
  });
});

describe('changes of the window', () => {
  it("are those of people, by whom, landed by a person or nobody known; approvals are others'", async () => {
    const query = await openTables({
      people: [{ person: 'ada' }, { person: 'bo' }, { person: 'forge', kind: 'bot' }],
      changes: [
        { change: 'c1', landed_at: WINDOW.since, lander: 'bo' },
        { change: 'c2', landed_at: WINDOW.until - 1, lander: 'forge' },
        { change: 'c3', landed_at: WINDOW.until, lander: 'bo' },
        { change: 'c4', landed_at: WINDOW.since - 1, lander: 'bo' },
        { change: 'c5', landed_at: null, lander: 'bo' },
        { change: 'c6', landed_at: WINDOW.since, is_human: false },
      ],
      change_authors: [
        { change: 'c1', person: 'ada' },
        { change: 'c1', person: 'bo' },
        { change: 'c2', person: 'bo' },
      ],
      reviews: [
        { change: 'c1', person: 'ada', kind: 'approval' },
        { change: 'c2', person: 'ada', kind: 'sign-off' },
        { change: 'c2', person: 'forge', kind: 'approval' },
      ],
    });
    expect(await query(`WITH ${LANDED} SELECT change, lander, by_lead FROM landed ORDER BY change`, told)).toEqual([
      { change: 'c1', lander: 'bo', by_lead: true },
      { change: 'c2', lander: null, by_lead: false },
    ]);
    expect(
      await query(`WITH ${LANDED}, ${APPROVED} SELECT change, by_lead, by_other FROM approved ORDER BY change`, told),
    ).toEqual([{ change: 'c2', by_lead: true, by_other: false }]);
  });
});

describe('evidence', () => {
  it('is the newest fifty, in a total order', async () => {
    const query = await openTables({
      changes: Array.from({ length: 60 }, (_, i) => ({ change: `c${String(i).padStart(2, '0')}`, landed_at: i >> 1 })),
    });
    const [row] = await query<{ newest: { t: number; id: string }[] }>(
      `SELECT ${newest('landed_at', 'change')} AS newest FROM changes`,
    );
    expect(row?.newest).toHaveLength(50);
    expect(row?.newest.slice(0, 3).map((e) => e.id)).toEqual(['c59', 'c58', 'c57']);
  });

  it('says how much of the history is cut off', async () => {
    const query = await openTables({
      repositories: [{ repository: 'a', is_shallow: true }, { repository: 'b', is_partial: true }, { repository: 'c' }],
    });
    expect(await query(`WITH ${HISTORY} FROM history`)).toEqual([{ repositories: 3, shallow: 1, partial: 1 }]);
  });
});
