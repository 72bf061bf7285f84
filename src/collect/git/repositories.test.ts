import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALICE, FIXTURE_START, fixtureRepository, temporaryFolder, writeInto } from '../../../test/git-fixture.ts';
import { cloneOf, threeCommits } from '../../../test/sample-history.ts';
import { scanned } from '../../../test/scanned.ts';

describe('a scan of a repository', () => {
  it('without any commit gives nothing and says so by an unborn head', async () => {
    const { facts, outcome } = await scanned(fixtureRepository().path);
    expect(facts.commits()).toEqual([]);
    expect(outcome).toMatchObject({ head: null, headPosition: null, tips: [], isPartial: false, warnings: [] });
    expect(facts.rows('refs')).toEqual([
      { name: 'HEAD', kind: 'head', commit_id: null, tagger: null, tagged_time: null },
    ]);
  });

  it('whose head is unborn still reads its other branches', async () => {
    const repository = threeCommits();
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/not-yet');
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(3);
    expect(facts.landings()).toEqual([]);
    expect(outcome).toMatchObject({ head: null, headPosition: null, landings: 'replaced' });
    expect(facts.rows('head_files')).toEqual([]);
  });

  it('with a detached head takes the mainline from there', async () => {
    const repository = threeCommits();
    repository.git('update-ref', '--no-deref', 'HEAD', repository.git('rev-parse', 'main~1'));
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(3);
    expect(facts.landings()).toHaveLength(2);
    expect(outcome.headPosition).toBe(1);
  });

  it('gives the same facts for a work tree, a bare clone, a linked worktree and a submodule of one history', async () => {
    const plain = threeCommits();
    plain.checkout();
    const expected = (await scanned(plain.path)).facts;
    const worktree = join(temporaryFolder('worktree'), 'linked');
    plain.git('worktree', 'add', '-q', '--detach', worktree, 'main');
    const outer = fixtureRepository();
    outer.commit({ message: 'outer' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', plain.path, 'inner');
    for (const path of [cloneOf(plain).path, worktree, join(outer.path, 'inner')]) {
      const { facts } = await scanned(path);
      expect(facts.commits()).toEqual(expected.commits());
      expect(facts.landings()).toEqual(expected.landings());
      expect(facts.rows('head_files')).toEqual(expected.rows('head_files'));
    }
  });

  it('in a linked worktree follows the head of that worktree', async () => {
    const plain = threeCommits();
    const worktree = join(temporaryFolder('worktree'), 'linked');
    plain.git('worktree', 'add', '-q', '-b', 'topic', worktree, 'main~2');
    expect((await scanned(worktree)).outcome.headPosition).toBe(0);
    expect((await scanned(plain.path)).outcome.headPosition).toBe(2);
  });

  it('names a submodule in the tree without looking for its content', async () => {
    const inner = threeCommits();
    const outer = fixtureRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'inner');
    outer.git('commit', '-q', '-m', 'with a submodule');
    const { facts, outcome } = await scanned(outer.path);
    const row = facts.rows('head_files').find(({ path }) => path === 'inner');
    expect(row).toMatchObject({ kind: 'submodule', size: null, blob: inner.git('rev-parse', 'main') });
    expect(facts.commit('with a submodule').fileChanges.map(({ kind }) => kind)).toContain('submodule');
    expect(outcome.isPartial).toBe(false);
  });

  it('that is shallow says so, and blames nobody for the files at its edge', async () => {
    const { facts, outcome } = await scanned(cloneOf(threeCommits(), '--depth=2').path);
    expect(
      facts
        .commits()
        .map(({ commit }) => commit.subject)
        .sort(),
    ).toEqual(['three', 'two']);
    expect(facts.commit('two')).toMatchObject({ commit: { parents: [] }, fileChanges: [] });
    expect(facts.commit('three').fileChanges).toHaveLength(1);
    expect(outcome).toMatchObject({ isShallow: true, headPosition: 1 });
    expect(outcome.warnings.join(' ')).toContain('shallow');
  });

  it('that was shallow and is no longer is read as a whole', async () => {
    const origin = threeCommits();
    const clone = cloneOf(origin, '--depth=1');
    const { facts } = await scanned(clone.path);
    clone.git('fetch', '-q', '--unshallow');
    const { outcome } = await scanned(clone.path, facts);
    expect(outcome).toMatchObject({ mode: 'full', isShallow: false });
    expect(facts.everything()).toEqual((await scanned(clone.path)).facts.everything());
    expect(facts.commits()).toHaveLength(3);
  });

  it('cloned without contents knows its changes but only renames of unchanged files, and fetches nothing', async () => {
    const clone = cloneOf(threeCommits(), '--filter=blob:none');
    const before = clone.git('count-objects', '-v');
    const { facts, outcome } = await scanned(clone.path);
    expect(
      facts
        .commit('two')
        .fileChanges.map(({ status }) => status)
        .sort(),
    ).toEqual(['A', 'D']);
    expect(facts.rows('head_files').every(({ size, is_binary }) => size === null && is_binary === null)).toBe(true);
    expect(outcome.isPartial).toBe(true);
    expect(outcome.warnings.join(' ')).toContain('partial');
    expect(clone.git('count-objects', '-v')).toBe(before);
  });

  it('cloned without trees still gives its commits, and says what it could not read', async () => {
    const { facts, outcome } = await scanned(cloneOf(threeCommits(), '--filter=tree:0').path);
    expect(facts.commits()).toHaveLength(3);
    expect(facts.landings()).toHaveLength(3);
    expect(outcome.isPartial).toBe(true);
    expect(outcome.warnings.join(' ')).toContain('3 commits could not be read');
  });

  it('that borrows objects follows alternates, relative ones and circles too', async () => {
    const origin = threeCommits({ bare: true });
    const expected = (await scanned(origin.path)).facts.everything();
    for (const isRelative of [true, false]) {
      const borrower = fixtureRepository({ bare: true });
      const objects = join(origin.gitDir, 'objects');
      const line = isRelative ? relative(join(borrower.gitDir, 'objects'), objects) : objects;
      writeFileSync(join(borrower.gitDir, 'objects', 'info', 'alternates'), `${line}\n`);
      writeFileSync(join(objects, 'info', 'alternates'), `${join(borrower.gitDir, 'objects')}\n`);
      borrower.git('update-ref', 'refs/heads/main', origin.git('rev-parse', 'main'));
      const { facts, outcome } = await scanned(borrower.path);
      expect(facts.everything()).toEqual(expected);
      expect(outcome).toMatchObject({ isPartial: false, warnings: [] });
    }
  });

  it('with SHA-256 ids gives them whole', async () => {
    const repository = threeCommits({ objectFormat: 'sha256' });
    const { facts } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(3);
    expect(facts.commit('three').commit.id).toBe(repository.git('rev-parse', 'main'));
    expect(facts.commit('two').fileChanges).toMatchObject([{ status: 'R', path: 'b.ts', old_path: 'a.ts' }]);
    expect(facts.rows('head_files').map(({ blob }) => blob.length)).toEqual([64, 64]);
  });

  it('peels tags of tags, and knows a tag of a tree to be no commit', async () => {
    const repository = threeCommits();
    repository.git('tag', '-a', '-m', 'x', 'v1', 'main');
    repository.git('tag', '-a', '-m', 'x', 'v1-again', 'v1');
    repository.git('tag', '-a', '-m', 'x', 'tree', 'main^{tree}');
    repository.git('tag', 'light', 'main~1');
    const rows = (await scanned(repository.path)).facts.rows('refs').filter(({ kind }) => kind === 'tag');
    const head = repository.git('rev-parse', 'main');
    expect(rows).toEqual([
      {
        name: 'refs/tags/light',
        kind: 'tag',
        commit_id: repository.git('rev-parse', 'main~1'),
        tagger: null,
        tagged_time: null,
      },
      { name: 'refs/tags/tree', kind: 'tag', commit_id: null, tagger: ALICE, tagged_time: FIXTURE_START },
      { name: 'refs/tags/v1', kind: 'tag', commit_id: head, tagger: ALICE, tagged_time: FIXTURE_START },
      { name: 'refs/tags/v1-again', kind: 'tag', commit_id: head, tagger: ALICE, tagged_time: FIXTURE_START },
    ]);
  });

  it('reads the documents and looks into files at the head', async () => {
    const repository = fixtureRepository();
    repository.commit({
      message: 'docs',
      files: {
        '.mailmap': 'A <a@b> <c@d>\n',
        'deep/.gitattributes': '* linguist-generated\n',
        'deep/CODEOWNERS': 'not one of those read\n',
        '.github/CODEOWNERS': '* @team\n',
        CODEOWNERS: { mode: '120000', content: '.github/CODEOWNERS' },
        tool: { mode: '100755', content: '#!/usr/bin/env python3\n' },
        blob: Buffer.from([0, 1, 2]),
      },
    });
    const { facts } = await scanned(repository.path);
    expect(facts.rows('documents').map(({ path }) => path)).toEqual([
      '.github/CODEOWNERS',
      '.mailmap',
      'deep/.gitattributes',
    ]);
    const files = new Map(facts.rows('head_files').map((row) => [row.path, row]));
    expect(files.get('tool')?.interpreter).not.toBeNull();
    expect(files.get('blob')).toMatchObject({ is_binary: true, size: 3 });
    expect(files.get('.mailmap')).toMatchObject({ size: 14 });
  });

  it('writes nothing into the repository', async () => {
    const repository = threeCommits();
    writeInto(repository.path, 'untracked', 'x');
    const before = repository.git('status', '--porcelain=v2', '--ignored');
    await scanned(repository.path);
    expect(repository.git('status', '--porcelain=v2', '--ignored')).toBe(before);
  });
});
