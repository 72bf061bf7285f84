import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FixtureRepository, fixtureRepository, temporaryFolder, writeInto } from '../../../test/git-fixture.ts';
import { quickFingerprint } from './fingerprint.ts';
import { locateRepository } from './locate.ts';
import { isRefName, readRefFiles } from './refs.ts';

async function refsOf(repository: FixtureRepository) {
  return readRefFiles(await locateRepository(repository.path), 40);
}

function withBranches(): { repository: FixtureRepository; first: string; second: string } {
  const repository = fixtureRepository();
  const [first = '', second = ''] = repository.commits([{ message: 'one' }, { message: 'two' }]);
  return { repository, first, second };
}

describe('the refs of a repository', () => {
  it('never tell the names of files in a folder that refs are a link to', async () => {
    const { repository, first } = withBranches();
    repository.git('pack-refs', '--all');
    const home = temporaryFolder('home');
    writeFileSync(join(home, 'secret-name'), `${first}\n`);
    rmSync(join(repository.gitDir, 'refs/tags'), { recursive: true });
    symlinkSync(home, join(repository.gitDir, 'refs/tags'));
    const { refs, warnings } = await refsOf(repository);
    expect(refs.map(({ name }) => name)).toEqual(['refs/heads/main']);
    expect(warnings).toEqual(['refs/tags/ is a link to somewhere else and was left out.']);
  });

  it('are those git lists: loose files before packed lines, symbolic refs followed', async () => {
    const { repository, first, second } = withBranches();
    repository.git('branch', 'feature/deep/er', first);
    repository.git('tag', 'v1', first);
    repository.git('update-ref', 'refs/remotes/origin/main', first);
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    repository.git('update-ref', 'refs/notes/commits', first);
    repository.git('pack-refs', '--all');
    repository.git('update-ref', 'refs/remotes/origin/main', second);
    const { head, refs, warnings } = await refsOf(repository);
    const listed = repository.git(
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      'refs/heads',
      'refs/remotes',
      'refs/tags',
    );
    expect(refs.map(({ id, name }) => `${id} ${name}`).sort()).toEqual(listed.split('\n').sort());
    expect(head).toBe(second);
    expect(warnings).toEqual([]);
  });

  it('keep names of any bytes and leave out names git forbids', async () => {
    const { repository, first } = withBranches();
    const heads = join(repository.gitDir, 'refs/heads');
    writeFileSync(Buffer.from(`${heads}/by\xe9te`, 'latin1'), `${first}\n`);
    writeFileSync(join(heads, '--upload-pack=x'), `${first}\n`);
    writeFileSync(join(heads, 'has space'), `${first}\n`);
    writeFileSync(join(heads, 'main.lock'), '');
    const { refs, warnings } = await refsOf(repository);
    expect(refs.map(({ name }) => name)).toEqual([
      'refs/heads/--upload-pack=x',
      'refs/heads/by\xe9te',
      'refs/heads/main',
    ]);
    expect(warnings).toEqual(['The ref refs/heads/has space has a name git forbids and was left out.']);
  });

  it('never lead out of the repository, in circles, or to something that is no ref', async () => {
    const { repository, first } = withBranches();
    const outside = temporaryFolder('outside');
    writeInto(outside, 'secret', `${first}\n`);
    const heads = join(repository.gitDir, 'refs/heads');
    symlinkSync(join(outside, 'secret'), join(heads, 'link'));
    symlinkSync(outside, join(heads, 'folder'));
    writeFileSync(join(heads, 'loop'), 'ref: refs/heads/loop\n');
    writeFileSync(join(heads, 'up'), 'ref: refs/../../../etc/passwd\n');
    writeFileSync(join(heads, 'config'), 'ref: config\n');
    writeFileSync(join(heads, 'empty'), '');
    writeFileSync(join(heads, 'zero'), `${'0'.repeat(40)}\n`);
    const { refs, warnings } = await refsOf(repository);
    expect(refs.map(({ name }) => name)).toEqual(['refs/heads/main']);
    expect(warnings).toHaveLength(7);
  });

  it('follow an old-fashioned HEAD that is a link', async () => {
    const { repository, second } = withBranches();
    rmSync(join(repository.gitDir, 'HEAD'));
    symlinkSync('refs/heads/main', join(repository.gitDir, 'HEAD'));
    expect((await refsOf(repository)).head).toBe(second);
  });

  it('have names by the rules of git check-ref-format', () => {
    const repository = fixtureRepository();
    const name = fc.string({ unit: fc.constantFrom(...'ab/.@{}~^:?*[\\-'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.oneof(name, fc.constantFrom('a.lock', 'a.lock/b', '@', '.a', 'a/.b', 'a..b', 'a@{b', '-x')),
        (text) => {
          let isAllowed = true;
          try {
            repository.git('check-ref-format', `refs/heads/${text}`);
          } catch {
            isAllowed = false;
          }
          expect(isRefName(`refs/heads/${text}`)).toBe(isAllowed);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the fingerprint of a repository', () => {
  it('changes with the head, any ref and the shallow edge, and with nothing else', async () => {
    const { repository, first } = withBranches();
    const take = async () => quickFingerprint(await locateRepository(repository.path));
    const seen = new Set([await take()]);
    const changes = [
      () => repository.git('branch', 'new', first),
      () => repository.git('tag', '-a', '-m', 'x', 'v1'),
      () => repository.git('update-ref', 'refs/heads/new', 'main'),
      () => repository.git('update-ref', '--no-deref', 'HEAD', first),
      () => repository.git('branch', '-D', 'new'),
      () => writeInto(repository.gitDir, 'shallow', `${first}\n`),
      () => repository.git('config', 'remote.origin.url', 'git@github.com:a/b.git'),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      seen.add(await take());
      expect(seen.size).toBe(index + 2);
    }
    repository.git('pack-refs', '--all');
    repository.git('config', 'user.name', 'Somebody');
    writeInto(repository.path, 'untracked', 'x');
    mkdirSync(join(repository.gitDir, 'refs/heads/empty'), { recursive: true });
    seen.add(await take());
    expect(seen.size).toBe(changes.length + 1);
  });
});
