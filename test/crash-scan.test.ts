import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CRASH_STEPS } from '../src/store/durable.ts';
import { runLine } from './command-line.ts';
import {
  ALICE,
  BOB,
  CAROL,
  type CommitScript,
  FIXTURE_START,
  fixtureRepository,
  temporaryFolder,
} from './git-fixture.ts';

/** As test/crash.test.ts, but with the real command on a real repository: `fortnight scan`, killed. */
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const SOAK = Number(process.env.FORTNIGHT_SOAK ?? 1);
const KILLS = 100 * SOAK;
/** Milliseconds: a hang detector that grows with the work. */
const LIMIT = 600_000 * SOAK;
const DAY = 86_400;

const commits = (from: number, to: number): CommitScript[] =>
  Array.from({ length: to - from }, (_, i) => ({
    message: `Change number ${from + i}`,
    author: [ALICE, BOB, CAROL][i % 3] ?? ALICE,
    at: FIXTURE_START + (from + i) * 2 * DAY,
    files: { [`src/part${i % 5}/file${(from + i) % 17}.ts`]: `export const value = ${from + i};\n` },
  }));

const root = temporaryFolder('crash-scan');
const repository = fixtureRepository();
/** Data directories as they stand after a whole scan: before the repository grew, and after. */
const [old, whole] = [join(root, 'old'), join(root, 'whole')];
let oldManifest: string;
let newManifest: string;
beforeAll(async () => {
  repository.commits(commits(0, 60));
  await fortnight(['scan'], old);
  oldManifest = await manifestIn(old);
  repository.commits(commits(60, 90));
  await fortnight(['scan'], whole);
  newManifest = await manifestIn(whole);
  expect(newManifest).not.toBe(oldManifest);
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command in a process of its own; it kills itself before `kill`, or is killed after so many milliseconds. */
async function fortnight(command: readonly string[], dataDir: string, kill?: string | number): Promise<Ended> {
  const [name = '', ...rest] = command;
  const child = spawn(process.execPath, [MAIN, name, ...rest, '--repo', repository.path, '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: typeof kill === 'string' ? { ...process.env, FORTNIGHT_TEST_CRASH: kill } : process.env,
  });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (text: Buffer) => {
      texts[stream] += text.toString();
    });
  }
  const end = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  if (typeof kill === 'number') {
    await Promise.race([sleep(kill), end]);
    child.kill('SIGKILL');
  }
  const [code, signal] = await end;
  return { code, signal, output: texts.stdout, errors: texts.stderr };
}

async function directoryIn(dataDir: string): Promise<string> {
  const [name = ''] = await readdir(dataDir);
  return join(dataDir, name);
}

async function manifestIn(dataDir: string): Promise<string> {
  return await readFile(join(await directoryIn(dataDir), 'manifest.json'), 'utf8');
}

/** The same, not killed and in this process: what is killed needs one of its own, what comes after it does not. */
async function here(command: readonly string[], dataDir: string): Promise<Ended> {
  const world = { cwd: root, now: FIXTURE_START + 365 * DAY, dataDir };
  const ran = await runLine([...command, '--repo', repository.path], world);
  return { code: ran.exitCode, signal: null, output: ran.stdout, errors: ran.stderr };
}

/** The next command answers from whole facts without scanning; the next scan completes, and leaves nothing behind. */
async function expectWhole(dataDir: string, run: typeof here = here): Promise<void> {
  const answer = await run(['measure', 'truck-factor', '--no-scan', '--json'], dataDir);
  expect(answer).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(answer.output)).toMatchObject({ measure: 'truck-factor' });
  expect(await run(['scan', '--json'], dataDir)).toMatchObject({ code: 0, errors: '' });
  expect(await manifestIn(dataDir)).toBe(newManifest);
  expect(await readdir(join(await directoryIn(dataDir), 'staging'))).toEqual([]);
}

describe('fortnight scan, killed', () => {
  it.each(CRASH_STEPS.filter((step) => !step.startsWith('derived')))(
    'before %s, leaves whole facts to the next command',
    async (step) => {
      const dataDir = join(root, step);
      await cp(old, dataDir, { recursive: true });
      expect(await fortnight(['scan'], dataDir, step)).toMatchObject({ signal: 'SIGKILL', errors: '' });
      expect([oldManifest, newManifest]).toContain(await manifestIn(dataDir));
      await expectWhole(dataDir, fortnight);
    },
  );

  it(
    `at any of ${KILLS} moments, leaves whole facts to the next command`,
    async () => {
      const began = performance.now();
      await cp(old, join(root, 'measure'), { recursive: true });
      await fortnight(['scan'], join(root, 'measure'));
      const life = performance.now() - began;
      for (let i = 0; i < KILLS; i++) {
        const dataDir = join(root, `random ${i}`);
        await cp(old, dataDir, { recursive: true });
        await fortnight(['scan'], dataDir, Math.random() * life);
        expect([oldManifest, newManifest]).toContain(await manifestIn(dataDir));
        // Every second one is only killed again, by the next kill of the same folder.
        if (i % 2 === 0) await fortnight(['scan'], dataDir, Math.random() * life);
        if (i % 4 === 0) await expectWhole(dataDir);
      }
    },
    LIMIT,
  );
});
