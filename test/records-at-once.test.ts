import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { diskFolder } from '../src/app/practice/disk-folder.ts';
import { temporaryFolder } from './git-fixture.ts';

const FACTOR = Number(process.env.FORTNIGHT_SOAK ?? 1);
const DRIVER = fileURLToPath(new URL('./records-driver.ts', import.meta.url));
const MINUTES = 60_000;

/** A process that writes records, what it was told is kept, and what it was refused. */
class Writer {
  readonly kept: { readonly file: string; readonly line: string }[] = [];
  readonly refused: string[] = [];
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  said = '';
  #waiting: (() => void)[] = [];
  #done = 0;

  constructor(root: string, name: string) {
    this.child = spawn(process.execPath, [DRIVER, root, name]);
    children.add(this.child);
    this.ended = new Promise((resolve) => this.child.on('close', (code) => resolve(code)));
    this.child.stdin.on('error', () => undefined);
    this.child.stderr.on('data', (chunk) => {
      this.said += String(chunk);
    });
    createInterface({ input: this.child.stdout }).on('line', (text) => {
      const [word = '', file = '', line = ''] = text.split(' ');
      if (word === 'kept') this.kept.push({ file, line });
      else if (word !== 'ready' && word !== 'done') this.refused.push(word);
      if (word === 'ready' || word === 'done') {
        this.#done += 1;
        for (const wake of this.#waiting.splice(0)) wake();
      }
    });
  }

  /** Waits until it said `ready`, and `done` as often as it was told to write. */
  async until(count: number): Promise<void> {
    while (this.#done < count) {
      await Promise.race([new Promise<void>((resolve) => this.#waiting.push(resolve)), this.ended]);
      if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    }
  }

  write(seed: number, edits: number): void {
    this.child.stdin.write(`${seed} ${edits}\n`);
  }
}

const children = new Set<ChildProcessWithoutNullStreams>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

/** Every line that was acknowledged stands in its record, once; every record is whole; nothing else lies there. */
function expectNothingLost(root: string, writers: readonly Writer[]): void {
  const locks = join(root, '.fortnight');
  // Killed before it wrote a byte into it, a file is nobody's for a few seconds.
  expect(readdirSync(locks).filter((name) => readFileSync(join(locks, name), 'utf8') !== '')).toEqual([]);
  const names = readdirSync(root).filter((name) => name !== '.fortnight');
  const texts = new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
  for (const [name, text] of texts) {
    expect(name).toMatch(/^r\d+-[ab](?:-\d+)?\.md$/);
    expect(text, name).toMatch(/^(?:[a-z]-\d+-\d+\n)+$/);
  }
  const counts = new Map<string, number>();
  for (const line of [...texts.values()].flatMap((text) => text.split('\n')))
    counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const { file, line } of writers.flatMap(({ kept }) => kept)) {
    expect(texts.get(file)?.split('\n'), `${line} in ${file}`).toContain(line);
    expect(counts.get(line), line).toBe(1);
  }
}

describe('records that two processes write at once', () => {
  const rounds = 50 * FACTOR;
  it(`lose nothing that was acknowledged, in ${rounds} interleavings; who comes late is told`, {
    timeout: 5 * MINUTES * FACTOR,
  }, async () => {
    const root = temporaryFolder('at-once');
    const writers = [new Writer(root, 'a'), new Writer(root, 'b')];
    for (let seed = 1; seed <= rounds; seed += 1) {
      await Promise.all(writers.map((writer) => writer.until(seed)));
      for (const writer of writers) writer.write(seed, 4);
    }
    await Promise.all(writers.map((writer) => writer.until(rounds + 1)));
    for (const { said } of writers) expect(said).toBe('');
    expectNothingLost(root, writers);
    const refused = writers.flatMap((writer) => writer.refused);
    expect(new Set(refused)).toEqual(new Set(['record-changed']));
    expect(refused.length + writers.flatMap(({ kept }) => kept).length).toBe(rounds * 8);
  });

  const kills = 8 * FACTOR;
  it(`lose nothing when one is killed at any moment (${kills} kills), and go on without waiting for the dead`, {
    timeout: 5 * MINUTES * FACTOR,
  }, async () => {
    const root = temporaryFolder('killed');
    const survivors = [new Writer(root, 'a'), new Writer(root, 'b')];
    const all = [...survivors];
    for (let seed = 1; seed <= kills; seed += 1) {
      const victim = new Writer(root, 'k');
      all.push(victim);
      await Promise.all([victim.until(1), ...survivors.map((writer) => writer.until(seed))]);
      for (const writer of survivors) writer.write(seed, 6);
      victim.write(seed, 1000);
      // Steps of an edit take a fraction of a millisecond: kills fall on all of them.
      await sleep(2 + ((seed * 7919) % 397) / 10);
      victim.child.kill('SIGKILL');
      await victim.ended;
    }
    await Promise.all(survivors.map((writer) => writer.until(kills + 1)));
    for (const { said } of all) expect(said).toBe('');
    await diskFolder(root, { label: root, mode: 0o600 }).create('r0-a', 'a-0-0\n');
    expectNothingLost(root, all);
    expect(survivors.flatMap(({ refused }) => refused).filter((code) => code !== 'record-changed')).toEqual([]);
  });
});

describe('a folder that somebody swaps for a link while records are written', () => {
  it('gets them or not, and nothing is ever written to where the link leads', { timeout: 2 * MINUTES }, async () => {
    const [base, outside, locks] = [temporaryFolder('swapped'), temporaryFolder('outside'), temporaryFolder('locks')];
    mkdirSync(join(base, 'docs', 'decisions'), { recursive: true });
    mkdirSync(join(outside, 'decisions'));
    writeFileSync(join(outside, 'decisions', 'one.md'), 'theirs');
    writeFileSync(join(base, 'docs', 'decisions', 'one.md'), 'ours');
    const swapper = spawn(process.execPath, ['-e', SWAP, join(base, 'docs'), outside]);
    children.add(swapper);
    const gone = new Promise((resolve) => swapper.once('close', resolve));
    let said = '';
    swapper.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    const folder = diskFolder(join(base, 'docs', 'decisions'), {
      label: 'docs',
      mode: 0o644,
      base,
      lock: join(locks, 'lock'),
    });
    await new Promise((resolve) => swapper.stdout.once('data', resolve));
    const codes = new Map<string, number>();
    const count = (code: string) => codes.set(code, (codes.get(code) ?? 0) + 1);
    const until = Date.now() + 1500 * Math.min(FACTOR, 20);
    for (let at = 0; Date.now() < until; at += 1) {
      try {
        const one = await folder.read('one.md');
        // What is read is never theirs.
        expect(one === null || one.text.startsWith('ours')).toBe(true);
        if (one !== null) await folder.replace('one.md', `ours ${at}`, one.version);
        await folder.create('two', 'ours');
        count('written');
      } catch (error) {
        count(error instanceof Error && 'code' in error ? String(error.code) : String(error));
      }
    }
    swapper.kill('SIGKILL');
    await gone;
    expect(said).toBe('');
    expect(readdirSync(outside)).toEqual(['decisions']);
    expect(readdirSync(join(outside, 'decisions'))).toEqual(['one.md']);
    expect(readFileSync(join(outside, 'decisions', 'one.md'), 'utf8')).toBe('theirs');
    expect(codes.get('written')).toBeGreaterThan(0);
    expect(codes.get('unsafe-path')).toBeGreaterThan(0);
    expect(
      [...codes.keys()].filter(
        (code) => !['written', 'unsafe-path', 'record-changed', 'unusable-directory'].includes(code),
      ),
    ).toEqual([]);
  });
});

/** Puts a link in the place of a folder and the folder back, as fast as it can; a folder made in between is put aside. */
const SWAP = `
  const { renameSync, symlinkSync, unlinkSync } = require('node:fs');
  const [folder, outside] = process.argv.slice(1);
  const attempt = (act) => { try { act(); return true; } catch { return false; } };
  const pause = (length) => { for (const until = performance.now() + length; performance.now() < until; ); };
  process.stdout.write('ready');
  setInterval(() => {
    for (let at = 0; at < 200; at += 1) {
      renameSync(folder, folder + '.kept');
      while (!attempt(() => symlinkSync(outside, folder))) attempt(() => renameSync(folder, folder + '.' + at + '.' + Math.random()));
      pause(((at * 7919) % 40) / 100);
      unlinkSync(folder);
      while (!attempt(() => renameSync(folder + '.kept', folder))) attempt(() => renameSync(folder, folder + '.' + at + '.' + Math.random()));
      pause(((at * 104729) % 300) / 50);
    }
  }, 0);`;
