import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extendHistory, makeHistory } from '../scripts/history.ts';

const root = mkdtempSync(join(tmpdir(), 'fortnight-history-'));
const options = { commits: 1500, seed: 7 };
const first = join(root, 'first.git');
const second = join(root, 'second.git');
const git = (repository: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28 }).trim();

beforeAll(async () => {
  await makeHistory(first, options);
  await makeHistory(second, options);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a generated history', () => {
  it('is the same for the same seed, to the last commit id', () => {
    expect(git(first, 'rev-parse', 'main')).toBe(git(second, 'rev-parse', 'main'));
  });

  it('is sound, has as many commits as asked for, and about three file changes to each', () => {
    expect(git(first, 'fsck', '--full', '--strict')).toBe('');
    expect(git(first, 'rev-list', '--count', '--all')).toBe('1500');
    const changes = git(first, 'log', '--raw', '-M', '--format=').split('\n').filter(Boolean).length;
    expect(changes / 1500).toBeGreaterThan(2.9);
    expect(changes / 1500).toBeLessThan(3.1);
  });

  it('has what histories have: merges, squashes, patches, reverts, renames, bots, co-authors and releases', () => {
    const log = git(first, 'log', '--format=%an|%cn|%s|%(trailers:only,unfold)');
    expect(log).toMatch(/\|GitHub\|Merge pull request #\d+ from /);
    expect(log).toMatch(/\(#\d+\)\|/);
    expect(log).toMatch(/Reviewed-by: /);
    expect(log).toMatch(/Co-authored-by: /);
    expect(log).toMatch(/^dependabot\[bot\]\|/m);
    const [reverted] = /(?<=This reverts commit )[0-9a-f]{40}/.exec(git(first, 'log', '--format=%b')) ?? [];
    expect(git(first, 'cat-file', '-t', reverted ?? '')).toBe('commit');
    expect(git(first, 'log', '--raw', '-M', '--format=')).toMatch(/ R0?\d\d\t/);
    expect(git(first, 'tag').split('\n').length).toBeGreaterThan(20);
  });

  it('can be added to, as if it had been made longer', async () => {
    const before = git(second, 'rev-parse', 'main');
    await extendHistory(second, options, 1500, 1600);
    expect(git(second, 'rev-list', '--count', 'main')).toBe('1600');
    expect(git(second, 'merge-base', before, 'main')).toBe(before);
    await extendHistory(second, options, 1600, 1650);
    expect(git(second, 'rev-list', '--count', '--all')).toBe('1650');
    expect(git(second, 'fsck', '--full', '--strict')).toBe('');
  });
});
