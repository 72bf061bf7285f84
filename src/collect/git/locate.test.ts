import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureRepository, openFixture, temporaryFolder } from '../../../test/git-fixture.ts';
import { locateRepository } from './locate.ts';

describe('locateRepository', () => {
  it('finds a work tree from any folder and any file in it, and through links', async () => {
    const repository = fixtureRepository({ name: 'app' });
    const deep = join(repository.path, 'a', 'b');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'file'), '');
    const link = join(temporaryFolder('link'), 'elsewhere');
    symlinkSync(repository.path, link);
    for (const path of [
      repository.path,
      deep,
      join(deep, 'file'),
      join(link, 'a'),
      repository.gitDir,
      join(repository.gitDir, 'refs'),
    ]) {
      expect(await locateRepository(path)).toEqual({
        name: 'app',
        gitDir: repository.gitDir,
        commonDir: repository.gitDir,
        workTree: repository.path,
      });
    }
  });

  it('finds a bare repository, also from a folder inside it, and calls it by its name without .git', async () => {
    const bare = fixtureRepository({ bare: true, name: 'thing.git' });
    for (const path of [bare.path, join(bare.path, 'objects', 'info')]) {
      expect(await locateRepository(path)).toEqual({
        name: 'thing',
        gitDir: bare.path,
        commonDir: bare.path,
        workTree: null,
      });
    }
  });

  it('calls a linked worktree by the repository it belongs to', async () => {
    const repository = fixtureRepository({ name: 'app' });
    repository.commit({ message: 'one' });
    const linked = join(temporaryFolder('linked'), 'app-review');
    repository.git('worktree', 'add', '-q', '--detach', linked, 'main');
    const location = await locateRepository(linked);
    expect(location).toMatchObject({ name: 'app', commonDir: repository.gitDir, workTree: linked });
    expect(location.gitDir).toBe(openFixture(linked).gitDir);
    expect(basename(location.gitDir)).toBe('app-review');
  });

  it('is not led to another repository by a commondir that is no linked worktree of it', async () => {
    const secret = fixtureRepository({ name: 'secret' });
    const repository = fixtureRepository({ name: 'app' });
    for (const named of [secret.gitDir, '../../../secret/.git', '/']) {
      writeFileSync(join(repository.gitDir, 'commondir'), `${named}\n`);
      expect(await locateRepository(repository.path)).toMatchObject({ name: 'app', commonDir: repository.gitDir });
    }
  });

  it('finds a submodule as a repository of its own', async () => {
    const inner = fixtureRepository();
    inner.commit({ message: 'inner' });
    const outer = fixtureRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'lib/inner');
    const location = await locateRepository(join(outer.path, 'lib/inner'));
    expect(location.name).toBe('inner');
    expect(location.gitDir).toBe(location.commonDir);
    expect(location.gitDir).toContain(join(outer.gitDir, 'modules'));
  });

  it.each([
    ['path-missing', () => join(temporaryFolder(), 'nowhere')],
    ['not-a-repository', () => temporaryFolder()],
    [
      'not-a-repository',
      () => {
        // A `.git` folder that is none does not stop the search, and does not count.
        const folder = temporaryFolder();
        mkdirSync(join(folder, '.git', 'objects'), { recursive: true });
        return folder;
      },
    ],
    [
      'broken-repository',
      () => {
        const repository = fixtureRepository();
        rmSync(repository.gitDir, { recursive: true });
        writeFileSync(join(repository.path, '.git'), 'gitdir: /nonexistent\n');
        return repository.path;
      },
    ],
    [
      'broken-repository',
      () => {
        const folder = temporaryFolder();
        writeFileSync(join(folder, '.git'), 'who knows');
        return folder;
      },
    ],
  ])('says in a sentence and a hint what is wrong: %s', async (code, make) => {
    const error = await locateRepository(make()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'FortnightError', code });
    expect(error).toHaveProperty('message', expect.stringMatching(/\.$/));
    expect(error).toHaveProperty('hint', expect.stringMatching(/\.$/));
  });

  it.skipIf(process.getuid?.() === 0)('says when a folder cannot be read', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0);
    await expect(locateRepository(folder)).rejects.toMatchObject({ code: 'path-unreadable' });
  });
});
