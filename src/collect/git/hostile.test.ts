import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFixture, temporaryFolder, writeInto } from '../../../test/git-fixture.ts';
import { cleanHistory, falsify, trapped } from '../../../test/hostile-repository.ts';
import type { MemoryFacts } from '../../../test/memory-facts.ts';
import { scanned } from '../../../test/scanned.ts';
import { locateRepository, quickFingerprint } from './index.ts';

const MAKE_PIPE = 'mkfifo';

/** Every file below a folder: what it is, when it was changed, and what is in it. */
function pictureOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path, { bigint: true });
      const content = stat.isSymbolicLink() ? readlinkSync(path) : stat.isFile() ? readFileSync(path) : '';
      const hash = createHash('sha256').update(content).digest('hex');
      return [name, stat.mode, stat.mtimeNs, stat.ctimeNs, stat.size, hash].join(' ');
    });
}

/** What the history says, without the refs, to which a trap adds its own. */
function historyOf(facts: MemoryFacts): unknown {
  return [facts.commits(), facts.landings(), facts.rows('head_files'), facts.rows('documents')];
}

/** A hostile environment for this very process, as one that was started from a hook or a wrapper may have. */
function withHostileEnvironment<T>(values: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  return run().finally(() => {
    for (const name of Object.keys(values)) delete process.env[name];
    Object.assign(process.env, before);
  });
}

