import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Facts, openFacts, openWorkspace } from '../src/app/workspace.ts';
import { locateRepository, quickFingerprint, scanGit } from '../src/collect/git/index.ts';
import { derivations } from '../src/derive/index.ts';
import type { Row } from '../src/domain/tables.ts';
import { ALICE, BOB, CAROL, FIXTURE_START, type FixtureRepository, fixtureRepository } from './git-fixture.ts';

const HOUR = 3600;
const folder = mkdtempSync(join(tmpdir(), 'fortnight-open-work-'));
let opened: Facts | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
  rmSync(folder, { recursive: true, force: true });
});

/** What the tables say after one more scan. */
async function tablesOf(repository: FixtureRepository) {
  opened?.close();
  const workspace = await openWorkspace([await locateRepository(repository.path)], {
    dataDir: folder,
    collector: { scan: scanGit, fingerprint: quickFingerprint },
  });
  opened = await openFacts(workspace, { configs: new Map(), derivations, verify: true });
  const { query } = opened;
  const people = new Map(
    (await query<{ person: string; name: string }>('SELECT person, name FROM people')).map((row) => [
      row.person,
      row.name,
    ]),
  );
  const names = (ids: readonly string[]) => ids.map((id) => people.get(id)).sort();
  const work = await query<Row<'open_work'>>('SELECT * FROM open_work ORDER BY branch');
  const decisions = await query<Row<'decisions'>>('SELECT * FROM decisions ORDER BY path');
  return {
    work: work.map(({ branch, authors, commits, areas }) => ({ branch, authors: names(authors), commits, areas })),
    decisions: decisions.map(({ repository: _, ...row }) => ({ ...row, written_by: names(row.written_by) })),
  };
}

it('open work and decisions follow the repository from scan to scan', async () => {
  const repository = fixtureRepository();
  repository.commits([
    {
      message: 'begin',
      files: {
        'core/a.ts': 'a',
        'core/b.ts': 'b',
        'web/a.ts': 'a',
        'web/b.ts': 'b',
        CODEOWNERS: 'core/ @a\nweb/ @b\n',
      },
    },
    {
      message: 'ask',
      files: { 'docs/adr/tmp.md': '# Use a queue\n\n## Status\n\nProposed\n\nSee `core/a.ts`.\n' },
      author: BOB,
    },
    {
      name: 'named',
      message: 'name',
      files: { 'docs/adr/0001-queue.md': { renameFrom: 'docs/adr/tmp.md' } },
      author: CAROL,
    },
    { message: 'work', branch: 'topic', files: { 'web/a.ts': 'c' }, author: BOB, parents: ['named'] },
    { message: 'more', branch: 'topic', files: { 'core/a.ts': 'c' }, author: CAROL },
    { message: 'other', branch: 'other', files: { 'README.md': 'c' }, author: BOB, parents: ['named'] },
  ]);
  const proposed = {
    path: 'docs/adr/0001-queue.md',
    title: 'Use a queue',
    status: 'proposed',
    date: null,
    deciders: [],
    proposed_at: FIXTURE_START + 2 * HOUR,
    last_changed_at: FIXTURE_START + 3 * HOUR,
    written_by: ['Bob Bridge', 'Carol Cove'],
    areas: ['core'],
  };
  const topic = { branch: 'topic', authors: ['Bob Bridge', 'Carol Cove'], commits: 2, areas: ['core', 'web'] };
  const other = { branch: 'other', authors: ['Bob Bridge'], commits: 1, areas: [] };
  expect(await tablesOf(repository)).toEqual({ work: [other, topic], decisions: [proposed] });

  repository.git('branch', '-q', '-D', 'other');
  expect(await tablesOf(repository)).toEqual({ work: [topic], decisions: [proposed] });

  repository.commits([
    {
      name: 'decided',
      message: 'decide',
      files: {
        'docs/adr/0001-queue.md':
          '---\naffects: [WEB, nowhere]\ndate: 2024-01-02\n---\n# Use a queue\n\n## Status\n\nAccepted\n',
      },
      author: ALICE,
    },
    { message: 'land', author: ALICE, parents: ['decided', repository.git('rev-parse', 'topic')] },
  ]);
  expect(await tablesOf(repository)).toEqual({
    work: [],
    decisions: [
      {
        ...proposed,
        status: 'accepted',
        date: '2024-01-02',
        last_changed_at: expect.any(Number),
        written_by: ['Alice Arch', 'Bob Bridge', 'Carol Cove'],
        areas: ['web'],
      },
    ],
  });

  repository.commit({ message: 'drop', files: { 'docs/adr/0001-queue.md': null } });
  expect(await tablesOf(repository)).toEqual({ work: [], decisions: [] });
});

it('a branch of a shallow clone ends where the clone does', async () => {
  const repository = fixtureRepository();
  repository.commits([
    { message: 'one', name: 'first', files: { a: '1' } },
    { message: 'two', files: { a: '2' } },
    { message: 'old', branch: 'topic', files: { b: '1' }, parents: ['first'], author: BOB },
    { message: 'new', branch: 'topic', files: { b: '2' }, author: BOB },
  ]);
  const clone = join(folder, 'clone');
  repository.git('clone', '-q', '--depth=1', '--no-single-branch', `file://${repository.path}`, clone);
  expect((await tablesOf({ ...repository, path: clone })).work).toEqual([
    { branch: 'topic', authors: ['Bob Bridge'], commits: 1, areas: [] },
  ]);
});
