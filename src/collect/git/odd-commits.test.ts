import { describe, expect, it } from 'vitest';
import { ALICE, FIXTURE_START, type FixtureRepository, fixtureRepository } from '../../../test/git-fixture.ts';
import { scanned } from '../../../test/scanned.ts';

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
});