describe('a hostile repository', () => {
  it('is a trap indeed: plain git runs what it names and tells another history', () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    const env = { PATH: process.env.PATH ?? '', HOME: '/nonexistent' };
    const plain = (...args: string[]) => spawnSync('git', ['-C', trap.path, ...args], { env, encoding: 'utf8' });
    const rewriteConfig = (line: RegExp) => {
      for (const name of ['config', 'config.worktree']) {
        const file = join(trap.gitDir, name);
        writeFileSync(file, readFileSync(file, 'utf8').replace(line, ''));
      }
    };
    // With a work tree elsewhere there would be no attributes, and a filter that fails would end git before the rest.
    rewriteConfig(/^\tworktree = .*\n/m);
    plain('log');
    expect(trap.marks()).toEqual(['gpg']);
    plain('status');
    plain('log', '-p');
    rewriteConfig(/^\tprocess = .*\n/m);
    plain('log', '-p');
    plain('log', '-p', '--ext-diff');
    expect(trap.marks()).toEqual(
      expect.arrayContaining(['diff-command', 'fsmonitor', 'gpg', 'process', 'smudge', 'textconv']),
    );
    rmSync(join(trap.gitDir, 'config'));
    rmSync(join(trap.gitDir, 'config.worktree'));
    writeFileSync(join(trap.gitDir, 'config'), '[core]\n\trepositoryFormatVersion = 0\n');
    falsify(trap.gitDir, clean);
    rmSync(join(trap.gitDir, 'objects/info/commit-graph'));
    expect(plain('log', '--format=%s', 'main').stdout).not.toBe(clean.git('log', '--format=%s', 'main'));
  });

  it('runs nothing, changes nothing and falsifies nothing, in a full scan and in a rescan', async () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    falsify(trap.gitDir, clean);
    const before = pictureOf(trap.path);
    const evil = join(temporaryFolder('evil'), 'program');
    writeFileSync(evil, `#!/bin/sh\n: > "${evil}.ran"\n`, { mode: 0o755 });
    const environment = {
      GIT_EXTERNAL_DIFF: evil,
      GIT_PAGER: evil,
      GIT_SSH_COMMAND: evil,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: evil,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${evil}'`,
      GIT_DIR: trap.gitDir,
      GIT_WORK_TREE: '/',
      GIT_TRACE: `${evil}.trace`,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/dev',
      GIT_REPLACE_REF_BASE: 'refs/heads/',
      GIT_EXEC_PATH: '/nonexistent',
    };
    await withHostileEnvironment(environment, async () => {
      const { facts } = await scanned(trap.path);
      await quickFingerprint(await locateRepository(trap.path));
      const rescan = await scanned(trap.path, facts);
      expect(rescan.outcome.mode).toBe('unchanged');
    });
    const { facts, outcome } = await scanned(trap.path);
    expect(trap.marks()).toEqual([]);
    expect(existsSync(`${evil}.ran`) || existsSync(`${evil}.trace`)).toBe(false);
    expect(pictureOf(trap.path)).toEqual(before);
    expect(historyOf(facts)).toEqual(historyOf((await scanned(clean.path)).facts));
    expect(outcome).toMatchObject({ isPartial: false, isShallow: false, forgeUrl: null });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach a screen
    expect(outcome.warnings.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('runs nothing either when something new is read, or when objects are missing', async () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    const { facts } = await scanned(trap.path);
    clean.commit({ message: 'newer', files: { 'z.txt': 'z\n' } });
    cpSync(join(clean.gitDir, 'objects'), join(trap.gitDir, 'objects'), { recursive: true });
    writeInto(trap.gitDir, 'refs/heads/main', `${clean.git('rev-parse', 'main')}\n`);
    expect((await scanned(trap.path, facts)).outcome.mode).toBe('incremental');
    expect(historyOf(facts)).toEqual(historyOf((await scanned(clean.path)).facts));

    const packs = join(trap.gitDir, 'objects/pack');
    for (const name of readdirSync(packs).filter((file) => file.endsWith('.pack'))) {
      const pack = readFileSync(join(packs, name));
      for (const file of readdirSync(packs)) if (file.startsWith(name.slice(0, -4))) rmSync(join(packs, file));
      openFixture(clean.path).gitWith(pack, `--git-dir=${trap.gitDir}`, 'unpack-objects', '-q');
    }
    const trapConfig = readFileSync(join(trap.gitDir, 'config'), 'utf8');
    writeFileSync(join(trap.gitDir, 'config'), `${trapConfig}[remote "origin"]\n\tpromisor = true\n`);
    for (const lost of ['main~2^{tree}', 'main~4:a.txt', 'main:z.txt']) {
      const id = clean.git('rev-parse', lost);
      rmSync(join(trap.gitDir, 'objects', id.slice(0, 2), id.slice(2)), { force: true });
    }
    const marks = trap.marks();
    const before = pictureOf(trap.path);
    expect((await scanned(trap.path)).outcome.isPartial).toBe(true);
    const lost = clean.git('rev-parse', 'main~2');
    rmSync(join(trap.gitDir, 'objects', lost.slice(0, 2), lost.slice(2)), { force: true });
    const walked = await scanned(trap.path);
    expect(walked.outcome.warnings.join(' ')).toContain('missing or damaged');
    expect(trap.marks()).toEqual(marks);
    expect(marks).toEqual([]);
    expect(pictureOf(trap.path).length).toBeLessThanOrEqual(before.length);
  });

  it('cannot cut its history by a commit-graph file that lies', async () => {
    const clean = cleanHistory();
    const expected = (await scanned(clean.path)).facts.everything();
    clean.git('commit-graph', 'write', '--reachable');
    const file = join(clean.gitDir, 'objects/info/commit-graph');
    const graph = readFileSync(file);
    const chunk = graph.indexOf('CDAT');
    const data = Number(graph.readBigUInt64BE(chunk + 4));
    // Rows of tree id, two parents, generation and date: no commit has a parent any more.
    for (let row = 0; row < 4; row++) graph.writeUInt32BE(0x70000000, data + row * 36 + 20);
    chmodSync(file, 0o644);
    writeFileSync(file, graph);
    expect(clean.git('rev-list', '--count', 'main')).toBe('1');
    expect((await scanned(clean.path)).facts.everything()).toEqual(expected);
  });

  it('cannot make git wait for a named pipe in the place of an object or a ref', async () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    const pipe = (path: string) => {
      mkdirSync(join(path, '..'), { recursive: true });
      expect(spawnSync(MAKE_PIPE, [path]).status).toBe(0);
    };
    pipe(join(trap.gitDir, 'refs/heads/pipe'));
    rmSync(join(trap.gitDir, 'config'));
    pipe(join(trap.gitDir, 'config'));
    expect((await scanned(trap.path)).facts.commits()).toHaveLength(4);
    const alternate = join(temporaryFolder('alternate'), 'objects');
    pipe(join(alternate, 'pack', 'pack-0000.idx'));
    writeInto(trap.gitDir, 'objects/info/alternates', `${alternate}\n`);
    await expect(scanned(trap.path)).rejects.toMatchObject({ code: 'odd-object-store' });
  });
});
