import { afterAll, beforeAll, expect, test } from 'vitest';
import { quietEffects } from '../../test/command-line.ts';
import { FIXTURE_START, temporaryFolder } from '../../test/git-fixture.ts';
import { openTables } from '../../test/tables.ts';
import { TEAM_NOW, teamRepository } from '../../test/team-repository.ts';
import { holdFacts } from '../app/open.ts';
import { DEFAULT_REQUEST } from '../app/request.ts';
import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { historyAt, readHistory, readWholePast } from './read-history.ts';

let query: Query;
let close: () => void;
beforeAll(async () => {
  const effects = quietEffects({ cwd: teamRepository(), now: TEAM_NOW, dataDir: temporaryFolder('data') });
  const open = await holdFacts({ effects, request: DEFAULT_REQUEST });
  close = () => open.close();
  query = await open.ask(DEFAULT_REQUEST, async ({ facts }) => facts.query);
});
afterAll(() => close());

test('a history that is cut from the whole past is the one that is read', async () => {
  const past = await readWholePast(query);
  // Also in the middle of a day, of a merge, before everything and after it.
  for (const days of [-10, 0, 0.5, 2, 4.5, 33.25, 60, 121, 121.00001, 400]) {
    const until = Math.floor(FIXTURE_START + days * DAY);
    expect(historyAt(past, until), `${days} days`).toEqual(await readHistory(query, until));
  }
});

test('what was written before a moment and committed after it is not known then, nor is a batch that was not whole', async () => {
  const commit = (id: string, written: number | null, committed: number | null) => {
    return { id, change: id, author: 'ada', committer: 'bo', author_time: written, committer_time: committed };
  };
  const commits = [
    commit('a', 1000, 1000),
    commit('b', 1500, 2200),
    commit('c', 90_000, 2500),
    commit('d', 3000, null),
  ];
  const own = await openTables({
    people: [
      { person: 'ada', name: 'Ada' },
      { person: 'bo', name: 'Bo' },
    ],
    commits,
    changes: commits.map(({ id, committer_time }) => ({
      change: id,
      lander: 'bo',
      landed_at: committer_time ?? 3000,
      worked_at: committer_time,
      title: id,
    })),
    change_authors: commits.map(({ id }) => ({ change: id, person: 'ada' })),
    reviews: [{ change: 'a', person: 'bo', reviewed_at: 2100 }],
    releases: [{ name: 'v1', commit_id: 'b', released_at: 2300, releaser: 'bo' }],
  });
  const past = await readWholePast(own);
  for (const until of [0, 1000, 1001, 1600, 2100, 2201, 2301, 2501, 3001, 90_001, 200_000]) {
    expect(historyAt(past, until), `at ${until}`).toEqual(await readHistory(own, until));
  }
});
