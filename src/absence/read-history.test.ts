import { describe, expect, it } from 'vitest';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { asOne, type History } from './history.ts';
import { readHistory } from './read-history.ts';

type Commit = NonNullable<LiteralTables['commits']>[number];
type Change = NonNullable<LiteralTables['changes']>[number];

/** A commit that landed by itself: `at` in minutes; written when it landed unless said. */
function landed(
  id: string,
  at: number,
  author: string,
  committer: string | null,
  change: Change = {},
  commit: Commit = {},
) {
  const time = at * 60;
  return {
    commit: { id, change: id, author, committer, author_time: time, committer_time: time, ...commit } as Commit,
    change: { change: id, lander: committer, landed_at: time, worked_at: time, title: id, ...change } as Change,
    authors: [{ change: id, person: author }],
  };
}

async function read(landings: readonly ReturnType<typeof landed>[], more: LiteralTables = {}, until = 1e9) {
  const query = await openTables({
    people: [
      { person: 'ada', name: 'Ada' },
      { person: 'bo', name: 'Bo' },
      { person: 'bot', name: 'a bot', kind: 'bot' },
    ],
    commits: landings.map(({ commit }) => commit),
    changes: landings.map(({ change }) => change),
    change_authors: landings.flatMap(({ authors }) => authors),
    ...more,
  });
  return await readHistory(query, until);
}

const ids = ({ changes }: History) => changes.map(({ id, ids: all = [id] }) => all.join('+'));
const days = ({ activity }: History, person: number) => activity[person]?.map(({ day }) => day);

