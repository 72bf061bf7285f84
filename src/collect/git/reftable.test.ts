import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import { scanned } from '../../../test/scanned.ts';
import { findGit, isAtLeast } from './git-program.ts';
import { locateRepository, quickFingerprint } from './index.ts';

const isTooOld = !isAtLeast(await findGit(), 2, 45);

describe.skipIf(isTooOld)('a repository that keeps its refs in a reftable (needs git 2.45)', () => {
  for (const objectFormat of ['sha1', 'sha256'] as const) {
    it(`gives what the same history gives with refs in files, ${objectFormat}`, async () => {
      const [inTable, inFiles] = (['reftable', 'files'] as const).map((refFormat) => {
        const repository = fixtureRepository({ refFormat, objectFormat });
        repository.commits([
          { message: 'one', files: { a: '1' } },
          { message: 'two', branch: 'topic' },
          { message: 'three' },
        ]);
        repository.git('tag', '-a', '-m', 'x', 'v1', 'main');
        repository.git('update-ref', 'refs/remotes/origin/main', 'topic');
        repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
        repository.git('update-ref', 'refs/notes/commits', 'topic');
        return repository;
      });
      const expected = (await scanned(inFiles?.path ?? '')).facts.everything();
      expect((await scanned(inTable?.path ?? '')).facts.everything()).toEqual(expected);
    });
  }

  it('has an unborn head, a detached one, and one of its own in each linked worktree', async () => {
    const repository = fixtureRepository({ refFormat: 'reftable' });
    expect((await scanned(repository.path)).outcome.head).toBeNull();
    const [one, two] = repository.commits([{ message: 'one' }, { message: 'two' }]);
    expect((await scanned(repository.path)).outcome.head).toBe(two);
    const folder = temporaryFolder('worktrees');
    repository.git('worktree', 'add', '-q', '-b', 'topic', join(folder, 'topic'), 'main~1');
    repository.git('worktree', 'add', '-q', '--detach', join(folder, 'detached'), 'main~1');
    expect((await scanned(join(folder, 'topic'))).outcome.head).toBe(one);
    expect((await scanned(join(folder, 'detached'))).outcome.head).toBe(one);
    expect((await scanned(repository.path)).outcome.head).toBe(two);
  });

  it('changes its fingerprint with its refs', async () => {
    const repository = fixtureRepository({ refFormat: 'reftable' });
    repository.commits([{ message: 'one' }]);
    const before = await quickFingerprint(await locateRepository(repository.path));
    expect(await quickFingerprint(await locateRepository(repository.path))).toBe(before);
    repository.git('branch', 'new', 'main');
    expect(await quickFingerprint(await locateRepository(repository.path))).not.toBe(before);
  });
});
