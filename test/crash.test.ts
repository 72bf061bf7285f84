import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanRepository } from '../src/app/scan.ts';
import { repositoryDirectory } from '../src/store/directory.ts';
import { CRASH_STEPS } from '../src/store/durable.ts';
import { readFacts } from '../src/store/previous.ts';
import { openWorkbench } from '../src/store/raw.ts';
import { answer, collectorOf, LOCATION } from './crash-driver.ts';

const DRIVER = fileURLToPath(new URL('crash-driver.ts', import.meta.url));
const [OLD, NEW] = [600, 900];
/** `npm run soak` multiplies the kills. */
const SOAK = Number(process.env.FORTNIGHT_SOAK ?? 1);
const KILLS = 100 * SOAK;
/** Milliseconds: a hang detector that grows with the work. */
const LIMIT = 600_000 * SOAK;

let root: string;
/** What each history's facts are when nothing went wrong: equal manifests name equal bytes. */
const whole = new Map<number, string>();
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fortnight-crash-'));
  for (const commits of [OLD, NEW]) {
    const dataDir = join(root, `whole-${commits}`);
    await scan(dataDir, commits);
    whole.set(commits, await manifestIn(dataDir));
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function scan(dataDir: string, commits: number): Promise<void> {
  await scanRepository(LOCATION, { dataDir, collector: collectorOf(commits) });
}

function manifestIn(dataDir: string): Promise<string> {
  return readFile(join(repositoryDirectory(dataDir, LOCATION), 'manifest.json'), 'utf8');
}

/** How many commits a reader finds; fails when what it finds is not complete. */
async function readableCommits(dataDir: string): Promise<number | null> {
  const directory = repositoryDirectory(dataDir, LOCATION);
  const manifest = await readFacts(directory);
  if (manifest === null) return null;
  const session = await openWorkbench([{ name: 'literal', directory, manifest }]);
  try {
    const [found] = await session.query<{ commits: number; changes: number; landings: number }>(
      `SELECT (SELECT count(*) FROM raw_commits) AS commits, (SELECT count(*) FROM raw_file_changes) AS changes,
              (SELECT count(*) FROM raw_landings) AS landings`,
    );
    const commits = found?.commits ?? 0;
    expect(found).toEqual({ commits, changes: 2 * commits, landings: commits });
    return commits;
  } finally {
    session.close();
  }
}

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
}

/** Scans in a process of its own, which kills itself before `step`, or is killed after so many milliseconds. */
async function scanAndDie(dataDir: string, commits: number, kill: string | number): Promise<Ended> {
  const env = typeof kill === 'string' ? { ...process.env, FORTNIGHT_TEST_CRASH: kill } : process.env;
  const child = spawn(process.execPath, [DRIVER, dataDir, String(commits)], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  const end = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  if (typeof kill === 'number') {
    await Promise.race([once(child.stdout, 'data'), end]);
    await Promise.race([sleep(kill), end]);
    child.kill('SIGKILL');
  }
  const [, signal] = await end;
  return { signal, errors };
}

/** The next command completes, and clears away what the killed ones left. */
async function expectHealed(dataDir: string): Promise<void> {
  const facts = await answer(dataDir, NEW);
  expect(await facts.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
  facts.close();
  expect(await manifestIn(dataDir)).toBe(whole.get(NEW));
  expect(await readableCommits(dataDir)).toBe(NEW);
  expect(await readdir(join(repositoryDirectory(dataDir, LOCATION), 'staging'))).toEqual([]);
}

describe('a scan that is killed', () => {
  const steps = CRASH_STEPS.filter((step) => !step.startsWith('derived'));

  it.each(steps)('before %s leaves the last facts readable, and the next scan completes', async (step) => {
    const dataDir = join(root, step);
    await scan(dataDir, OLD);
    const { signal, errors } = await scanAndDie(dataDir, NEW, step);
    expect({ signal, errors }).toEqual({ signal: 'SIGKILL', errors: '' });
    const isSwitched = steps.indexOf(step) > steps.indexOf('manifest-rename');
    expect(await readableCommits(dataDir)).toBe(isSwitched ? NEW : OLD);
    await expectHealed(dataDir);
  });

  it.each(CRASH_STEPS.filter((step) => step.startsWith('derived')))(
    'before %s leaves facts, from which the next command answers',
    async (step) => {
      const dataDir = join(root, step);
      expect((await scanAndDie(dataDir, OLD, step)).signal).toBe('SIGKILL');
      const facts = await answer(dataDir, OLD);
      expect(await facts.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
      facts.close();
      await expectHealed(dataDir);
    },
  );

  it.each(['part-rename:3', 'part-sync:9'])('before the first facts are whole (%s) leaves none', async (step) => {
    const dataDir = join(root, `first ${step}`);
    expect((await scanAndDie(dataDir, OLD, step)).signal).toBe('SIGKILL');
    expect(await readableCommits(dataDir)).toBeNull();
    await expectHealed(dataDir);
  });

  it(
    `at any of ${KILLS} moments loses nothing`,
    async () => {
      // From none to facts, and from facts to more of them; as long as a scan lives here, and a little longer.
      const began = performance.now();
      await scanAndDie(join(root, 'measure'), NEW, 'collect-garbage');
      const life = (performance.now() - began) * 1.1;
      const found = new Map<number | null, number>();
      const attempts = Array.from({ length: KILLS }, (_, i) => i).values();
      // Two at once: one waits while the other works.
      const killer = async (name: string) => {
        let dataDir = join(root, name);
        let round = 0;
        for (const i of attempts) {
          await scanAndDie(dataDir, i % 2 === 0 ? OLD : NEW, Math.random() * life);
          const commits = await readableCommits(dataDir);
          expect([null, OLD, NEW]).toContain(commits);
          if (commits !== null) expect(await manifestIn(dataDir)).toBe(whole.get(commits));
          found.set(commits, (found.get(commits) ?? 0) + 1);
          if (commits === NEW) {
            await expectHealed(dataDir);
            dataDir = join(root, `${name} ${++round}`);
          }
        }
        await expectHealed(dataDir);
      };
      await Promise.all([killer('random a'), killer('random b')]);
      // The moments were spread over the whole life of a scan.
      expect(found.get(null) ?? 0).toBeGreaterThan(0);
      expect((found.get(OLD) ?? 0) + (found.get(NEW) ?? 0)).toBeGreaterThan(0);
    },
    LIMIT,
  );
});
