import { describe, expect, it, vi } from 'vitest';
import { fixtureRepository } from '../../../test/git-fixture.ts';
import { countLater } from './count-later.ts';
import { locateRepository } from './locate.ts';
import { openSafeGit } from './safe-git.ts';

async function counted(tips: (ids: string[]) => string[], delay: number) {
  const repository = fixtureRepository();
  const ids = repository.commits([{ message: 'one' }, { message: 'two' }, { message: 'three' }]);
  const git = await openSafeGit(await locateRepository(repository.path));
  return { git, later: countLater(git, tips(ids), delay) };
}

describe('the count of commits', () => {
  it('is known after a while, when a scan takes long', async () => {
    const { git, later } = await counted((ids) => ids.slice(-1), 0);
    await using _ = git;
    expect(later.total()).toBeNull();
    await vi.waitFor(() => expect(later.total()).toBe(3), 20_000);
    await later.stop();
  });

  it('is not even begun when the scan is over before', async () => {
    const { git, later } = await counted((ids) => ids, 60_000);
    await using _ = git;
    await later.stop();
    expect(later.total()).toBeNull();
  });

  it('stays unknown where objects are missing', async () => {
    const { git, later } = await counted(() => ['1'.repeat(40)], 0);
    await using _ = git;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await later.stop();
    expect(later.total()).toBeNull();
  });
});
