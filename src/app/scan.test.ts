import { chown, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect, historyBefore, type LiteralHistory, longHistory } from '../../test/literal-facts.ts';
import type { FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { repositoryDirectory } from '../store/directory.ts';
import { type Collector, scanRepository } from './scan.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fortnight-scan-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const location: RepositoryLocation = {
  name: 'here',
  gitDir: '/nowhere/here/.git',
  commonDir: '/nowhere/here/.git',
  workTree: '/nowhere/here',
};

/** Remembers how it was asked to scan. */
function collectorOf(history: LiteralHistory, asked: string[] = []): Collector {
  return {
    fingerprint: async () => String(history.commits.length),
    async scan(_, previous, sink) {
      const before = historyBefore(history, previous);
      asked.push(before === null ? 'full' : 'incremental');
      return await collect(history, sink, { before });
    },
  };
}

describe('scanning a repository', () => {
  it('reads it whole, then only what is new, and nothing when it looks as it did', async () => {
    const asked: string[] = [];
    const modes: string[] = [];
    for (const length of [20, 20, 25, 25]) {
      const { mode } = await scanRepository(location, { dataDir, collector: collectorOf(longHistory(length), asked) });
      modes.push(mode);
    }
    expect(modes).toEqual(['full', 'skipped', 'incremental', 'skipped']);
    expect(asked).toEqual(['full', 'incremental']);
  });

  it('reads everything again when that is wanted, with the same bytes', async () => {
    const collector = collectorOf(longHistory(20));
    const first = await scanRepository(location, { dataDir, collector });
    const again = await scanRepository(location, { dataDir, collector, scan: 'full' });
    expect(again.mode).toBe('full');
    expect(again.manifest).toEqual(first.manifest);
  });

  it('believes no facts that lie in the repository, or that are a link to somewhere', async () => {
    const options = { dataDir, collector: collectorOf(longHistory(20)) };
    const around = { ...location, workTree: await realpath(tmpdir()) };
    await expect(scanRepository(around, options)).rejects.toMatchObject({ code: 'inside-repository', exitCode: 2 });
    const hidden = join(dataDir, 'link');
    await symlink('.', hidden);
    const bare = { ...location, workTree: null, gitDir: await realpath(dataDir) };
    await expect(scanRepository(bare, { ...options, dataDir: join(hidden, 'new') })).rejects.toMatchObject({
      code: 'inside-repository',
    });
    await symlink('/', repositoryDirectory(dataDir, location));
    await expect(scanRepository(location, options)).rejects.toMatchObject({ code: 'foreign-facts' });
  });

  it.runIf(process.getuid?.() === 0)('believes no facts of another user', async () => {
    const options = { dataDir, collector: collectorOf(longHistory(20)) };
    await scanRepository(location, options);
    await chown(repositoryDirectory(dataDir, location), 65_534, 65_534);
    await expect(scanRepository(location, options)).rejects.toMatchObject({ code: 'foreign-facts' });
  });

  it('answers from what there is when it must not read, or says that there is nothing', async () => {
    const collector = collectorOf(longHistory(20));
    const options = { dataDir, collector, scan: 'never' } as const;
    await expect(scanRepository(location, options)).rejects.toMatchObject({
      code: 'not-scanned',
      message: 'here has not been scanned yet.',
    });
    const { manifest } = await scanRepository(location, { dataDir, collector });
    const later = { ...options, collector: collectorOf(longHistory(30)) };
    expect((await scanRepository(location, later)).manifest).toEqual(manifest);
  });

  it('does without the note of what it saw where that cannot be written', async () => {
    const collector = collectorOf(longHistory(20));
    const { directory } = await scanRepository(location, { dataDir, collector });
    await rm(join(directory, 'seen.json'));
    await mkdir(join(directory, 'seen.json', 'in-the-way'), { recursive: true });
    const scan = async () => (await scanRepository(location, { dataDir, collector })).mode;
    await scan();
    await scan();
    expect(await scan()).toBe('skipped');
  });

  it('is done again with more memory where single rows are too large for little', async () => {
    const asked: string[] = [];
    const [first, ...rest] = longHistory(2).commits;
    if (first === undefined) throw new Error('no commit');
    const paths = Array.from({ length: 20_000 }, (_, i) => `${'p'.repeat(4000)}${i}`);
    const collector = collectorOf({ commits: [{ ...first, paths }, ...rest] }, asked);
    const { manifest } = await scanRepository(location, { dataDir, collector });
    expect(asked).toEqual(['full', 'full']);
    expect(manifest.parts.head_files[0]?.rows).toBeGreaterThanOrEqual(20_000);
  });

  it('rebuilds facts that are damaged, without a word', async () => {
    const history = longHistory(30);
    const { directory, manifest } = await scanRepository(location, { dataDir, collector: collectorOf(history) });
    const part = join(directory, 'parts', manifest.parts.file_changes.at(-1)?.file ?? '');
    const harms: readonly (() => Promise<void>)[] = [
      () => truncate(part, 30),
      () => rm(part),
      () => rm(join(directory, 'parts'), { recursive: true }),
      () => writeFile(join(directory, 'manifest.json'), '{"version": 0}'),
      () => writeFile(join(directory, 'manifest.json'), '\u0000'),
      () => rm(join(directory, 'manifest.json')),
      async () => {
        await rm(join(directory, 'staging'), { recursive: true });
        await rm(part);
      },
    ];
    for (const harm of harms) {
      await harm();
      const healed = await scanRepository(location, { dataDir, collector: collectorOf(history) });
      expect(healed.mode).toBe('full');
      expect(healed.manifest).toEqual(manifest);
    }
  });

  it('reads everything again when a part it would build upon has other bytes', async () => {
    const asked: string[] = [];
    const { directory, manifest } = await scanRepository(location, {
      dataDir,
      collector: collectorOf(longHistory(30)),
    });
    for (const { file } of manifest.parts.commits) {
      const path = join(directory, 'parts', file);
      const bytes = await readFile(path);
      await writeFile(path, bytes.fill(7, 4, 12));
    }
    const { mode } = await scanRepository(location, { dataDir, collector: collectorOf(longHistory(31), asked) });
    expect(mode).toBe('full');
    expect(asked).toEqual(['incremental', 'full']);
  });

  it('leaves nothing behind when the collector fails, and the facts of before', async () => {
    const { directory, manifest } = await scanRepository(location, {
      dataDir,
      collector: collectorOf(longHistory(20)),
    });
    const failing: Collector = {
      fingerprint: async () => 'another',
      async scan(_, __, sink) {
        await sink.snapshot('documents', []);
        await sink.snapshot('decision_files', []);
        throw new Error('git ended with 128');
      },
    };
    await expect(scanRepository(location, { dataDir, collector: failing })).rejects.toThrow('git ended with 128');
    expect(await readdir(join(directory, 'staging'))).toEqual([]);
    const kept = await scanRepository(location, { dataDir, collector: failing, scan: 'never' });
    expect(kept.manifest).toEqual(manifest);
  });

  it('says in a sentence that the data directory cannot be used', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    const circle = join(dataDir, 'circle');
    await symlink(circle, circle);
    const collector = collectorOf(longHistory(1));
    for (const bad of [file, join(file, 'below'), circle, '/proc/fortnight', join(dataDir, 'x'.repeat(300))]) {
      const error = await scanRepository(location, { dataDir: bad, collector }).then(
        () => null,
        (caught: FortnightError) => caught,
      );
      expect(error).toMatchObject({ name: 'FortnightError', code: 'unusable-directory' });
      expect(error?.message).toMatch(/^The data directory .* cannot be used: [a-z -]+\.$/);
    }
  });

  it('tells repositories of one name apart, and keeps strange names out of paths', () => {
    const other = { ...location, commonDir: '/elsewhere/here/.git' };
    expect(repositoryDirectory(dataDir, other)).not.toBe(repositoryDirectory(dataDir, location));
    for (const name of ['..', '../../etc', 'a/b', '\u001b[31m', '', '.', 'ü'.repeat(500)]) {
      const path = repositoryDirectory('/data', { ...location, name });
      expect(path).toMatch(/^\/data\/[A-Za-z0-9_][A-Za-z0-9._-]{0,75}$/);
    }
  });
});
