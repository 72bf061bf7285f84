import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FixtureRepository, fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import { MemoryFacts } from '../../../test/memory-facts.ts';
import { findGit } from './git-program.ts';
import { locateRepository, scanGit } from './index.ts';
import { GitFailure, openSafeGit } from './safe-git.ts';

async function locationOf(repository: FixtureRepository) {
  return await locateRepository(repository.path);
}

/** A folder with a program called git that says this version. */
function folderWithGit(said: string, folder = temporaryFolder('bin')): string {
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho '${said}'\n`, { mode: 0o755 });
  return folder;
}

const SOURCES = readdirSync(new URL('../..', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8') }));

describe('git under the safe profile', () => {
  it('is started in one place, and asked for its version in another; elsewhere nothing is started but a browser', () => {
    const starters = SOURCES.filter(({ text }) => text.includes('node:child_process')).map(({ name }) => name);
    expect(starters.sort()).toEqual([
      'app/show-in-browser.ts',
      'collect/git/git-program.ts',
      'collect/git/safe-git.ts',
    ]);
  });

  it('gets an environment of our own and nothing of ours', async () => {
    const folder = folderWithGit('git version 2.50.1');
    const seen = join(folder, 'seen');
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\n[ "$1" = version ] && echo git version 2.50.1 || { /usr/bin/env; pwd; } > '${seen}'\n`,
    );
    const repository = fixtureRepository();
    process.env.GIT_EXTERNAL_DIFF = '/bin/false';
    try {
      await using git = await openSafeGit(await locationOf(repository), { searchPath: folder });
      await git.start(['anything']).finish();
      // What a shell adds by itself.
      const lines = readFileSync(seen, 'utf8')
        .trim()
        .split('\n')
        .filter((line) => !/^(PWD|SHLVL|_|OLDPWD)=/.test(line));
      expect(lines.sort()).toEqual(
        [
          `PATH=${folder}`,
          'LC_ALL=C',
          'HOME=/nonexistent',
          'GIT_CONFIG_NOSYSTEM=1',
          'GIT_CONFIG_GLOBAL=/dev/null',
          'GIT_ATTR_NOSYSTEM=1',
          `GIT_DIR=${git.gitDir}`,
          `GIT_OBJECT_DIRECTORY=${join(repository.gitDir, 'objects')}`,
          `GIT_SHALLOW_FILE=${join(git.gitDir, 'shallow')}`,
          'GIT_NO_REPLACE_OBJECTS=1',
          'GIT_OPTIONAL_LOCKS=0',
          'GIT_NO_LAZY_FETCH=1',
          'GIT_ALLOW_PROTOCOL=none',
          'GIT_TERMINAL_PROMPT=0',
          'GIT_FLUSH=0',
          git.gitDir,
        ].sort(),
      );
    } finally {
      delete process.env.GIT_EXTERNAL_DIFF;
    }
  });

  it('is never a program that lies in the repository or that npx puts on the path', async () => {
    const repository = fixtureRepository();
    const seen = join(repository.path, 'seen');
    const trap = `git version 9.9'; : > '${seen}`;
    const folders = ['bin', 'node_modules/.bin', '.git/bin'].map((name) => join(repository.path, name));
    folders.push(join(temporaryFolder('elsewhere'), 'node_modules', '.bin'));
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      folderWithGit(trap, folder);
    }
    const link = join(temporaryFolder('link'), 'bin');
    symlinkSync(join(repository.path, 'bin'), link);
    const honest = folderWithGit('git version 2.50.1');
    await using git = await openSafeGit(await locationOf(repository), {
      searchPath: [...folders, link, honest].join(':'),
    });
    expect(git.program.path).toBe(join(honest, 'git'));
    expect(existsSync(seen)).toBe(false);
  });

  it('may take only so much memory', async () => {
    const folder = folderWithGit('git version 2.50.1');
    const seen = join(folder, 'seen');
    writeFileSync(
      join(folder, 'git'),
      `#!/bin/sh\n[ "$1" = version ] && echo git version 2.50.1 || ulimit -d > '${seen}'\n`,
    );
    await using git = await openSafeGit(await locationOf(fixtureRepository()), { searchPath: folder });
    await git.start(['anything']).finish();
    expect(Number(readFileSync(seen, 'utf8'))).toBeLessThanOrEqual(2 ** 21);
  });

  it('that fails is a failure, with what it said made harmless', async () => {
    await using git = await openSafeGit(await locationOf(fixtureRepository()));
    const process = git.start(['cat-file', '-t', '--end-of-options', '\u001b[31mnothing']);
    await expect(process.finish()).rejects.toThrow(GitFailure);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    await expect(process.finish()).rejects.not.toThrow(/[\u0000-\u001f]/);
  });

  it('says what to do where there is no temporary folder, and takes a relative one as it is meant', async () => {
    const location = await locationOf(fixtureRepository());
    const folder = temporaryFolder('relative');
    const before = process.env.TMPDIR;
    try {
      process.env.TMPDIR = '/nonexistent';
      await expect(openSafeGit(location)).rejects.toMatchObject({ code: 'no-temporary-folder' });
      process.env.TMPDIR = relative(process.cwd(), folder);
      await using git = await openSafeGit(location);
      expect(isAbsolute(git.gitDir)).toBe(true);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });

  it('leaves no folder behind', async () => {
    const { gitDir } = await (async () => {
      await using git = await openSafeGit(await locationOf(fixtureRepository()));
      return { gitDir: git.gitDir };
    })();
    expect(() => readdirSync(gitDir)).toThrow(/ENOENT/);
  });

  it.each([
    ['git-missing', () => ''],
    ['git-missing', () => '.:relative/bin:'],
    ['git-too-old', () => folderWithGit('git version 2.25.1')],
    ['git-too-old', () => folderWithGit('hello')],
  ])('that cannot be used is a sentence that says what to do: %s', async (code, searchPath) => {
    await expect(findGit(searchPath())).rejects.toMatchObject({ code, hint: expect.stringContaining('2.32 or newer') });
  });

  it('reads a version with all that vendors put behind it', async () => {
    expect(await findGit(folderWithGit('git version 2.39.5 (Apple Git-154)'))).toMatchObject({ major: 2, minor: 39 });
    expect(await findGit(folderWithGit('git version 2.47.1.windows.2'))).toMatchObject({ major: 2, minor: 47 });
  });

  it('says that a reftable needs a newer git, where this one is too old for it', async () => {
    const repository = fixtureRepository();
    repository.git('config', 'extensions.refStorage', 'reftable');
    const scan = scanGit(await locationOf(repository), null, nowhere);
    const { major, minor } = await findGit();
    if (major > 2 || minor >= 45) await expect(scan).rejects.toThrow();
    else
      await expect(scan).rejects.toMatchObject({ code: 'git-too-old', message: expect.stringContaining('reftable') });
  });

  it('stops at once when the scan is interrupted', async () => {
    const repository = fixtureRepository();
    repository.commits(Array.from({ length: 300 }, (_, i) => ({ message: `c${i}`, files: { f: `${i}` } })));
    const abort = new AbortController();
    const facts = new MemoryFacts();
    const scan = facts.take(async (previous, sink) =>
      scanGit(
        await locationOf(repository),
        previous,
        { ...sink, commit: () => void abort.abort() as undefined },
        undefined,
        {
          signal: abort.signal,
        },
      ),
    );
    await expect(scan).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 });
  });

  it('holds git back while the sink is full, so that memory stays bounded', async () => {
    const repository = fixtureRepository();
    repository.commits(Array.from({ length: 200 }, (_, i) => ({ message: `c${i}`, files: { f: `${i}` } })));
    let open = 0;
    let most = 0;
    await scanGit(await locationOf(repository), null, {
      ...nowhere,
      commit() {
        most = Math.max(most, ++open);
        return new Promise((resolve) => setImmediate(() => resolve(void open--)));
      },
    });
    expect(most).toBe(1);
  });

  it('tells how far it is', async () => {
    const repository = fixtureRepository();
    repository.commits([{ message: 'one' }, { message: 'two' }]);
    const said: unknown[] = [];
    await scanGit(await locationOf(repository), null, nowhere, (progress) => said.push(progress));
    expect(said).toEqual([
      { phase: 'commits', commits: 0, total: null },
      { phase: 'commits', commits: 2, total: null },
      { phase: 'files', commits: 2, total: null },
    ]);
  });

  it('passes on the error of a sink and ends', async () => {
    const repository = fixtureRepository();
    repository.commits([{ message: 'one' }, { message: 'two' }]);
    const broken = { ...nowhere, commit: () => Promise.reject(new Error('disk full')) };
    await expect(scanGit(await locationOf(repository), null, broken)).rejects.toThrow('disk full');
  });
});

const nowhere = { commit: () => undefined, landing: () => undefined, snapshot: async () => undefined };
