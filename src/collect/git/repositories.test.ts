import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  type CommitScript,
  FIXTURE_START,
  type FixtureRepository,
  fixtureRepository,
  openFixture,
  temporaryFolder,
  writeInto,
} from '../../../test/git-fixture.ts';
import { scanned } from '../../../test/scanned.ts';

const LINES = `${Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')}\n`;
const THREE: readonly CommitScript[] = [
  { message: 'one', files: { 'a.ts': LINES } },
  { message: 'two', files: { 'a.ts': null, 'b.ts': `${LINES}more\n` } },
  { message: 'three', files: { 'c.ts': 'c\n' } },
];

function threeCommits(options: Parameters<typeof fixtureRepository>[0] = {}): FixtureRepository {
  const repository = fixtureRepository(options);
  repository.commits(THREE);
  return repository;
}

function cloneOf(from: FixtureRepository, ...options: string[]): FixtureRepository {
  const path = join(temporaryFolder('clone'), 'copy.git');
  from.git('config', 'uploadpack.allowFilter', 'true');
  from.git('clone', '-q', '--bare', ...options, pathToFileURL(from.path).href, path);
  return openFixture(path);
}

/** Where a loose object lies. */
function looseObject(repository: FixtureRepository, id: string): string {
  return join(repository.gitDir, 'objects', id.slice(0, 2), id.slice(2));
}

/** Puts every object of a repository into its own file, so that single ones can be taken away. */
function unpack(repository: FixtureRepository): void {
  const packs = join(repository.gitDir, 'objects', 'pack');
  for (const name of readdirSync(packs)) {
    if (!name.endsWith('.pack')) continue;
    const pack = readFileSync(join(packs, name));
    for (const file of readdirSync(packs)) if (file.startsWith(name.slice(0, -4))) rmSync(join(packs, file));
    repository.gitWith(pack, 'unpack-objects', '-q');
  }
}

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
});

describe('a scan of a damaged repository', () => {
  function damaged(damage: (repository: FixtureRepository, object: (name: string) => string) => void): string {
    const repository = threeCommits();
    unpack(repository);
    damage(repository, (name) => looseObject(repository, repository.git('rev-parse', name)));
    return repository.path;
  }

  it.each([
    ['missing', (path: string) => rmSync(path)],
    [
      'corrupt',
      (path: string) => {
        rmSync(path);
        writeFileSync(path, 'this is no object');
      },
    ],
  ])('gives what lies before a %s commit, and says that the rest is unknown', async (_kind, damage) => {
    const { facts, outcome } = await scanned(damaged((_repository, object) => damage(object('main~1'))));
    expect(facts.commits().map(({ commit }) => commit.subject)).toEqual(['three']);
    expect(facts.landings()).toHaveLength(1);
    expect(outcome).toMatchObject({ isPartial: true, headPosition: 0 });
    expect(outcome.warnings.join(' ')).toContain('1 commits are missing or damaged');
  });

  it('gives a commit without its file changes where its tree is missing, and all others whole', async () => {
    const { facts, outcome } = await scanned(damaged((_repository, object) => rmSync(object('main^{tree}'))));
    expect(facts.commits()).toHaveLength(3);
    expect(facts.commit('three').fileChanges).toEqual([]);
    expect(facts.commit('two').fileChanges).toMatchObject([{ status: 'R' }]);
    expect(outcome.isPartial).toBe(true);
    expect(outcome.warnings.join(' ')).toMatch(/file changes of 1 commits.*tree of the head/);
  });

  it('finds only exact renames in a commit whose contents are missing, and all in the others', async () => {
    const { facts, outcome } = await scanned(damaged((_repository, object) => rmSync(object('main~2:a.ts'))));
    expect(
      facts
        .commit('two')
        .fileChanges.map(({ status }) => status)
        .sort(),
    ).toEqual(['A', 'D']);
    expect(facts.commit('three').fileChanges).toHaveLength(1);
    expect(outcome.isPartial).toBe(true);
    expect(outcome.warnings.join(' ')).toContain('In 1 commits renames');
  });

  it('is not continued later but done anew, so that a repair counts', async () => {
    let lost = '';
    const path = damaged((_repository, object) => {
      lost = object('main~1');
    });
    const content = readFileSync(lost);
    rmSync(lost);
    const { facts } = await scanned(path);
    writeFileSync(lost, content);
    expect((await scanned(path, facts)).outcome).toMatchObject({ mode: 'full', isPartial: false });
    expect(facts.commits()).toHaveLength(3);
  });

  it('reads many damaged commits without giving up on the sound ones between them', async () => {
    const repository = fixtureRepository();
    const scripts = Array.from({ length: 60 }, (_, i) => ({ message: `c${i}`, files: { [`d${i}/f`]: `${i}` } }));
    repository.commits(scripts);
    unpack(repository);
    // A folder that only one commit added breaks every later comparison in which it changes: none but its own.
    for (const i of [5, 20, 35]) rmSync(looseObject(repository, repository.git('rev-parse', `main:d${i}`)));
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(60);
    expect(facts.commits().filter(({ fileChanges }) => fileChanges.length === 1)).toHaveLength(57);
    expect(outcome.warnings.join(' ')).toContain('file changes of 3 commits');
  });

  it('throws a sentence when no ref leads to anything that can be read', async () => {
    const repository = threeCommits();
    rmSync(join(repository.gitDir, 'objects'), { recursive: true });
    mkdirSync(join(repository.gitDir, 'objects'));
    await expect(scanned(repository.path)).rejects.toMatchObject({ code: 'objects-missing' });
  });

  it('leaves out broken refs with a warning', async () => {
    const repository = threeCommits();
    writeFileSync(join(repository.gitDir, 'refs', 'heads', 'broken'), 'not an id\n');
    appendFileSync(join(repository.gitDir, 'packed-refs'), `${'1'.repeat(40)} refs/heads/gone\n`);
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.commits()).toHaveLength(3);
    expect(outcome.warnings.join(' ')).toMatch(/broken leads nowhere.*1 refs lead to objects/);
  });
});

