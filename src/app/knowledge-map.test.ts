import { expect, test } from 'vitest';
import { WINDOW } from '../../test/ask.ts';
import { settingOf } from '../../test/setting.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { type KnowledgeMap, knowledgeMapSchema } from '../domain/knowledge-map.ts';
import { DAY } from '../domain/window.ts';
import { knowledgeMap } from './knowledge-map.ts';

const setting = settingOf();

interface Work {
  readonly by: string;
  readonly files: readonly string[];
  readonly lander?: string;
  readonly daysAgo?: number;
  readonly isBulk?: boolean;
}

/** One change and commit for each piece of work, in area `core`, with the files at the head. */
function tables(head: readonly string[], ...work: readonly Work[]): LiteralTables {
  const each = work.map((one, i) => ({ ...one, id: `c${i}`, at: WINDOW.until - (one.daysAgo ?? 1) * DAY }));
  return {
    areas: [{ area: 'core' }],
    files: head.map((path) => ({ path, area: 'core', size: 100 })),
    changes: each.map(({ id, at, lander }) => ({ change: id, landed_at: at, lander: lander ?? null })),
    commits: each.map(({ id, at, by, isBulk }) => ({
      id,
      change: id,
      author: by,
      author_time: at,
      committer_time: at,
      is_bulk: isBulk ?? false,
    })),
    commit_authors: each.map(({ id, by }) => ({ commit_id: id, person: by })),
    change_authors: each.map(({ id, by }) => ({ change: id, person: by })),
    change_areas: each.map(({ id }) => ({ change: id, area: 'core' })),
    file_changes: each.flatMap(({ id, files }) => files.map((path) => ({ commit_id: id, path, area: 'core' }))),
  };
}

const mapOf = async (literal: LiteralTables): Promise<KnowledgeMap> =>
  knowledgeMapSchema.parse(await knowledgeMap({ query: await openTables(literal) }, setting));

/** Names by path. */
function knowers(map: KnowledgeMap): Record<string, string[]> {
  const namesOf = (set: number) => (map.sets[set] ?? []).map((at) => map.people[at] ?? '?');
  return Object.fromEntries(
    map.folders.flatMap(({ path, names, sets }) =>
      names.split('/').map((name, i) => [path === '' ? name : `${path}/${name}`, namesOf(sets[i] ?? 0)]),
    ),
  );
}

test('who authored a change to a file knows it; an area is known to all who know any of it', async () => {
  const map = await mapOf(
    tables(
      ['core/a.ts', 'core/b.ts', 'top.ts'],
      { by: 'bo', files: ['core/a.ts'] },
      { by: 'cy', files: ['core/b.ts'] },
    ),
  );
  expect(knowers(map)).toEqual({ 'core/a.ts': ['bo'], 'core/b.ts': ['cy'], 'top.ts': [] });
  expect(map.areas).toMatchObject([{ area: 'core', files: 3, bytes: 300 }]);
  expect(map.sets[map.areas[0]?.set ?? 0]).toEqual([0, 1]);
  expect(map.answer).toBe('The one area is known to two active people or more.');
});

test('who landed it for somebody else half knows it, which a fresh change makes enough', async () => {
  const map = await mapOf(tables(['a.ts'], { by: 'bo', files: ['a.ts'], lander: 'ada', daysAgo: 0.1 }));
  // A half that has faded at all is below the floor of a half.
  expect(knowers(map)).toEqual({ 'a.ts': ['bo'] });
  const twice = { by: 'bo', files: ['a.ts'], lander: 'ada' };
  expect(knowers(await mapOf(tables(['a.ts'], twice, twice)))).toEqual({ 'a.ts': ['ada', 'bo'] });
});

test('a file that was renamed is known to those who changed it under its old name', async () => {
  const literal = tables(['new.ts'], { by: 'bo', files: ['old.ts'] });
  const file_lineage = [
    { path: 'new.ts', ancestor: 'new.ts' },
    { path: 'new.ts', ancestor: 'old.ts' },
  ];
  expect(knowers(await mapOf({ ...literal, file_lineage }))).toEqual({ 'new.ts': ['bo'] });
});

test('what one change taught is below the floor after a half-life, and bulk changes teach nothing', async () => {
  const old = { by: 'bo', files: ['a.ts'], daysAgo: 181 };
  const seen = { by: 'bo', files: ['gone.ts'] };
  expect(knowers(await mapOf(tables(['a.ts'], old, seen)))).toEqual({ 'a.ts': [] });
  expect(knowers(await mapOf(tables(['a.ts'], { ...old, daysAgo: 179 }, seen)))).toEqual({ 'a.ts': ['bo'] });
  expect(knowers(await mapOf(tables(['a.ts'], { by: 'bo', files: ['a.ts'], isBulk: true })))).toEqual({ 'a.ts': [] });
});

test('who is not active any more is in no set', async () => {
  const map = await mapOf(
    tables(['a.ts'], ...[100, 101, 102].map((daysAgo) => ({ by: 'bo', files: ['a.ts'], daysAgo }))),
  );
  expect([map.people, knowers(map)]).toEqual([[], { 'a.ts': [] }]);
  expect(map.answer).toBe('The one area is known to nobody active.');
});

test('a clone whose past is cut off has a map without people', async () => {
  const literal = tables(['a.ts'], { by: 'bo', files: ['a.ts'] });
  const map = await mapOf({ ...literal, repositories: [{ repository: 'repo', is_shallow: true }] });
  expect(map).toMatchObject({ confidence: { level: 'none' }, people: [], sets: [[]] });
  expect(map.answer).toBe('Not enough evidence: without the whole history, who knows an area is not known.');
});

test('without product files there is no map', async () => {
  expect(await mapOf({})).toMatchObject({ areas: [], folders: [], confidence: { level: 'none' } });
});
