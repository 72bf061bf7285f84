import { expect, test } from 'vitest';
import { changes } from '../../test/ask.ts';
import { repositoryRow, settingOf } from '../../test/setting.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { type ChangePage, changePageSchema } from '../domain/change-page.ts';
import { DAY } from '../domain/window.ts';
import { changePage } from './change-page.ts';

const setting = settingOf();
const repository = repositoryRow({ forge_url: 'https://github.com/team/engine' });

async function pageOf(tables: LiteralTables, id: string, named = 'repo'): Promise<ChangePage> {
  const query = await openTables(tables);
  return changePageSchema.parse(
    await changePage({ query, repositories: [repository] }, setting, { repository: named, id }),
  );
}

const one = changes('bo+cy > ada core');
const first = one.changes?.[0] ?? {};

test('a change says who wrote and landed it, when, and what it waited', async () => {
  const { change, isPart } = await pageOf(
    { ...one, changes: [{ ...first, title: 'Add it', number: 7, lander_evidence: 'merge-author' }] },
    'c001',
  );
  expect(isPart).toBe(false);
  expect(change).toMatchObject({
    title: 'Add it',
    requestUrl: 'https://github.com/team/engine/pull/7',
    url: 'https://github.com/team/engine/commit/c001',
    route: 'Merged request',
    authors: { people: ['bo', 'cy'] },
    lander: { people: ['ada'] },
    waiting: DAY,
    leadTime: 2 * DAY,
  });
  expect(change?.counts.map(({ sentence }) => sentence)).toContain(
    "A teammate's change that landed through ada alone.",
  );
});

test('a squash tells nothing of when its work began or waited, and no figure counts it', async () => {
  const { change } = await pageOf({ ...one, changes: [{ ...first, route: 'squash' }] }, 'c001');
  expect(change).toMatchObject({ beganAt: null, workedAt: null, waiting: null, leadTime: null });
  const said = change?.counts.map(({ sentence }) => sentence) ?? [];
  expect(said).toContain('A squash hides when its work began and was last touched: left out of lead time and waiting.');
  expect(said.filter((sentence) => sentence.endsWith(' counts.'))).toEqual([]);
});

test('what landed directly is left out of lead time and waiting', async () => {
  const { change } = await pageOf({ ...one, changes: [{ ...first, route: 'direct' }] }, 'c001');
  expect(change?.counts.map(({ measure }) => measure)).toEqual(['gate', 'waiting']);
});

test('a commit of a change leads to the change, also by the beginning of its id', async () => {
  const part = { id: 'beef01', change: 'c001', author: 'bo', subject: 'Part of it' };
  const page = await pageOf({ ...one, commits: [...(one.commits ?? []), part] }, 'beef');
  expect(page).toMatchObject({ isPart: true, commit: { id: 'beef01' }, change: { id: 'c001', commitsTotal: 2 } });
});

test('a commit that has not landed is shown without a change', async () => {
  const page = await pageOf({ commits: [{ id: 'dead01', author: 'bo', subject: 'On a branch' }] }, 'dead01');
  expect(page).toMatchObject({ commit: { subject: 'On a branch' }, change: null });
});

test('files stand by area, with what was done to them', async () => {
  const { change } = await pageOf(
    {
      ...one,
      file_changes: [
        { commit_id: 'c001', path: 'src/new.ts', old_path: 'src/old.ts', status: 'R', area: 'core' },
        { commit_id: 'c001', path: 'README.md', status: 'M', class: 'documentation' },
      ],
    },
    'c001',
  );
  expect(change?.areas).toEqual([
    { area: 'core', files: [{ path: 'src/new.ts', oldPath: 'src/old.ts', status: 'renamed', class: 'source' }] },
    { area: null, files: [{ path: 'README.md', oldPath: null, status: 'modified', class: 'documentation' }] },
  ]);
});

test('what took a change back, and what it takes back, are named both ways', async () => {
  const two = changes('bo > ada core', 'cy > ada core');
  const commits = (two.commits ?? []).map((commit) => ({ ...commit, reverts: commit.id === 'c002' ? 'c001' : null }));
  const tables = { ...two, commits };
  expect((await pageOf(tables, 'c001')).change?.revertedBy).toMatchObject([{ id: 'c002' }]);
  expect((await pageOf(tables, 'c002')).change?.reverts).toMatchObject([{ id: 'c001' }]);
});

test('an id that fits no commit, or several, is refused with what to do', async () => {
  await expect(pageOf(one, 'ffff')).rejects.toThrow('No commit of repo has the id ffff');
  await expect(pageOf(one, 'c001', 'elsewhere')).rejects.toThrow('No commit of elsewhere');
  const twins = [{ id: 'abcd1' }, { id: 'abcd2' }];
  await expect(pageOf({ commits: twins }, 'abcd')).rejects.toThrow('More than one commit begins with abcd.');
});