describe('odd commits', () => {
  /** Writes a commit object byte by byte and puts `main` on it. */
  function literal(
    repository: FixtureRepository,
    lines: readonly string[],
    message: string | Uint8Array = 'm\n',
  ): string {
    const tree = repository.gitWith('', 'mktree');
    const object = Buffer.concat([
      Buffer.from(`tree ${tree}\n${lines.join('\n')}\n\n`, 'latin1'),
      Buffer.from(message),
    ]);
    const id = repository.gitWith(object, 'hash-object', '-t', 'commit', '-w', '--stdin', '--literally');
    repository.git('update-ref', `refs/heads/${id.slice(0, 8)}`, id);
    return id;
  }

  const GOOD = `${ALICE} ${FIXTURE_START} +0100`;

  it.each([
    [GOOD, ALICE, FIXTURE_START, 60],
    ['Old Hand <o@example.com> -86400 -0330', 'Old Hand <o@example.com>', -86400, -210],
    ['Far Off <f@example.com> 4294967400 +0000', 'Far Off <f@example.com>', 4294967400, 0],
    ['Too Far <f@example.com> 99999999999999999999 +0000', 'Too Far <f@example.com>', null, 0],
    [`Odd Zone <z@example.com> 5 +51800`, 'Odd Zone <z@example.com>', 5, null],
    ['No Zone <z@example.com> 5', 'No Zone <z@example.com>', 5, null],
    ['No Date <n@example.com>', 'No Date <n@example.com>', null, null],
    ['No Address 5 +0000', 'No Address <>', 5, 0],
    ['<only@example.com> 5 +0000', '<only@example.com>', 5, 0],
    ['', '<>', null, null],
    ['Two <a@example.com> <b@example.com> 5 +0000', 'Two <a@example.com>', 5, 0],
    ['Open <a@example.com 5 +0000', 'Open <a@example.com', 5, 0],
    ['J\xf6rg <j@example.com> 5 +0000', 'Jörg <j@example.com>', 5, 0],
  ])('reads the author line "%s"', async (line, identity, time, zone) => {
    const repository = fixtureRepository();
    const id = literal(repository, [`author ${line}`, `committer ${GOOD}`]);
    const { commit } = (await scanned(repository.path)).facts.commit(id);
    if (identity.startsWith('Open')) expect(commit.author).toMatch(/^Open/);
    else expect(commit).toMatchObject({ author: identity, author_time: time, author_zone: zone });
    expect(commit).toMatchObject({ committer: ALICE, committer_time: FIXTURE_START, committer_zone: 60 });
  });

  it('reads a commit without author and committer as by nobody', async () => {
    const repository = fixtureRepository();
    const id = literal(repository, ['encoding UTF-8']);
    const { commit } = (await scanned(repository.path)).facts.commit(id);
    expect(commit).toMatchObject({ author: '<>', author_time: null, committer: '<>', committer_time: null });
  });

  it('decodes by the encoding a commit names, unless it is UTF-8 already', async () => {
    const repository = fixtureRepository();
    const cyrillic = literal(
      repository,
      ['author \xc8\xe2\xe0\xed <i@example.com> 5 +0000', `committer ${GOOD}`, 'encoding windows-1251'],
      Buffer.from('\xcf\xf0\xe8\xe2\xe5\xf2\n', 'latin1'),
    );
    const honest = literal(repository, [`author ${GOOD}`, `committer ${GOOD}`, 'encoding latin1'], 'Grüße\n');
    const unknown = literal(
      repository,
      [`author ${GOOD}`, `committer ${GOOD}`, 'encoding $(touch x)'],
      Buffer.from([0xfc]),
    );
    const { facts } = await scanned(repository.path);
    expect(facts.commit(cyrillic).commit).toMatchObject({ subject: 'Привет', author: 'Иван <i@example.com>' });
    expect(facts.commit(honest).commit.subject).toBe('Grüße');
    expect(facts.commit(unknown).commit.subject).toBe('ü');
  });

  it.each([
    [':100644 100644 0000 1111 M', ':100644 100644 0000 1111 M'],
    [':fix: begin with a colon\n\nauthor Mallory <m@example.com> 1 +0000', ':fix: begin with a colon'],
    ['before\0after', 'before'],
    ['\n\n  late subject', 'late subject'],
    ['', ''],
  ])('is not misled by the message %j', async (message, subject) => {
    const repository = fixtureRepository();
    const id = literal(repository, [`author ${GOOD}`, `committer ${GOOD}`], message);
    repository.commits([{ message: 'next', branch: 'next', parents: [id], files: { f: 'x' } }]);
    const { facts } = await scanned(repository.path);
    expect(facts.commit(id)).toMatchObject({ commit: { subject, author: ALICE, parents: [] }, fileChanges: [] });
    expect(facts.commit('next').fileChanges).toHaveLength(1);
  });

  it('keeps paths of any bytes: UTF-8 as it is, all else quoted as git does', async () => {
    const repository = fixtureRepository();
    repository.commit({
      message: 'odd',
      files: {
        'tab\there': '1',
        'new\nline': '2',
        ümlaut: '3',
        '"\\377\\"x"': '4',
        ':100644 M': '5',
        '"\\"quoted\\""': '6',
      },
    });
    const { facts } = await scanned(repository.path);
    const paths = ['tab\there', 'new\nline', 'ümlaut', '"\\377\\"x"', ':100644 M', '"\\"quoted\\""'].sort();
    expect(
      facts
        .commit('odd')
        .fileChanges.map(({ path }) => path)
        .sort(),
    ).toEqual(paths);
    expect(
      facts
        .rows('head_files')
        .map(({ path }) => path)
        .sort(),
    ).toEqual(paths);
  });

  it('gives kinds of files: executables, links and what a file turned into', async () => {
    const repository = fixtureRepository();
    repository.commits([
      {
        message: 'one',
        files: { run: { mode: '100755', content: '#!/bin/sh\n' }, link: { mode: '120000', content: 'run' } },
      },
      { message: 'two', files: { run: { mode: '120000', content: 'x' }, link: null } },
    ]);
    const { facts } = await scanned(repository.path);
    const kinds = (subject: string) =>
      facts.commit(subject).fileChanges.map(({ path, status, kind }) => [path, status, kind]);
    expect(kinds('one').sort()).toEqual([
      ['link', 'A', 'symlink'],
      ['run', 'A', 'executable'],
    ]);
    expect(kinds('two').sort()).toEqual([
      ['link', 'D', 'symlink'],
      ['run', 'T', 'symlink'],
    ]);
  });

  it('lands each commit once, through the first mainline commit that reaches it, octopus merges included', async () => {
    const repository = fixtureRepository();
    repository.commits([
      { message: 'root', name: 'root' },
      { message: 'a', branch: 'a', parents: ['root'], name: 'a' },
      { message: 'b', branch: 'b', parents: ['root'], name: 'b' },
      { message: 'c', branch: 'c', parents: ['a'], name: 'c' },
      { message: 'octopus', parents: ['root', 'a', 'b'], name: 'o' },
      { message: 'later', parents: ['o', 'c'] },
    ]);
    const { facts, outcome } = await scanned(repository.path);
    const subjects = new Map(facts.commits().map(({ commit }) => [commit.id, commit.subject]));
    const landed = facts
      .landings()
      .map((row) => [subjects.get(row.commit_id), subjects.get(row.landed_id), row.position]);
    expect(landed.sort()).toEqual([
      ['a', 'octopus', 1],
      ['b', 'octopus', 1],
      ['c', 'later', 2],
      ['later', 'later', 2],
      ['octopus', 'octopus', 1],
      ['root', 'root', 0],
    ]);
    expect(facts.commit('octopus')).toMatchObject({ fileChanges: [], commit: { parents: { length: 3 } } });
    expect(outcome.headPosition).toBe(2);
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