describe('a history read from the tables', () => {
  it('makes one change of what the same hands landed within 30 minutes, a forge being one committer', async () => {
    const forge = { route: 'squash' } as const;
    const history = await read([
      landed('a', 0, 'bo', null, forge),
      landed('b', 20, 'bo', null, forge),
      landed('c', 30, 'ada', null, forge),
      landed('d', 40, 'bo', null, forge),
      landed('e', 75, 'bo', null, forge),
    ]);
    expect(ids(history)).toEqual(['a+b', 'c', 'd', 'e']);
  });

  it('has bots end a batch and then leaves them out', async () => {
    const history = await read([
      landed('a', 0, 'bo', 'bo'),
      landed('x', 1, 'bot', 'bot', { is_human: false }),
      landed('b', 2, 'bo', 'bo'),
      landed('m', 3, 'bo', 'bo', { route: 'branch' }, { parent_count: 2 }),
      landed('n', 4, 'bo', 'bo', { route: 'branch' }, { parent_count: 2 }),
    ]);
    expect(ids(history)).toEqual(['a', 'b', 'm', 'n']);
    expect(history.people.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  });

  it('goes on from the first commit of a batch of direct commits', async () => {
    const batch = landed('c', 80, 'bo', 'bo', { commits: 2 });
    const first: Commit = { id: 'b', change: 'c', author: 'bo', committer: 'bo', author_time: 0, committer_time: 1800 };
    const one = landed('a', 0, 'bo', 'bo');
    const history = await read([one, batch], { commits: [one.commit, first, batch.commit] });
    expect(ids(history)).toEqual(['a+c']);
  });

  it('sees people when they wrote and when they committed, also where it never landed, and co-authors not', async () => {
    const time = (day: number) => day * DAY + 5;
    const history = await read([], {
      commits: [
        { id: 'a', author: 'bo', committer: 'ada', author_time: time(3), committer_time: time(5) },
        { id: 'm', author: 'bo', committer: null, author_time: time(8), committer_time: time(9), parent_count: 2 },
      ],
      commit_authors: [
        { commit_id: 'a', person: 'bo' },
        { commit_id: 'a', person: 'ada' },
      ],
      reviews: [{ change: 'a', person: 'ada', reviewed_at: time(11) }],
    });
    expect([days(history, 0), days(history, 1)]).toEqual([
      [5, 11],
      [3, 8],
    ]);
    expect(history.activity[1]?.map(({ commits }) => commits)).toEqual([1, 0]);
  });

  it('takes unknown times for unknown, times before 1970 as they are, and nothing of the future', async () => {
    const history = await read(
      [
        landed('a', -5 * 1440, 'bo', 'bo', { worked_at: null }, { author_time: null }),
        landed('b', 10, 'bo', 'bo', { landed_at: null }, { committer_time: null, author_time: -1 }),
        landed('c', 2 * 1440, 'bo', 'bo'),
      ],
      {},
      2 * DAY,
    );
    expect(ids(history)).toEqual(['a']);
    expect(history).toMatchObject({ began: -5 * DAY, until: 2 * DAY });
    expect(history.changes[0]?.workedAt).toBeNull();
    expect(days(history, 1)).toEqual([-5, -1]);
  });

  it('sees nobody at work by a commit that was made after the moment, as early as its author dates it', async () => {
    const [early, late] = [3 * DAY, 30 * DAY];
    const commits = [
      { id: 'a', author: 'bo', committer: 'ada', author_time: early, committer_time: early + 60 },
      { id: 'b', author: 'bo', committer: 'ada', author_time: early + 5 * DAY, committer_time: late },
    ];
    const seen = async (until: number) => days(await read([], { commits }, until), 1);
    expect(await seen(late)).toEqual([3]);
    expect(await seen(late + 1)).toEqual([3, 8]);
  });

  it('takes titles apart from what is around them, whatever they hold', async () => {
    const title = "it's 'a\nb' \u001f1\u001f2, 100 % — ✓";
    const history = await read([landed('a', 0, 'bo', 'ada', { title, number: 12 }), landed('b', 60, 'bo', 'ada')]);
    expect(history.changes.map((change) => [change.id, change.title, change.number, change.lander])).toEqual([
      ['a', "it's 'a\uFFFDb' \uFFFD1\uFFFD2, 100 % — ✓", 12, 0],
      ['b', 'b', null, 0],
    ]);
  });

  it('knows the areas of each change by their place', async () => {
    const history = await read([landed('a', 0, 'bo', 'ada'), landed('b', 60, 'bo', 'ada')], {
      change_areas: [
        { change: 'a', area: 'core' },
        { change: 'a', area: 'docs' },
        { change: 'b', area: 'docs' },
      ],
    });
    const named = history.changes.map(({ areas }) => areas.map((area) => history.areas[area]?.area));
    expect(named).toEqual([['core', 'docs'], ['docs']]);
    expect(new Set(history.changes.map(({ repository }) => repository)).size).toBe(1);
  });

  it('knows where a shallow clone begins, and of a whole one that nothing is cut off', async () => {
    const repositories = (is_shallow: boolean) => ({ repositories: [{ is_shallow }] });
    const landings = [landed('a', 10, 'bo', 'ada'), landed('b', 90, 'bo', 'ada')];
    expect((await read(landings, repositories(true))).cutOffAt).toBe(600);
    expect((await read(landings, repositories(false))).cutOffAt).toBeNull();
    expect((await read([], repositories(true), 5000)).cutOffAt).toBe(5000);
  });

  it('of nothing is nothing', async () => {
    expect(await read([])).toMatchObject({ changes: [], areas: [], releases: [], began: null, activity: [[], []] });
  });
});

describe('several people as one', () => {
  it('write, land and are seen together, each change and day once', async () => {
    const history = await read([
      { ...landed('a', 0, 'bo', 'ada'), authors: ['ada', 'bo'].map((person) => ({ change: 'a', person })) },
      landed('b', 2000, 'bo', 'bo'),
    ]);
    const one = asOne(history, [1, 0]);
    expect(one.changes.map(({ authors, lander }) => [authors, lander])).toEqual([
      [[1], 1],
      [[1], 1],
    ]);
    expect([days(one, 0), days(one, 1)]).toEqual([[], [0, 1]]);
    expect(asOne(history, [1])).toBe(history);
  });
});
