import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtureRepository, temporaryFolder, writeInto } from '../../../test/git-fixture.ts';
import { processorTime } from '../../../test/processor-time.ts';
import { scanned } from '../../../test/scanned.ts';
import { locateRepository, quickFingerprint } from './index.ts';
import { MOST_CHANGES, RawDiff } from './raw-diff.ts';

/** Runs something while git gives up where it compares trees, as it does where they unfold without end. */
async function withoutMemoryForTrees<T>(run: () => Promise<T>): Promise<T> {
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  const folder = temporaryFolder('git');
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\ncase "$1" in diff-tree) echo 'fatal: Out of memory, malloc failed' >&2; exit 128;; esac\nexec ${real} "$@"\n`,
    { mode: 0o755 },
  );
  const { PATH } = process.env;
  process.env.PATH = `${folder}:${PATH}`;
  return await run().finally(() => {
    process.env.PATH = PATH;
  });
}

describe('a repository that wants to exhaust', () => {
  it('loses the file changes of a commit that git cannot hold, and that is said', async () => {
    const repository = fixtureRepository();
    repository.commit({ message: 'bomb', files: { a: 'a' } });
    const { facts, outcome } = await withoutMemoryForTrees(() => scanned(repository.path));
    expect(facts.commits()).toHaveLength(1);
    expect(outcome).toMatchObject({ isPartial: true });
    expect(outcome.warnings).toEqual(['1 commit changes too many files to be read; its file changes were left out.']);
  });

  it('does not fill the memory with the file changes of one commit', () => {
    const diff = new RawDiff(40);
    const id = 'a'.repeat(40);
    const entry = `:000000 100644 ${'0'.repeat(40)} ${id} A\0f\0`;
    const many = Buffer.from(entry.repeat(10_000));
    diff.push(Buffer.from(`${id}\0`));
    for (let sent = 0; sent <= MOST_CHANGES; sent += 10_000) diff.push(many);
    const next = 'b'.repeat(40);
    expect(diff.push(Buffer.from(`${next}\0${entry}${next}\0`))).toEqual([
      { id, changes: [], isTooLarge: true },
      expect.objectContaining({ id: next, isTooLarge: false, changes: [expect.objectContaining({ path: 'f' })] }),
    ]);
  });

  it('has of its files of rules the topmost read, and that is said', async () => {
    const repository = fixtureRepository();
    const large = `${'# words\n'.repeat(120_000)}*.x text\n`;
    const folders = Array.from({ length: 20 }, (_, i) => `a/${i}/.gitattributes`);
    const files = Object.fromEntries(folders.map((path) => [path, large]));
    repository.commit({ message: 'rules', files: { ...files, 'z/.gitattributes': 'x', CODEOWNERS: '* @a' } });
    const { facts, outcome } = await scanned(repository.path);
    const read = facts.rows('documents').map(({ path }) => path);
    expect(read).toHaveLength(19);
    expect(read).toEqual(expect.arrayContaining(['CODEOWNERS', 'z/.gitattributes', 'a/0/.gitattributes']));
    expect(outcome.warnings).toEqual([
      '3 files of rules (.gitattributes and the like) were left out: together they are too many or too large.',
    ]);
  });

  it('has paths that no system could open told apart by a hash', async () => {
    const repository = fixtureRepository();
    const long = 'p'.repeat(100_000);
    const blob = repository.gitWith('x', 'hash-object', '-w', '--stdin');
    const tree = repository.gitWith(`100644 blob ${blob}\t${long}a\n100644 blob ${blob}\t${long}b\n`, 'mktree');
    repository.git('update-ref', 'refs/heads/main', repository.git('commit-tree', '-m', 'long', tree));
    const { facts } = await scanned(repository.path);
    const paths = facts.rows('head_files').map(({ path }) => path);
    expect(paths).toEqual([expect.stringMatching(/^p{200}…[0-9a-f]{16}$/), expect.stringMatching(/^p{200}…/)]);
    expect(new Set(paths).size).toBe(2);
  });

  it('has its packed refs read without a look for a file behind each', async () => {
    const repository = fixtureRepository();
    const id = repository.commit({ message: 'one' });
    const lines = Array.from({ length: 100_000 }, (_, i) => `${id} refs/tags/v${i}\n`);
    writeInto(repository.gitDir, 'packed-refs', lines.join(''));
    const location = await locateRepository(repository.path);
    const started = processorTime();
    await quickFingerprint(location);
    expect(processorTime() - started).toBeLessThan(1500);
  });
});
