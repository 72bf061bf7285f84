/**
 * Makes a large, likely, made-up history to measure on: `node scripts/history.ts DIR --commits 100000 --seed 1`.
 * The same options give the same commit ids on every machine. `extendHistory` adds commits to one it made.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { History, type HistoryOptions, type HistoryStep } from './history/shape.ts';

const ENV = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
};
/** Text is handed to git in pieces of about this many characters. */
const PIECE = 1 << 18;

/** Makes a bare repository at `directory`, which must not exist yet, and packs it. */
export async function makeHistory(directory: string, options: HistoryOptions): Promise<void> {
  await mkdir(directory, { recursive: true });
  await git(directory, ['init', '--bare', '--quiet', '--initial-branch=main', '.']);
  await feed(directory, new History(options).until(options.commits));
  await git(directory, ['update-ref', '-d', 'refs/heads/topic']);
  await git(directory, ['repack', '-a', '-d', '-f', '--quiet', '--window=10', '--depth=50', '--threads=2']);
  await git(directory, ['pack-refs', '--all']);
}

/** Adds the commits after number `from` up to `to` to a history that {@link makeHistory} made with the same options. */
export async function extendHistory(
  directory: string,
  options: HistoryOptions,
  from: number,
  to: number,
): Promise<void> {
  const history = new History(options);
  const replay = history.until(options.commits);
  const more = history.until(from);
  for (const steps of [replay, more]) {
    for (let step = steps.next(); step.done !== true; step = steps.next('')) {
      // Only the state matters: these commits are there already.
    }
  }
  await feed(directory, history.until(to));
  await git(directory, ['update-ref', '-d', 'refs/heads/topic']);
}

/** Streams the commands into `git fast-import`, answering the generator's questions for object ids. */
async function feed(directory: string, steps: Generator<HistoryStep, void, string>): Promise<void> {
  const marks = join(directory, 'fast-import.marks');
  const child = spawn(
    'git',
    ['fast-import', '--quiet', '--done', `--import-marks-if-exists=${marks}`, `--export-marks=${marks}`],
    { cwd: directory, env: ENV, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'close');
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let text = '';
  const flush = async () => {
    const piece = text;
    text = '';
    if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, 'drain'), ended]);
  };
  let step = steps.next();
  while (step.done !== true) {
    let answer = '';
    if (typeof step.value === 'string') text += step.value;
    else {
      text += `get-mark :${step.value.idOf}\n`;
      await flush();
      answer = String((await answers.next()).value);
    }
    if (text.length > PIECE) await flush();
    step = steps.next(answer);
  }
  text += 'done\n';
  await flush();
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}

async function git(directory: string, args: readonly string[]): Promise<void> {
  const child = spawn('git', args, { cwd: directory, env: ENV, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { commits: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  });
  const [directory] = positionals;
  if (directory === undefined) throw new Error('usage: node scripts/history.ts DIR [--commits N] [--seed S]');
  await makeHistory(resolve(directory), { commits: Number(values.commits), seed: Number(values.seed) });
}
