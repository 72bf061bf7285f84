/**
 * `npm run bench [-- --write]`: how fast Fortnight is, on generated histories, beside the `git log` whose work it does.
 *
 * It measures the built program (`dist/main.js`), as people run it. Times on different machines do not compare, so the
 * promises on scanning are ratios of two things done in the same run, in turns. Nothing here is asserted in a test.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEASURES } from '../src/measures/index.ts';
import { copyOf, keptHistory } from './bench/histories.ts';
import { type Figure, machine, table } from './bench/table.ts';
import { median, type Run, type TimedOptions, timed } from './bench/timed.ts';
import { extendHistory } from './history.ts';

const { values } = parseArgs({
  options: {
    commits: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    cache: { type: 'string', default: join(tmpdir(), 'fortnight-bench') },
    write: { type: 'boolean', default: false },
  },
});
const options = { commits: Number(values.commits), seed: Number(values.seed) };
const rounds = Number(values.rounds);
const main = new URL('../dist/main.js', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'fortnight-bench-run-'));
const env = { PATH: process.env.PATH ?? '', HOME: scratch, LC_ALL: 'C', GIT_CONFIG_GLOBAL: '/dev/null' };
const say = (text: string) => process.stderr.write(`${text}\n`);

function fortnight(args: readonly string[], more: Omit<TimedOptions, 'env'> = {}): Promise<Run> {
  return timed(process.execPath, [main, ...args], { env, ...more });
}
const gitLog = (repository: string) => timed('git', ['log', '--raw', '-z', '-M'], { env, cwd: repository });
const data = (name: string) => ['--data-dir', join(scratch, name)];
const seconds = (value: number) => `${value.toFixed(2)} s`;
const spread = (runs: readonly number[]) => runs.map((value) => value.toFixed(2)).join(', ');

/** Scans from nothing and `git log`, in turns; the ratio of each turn. */
async function coldScan(history: string): Promise<Figure[]> {
  say('cold scan and git log, in turns …');
  await gitLog(history);
  const turns: { scan: number; log: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const log = (await gitLog(history)).seconds;
    const scan = (await fortnight(['scan', history, ...data(`cold-${round}`)])).seconds;
    turns.push({ scan, log });
  }
  const ratios = turns.map(({ scan, log }) => scan / log);
  const detail = `median of ${rounds} turns: ${spread(ratios)}; scan ${seconds(median(turns.map((t) => t.scan)))}, git log ${seconds(median(turns.map((t) => t.log)))}`;
  return [{ what: 'cold scan / `git log --raw -z -M`', value: median(ratios), unit: '×', under: 1.5, detail }];
}

/** The same scan after 100 commits came in, three times over. */
async function rescan(history: string): Promise<Figure[]> {
  say('rescan after 100 commits …');
  const copy = await copyOf(history, join(scratch, 'growing.git'));
  await fortnight(['scan', copy, ...data('growing')]);
  const runs: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const from = options.commits + 100 * round;
    await extendHistory(copy, options, from, from + 100);
    runs.push((await fortnight(['scan', copy, ...data('growing')])).seconds);
  }
  return [
    {
      what: 'rescan after 100 new commits',
      value: median(runs),
      unit: 's',
      under: 1,
      detail: `whole process, median of ${spread(runs)}`,
    },
  ];
}

/** Every measure and the first screen, on facts that are there. */
async function answers(history: string): Promise<Figure[]> {
  say('first screen and measures …');
  const first = await fortnight([history, ...data('answers')]);
  const figures: Figure[] = [
    {
      what: 'first screen, nothing scanned',
      value: first.seconds,
      unit: 's',
      detail: 'scan, derivation and scorecard; once',
    },
  ];
  const again = async (what: string, args: readonly string[], under?: number) => {
    const runs: number[] = [];
    for (let round = 0; round < 3; round += 1) runs.push((await fortnight([...args, ...data('answers')])).seconds);
    const detail = `whole process, median of ${spread(runs)}`;
    figures.push({ what, value: median(runs), unit: 's', detail, ...(under === undefined ? {} : { under }) });
  };
  await again('`fortnight --help`', ['--help']);
  await again('first screen, once scanned', [history]);
  for (const measure of MEASURES) await again(`\`measure ${measure.id}\``, ['measure', measure.id, history], 1);
  return figures;
}

/** Peak memory of a cold scan, and how it grows with three times the history. */
async function memory(history: string, larger: string): Promise<Figure[]> {
  say('memory …');
  const small = await fortnight(['scan', history, ...data('memory')], { memory: true });
  const large = await fortnight(['scan', larger, ...data('memory-larger')], { memory: true });
  const size = (commits: number) => `${(commits / 1000).toLocaleString('en')}k commits`;
  const own = (run: Run) => `largest git beside it ${Math.round(run.childPeak)} MB; ${seconds(run.seconds)}`;
  return [
    {
      what: `peak memory of a scan, ${size(options.commits)}`,
      value: small.peak,
      unit: 'MB',
      under: 600,
      detail: own(small),
    },
    {
      what: `peak memory of a scan, ${size(3 * options.commits)}`,
      value: large.peak,
      unit: 'MB',
      under: 600,
      detail: own(large),
    },
    {
      what: 'growth of peak memory',
      value: large.peak / small.peak,
      unit: '×',
      under: 1.3,
      detail: 'three times the commits',
    },
  ];
}

try {
  const history = await keptHistory(values.cache, options, say);
  const larger = await keptHistory(values.cache, { ...options, commits: 3 * options.commits }, say);
  const figures = [
    ...(await coldScan(history)),
    ...(await rescan(history)),
    ...(await memory(history, larger)),
    ...(await answers(history)),
  ];
  const git = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  const text = table(figures);
  process.stdout.write(`${machine(git)}\n\n${text}\n`);
  if (values.write) {
    const page = new URL('../docs/benchmarks.md', import.meta.url);
    writeFileSync(page, pageOf(text, machine(git)));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function pageOf(text: string, where: string): string {
  const commits = options.commits.toLocaleString('en');
  return `# Benchmarks

Written by \`npm run bench -- --write\`; run it on your machine to compare. Ratios are of two things done in turns in one
run. Times are of the whole process of the built program, start-up included.

The history is made by \`scripts/history.ts\`: ${commits} commits and about three file changes each (seed ${options.seed}), a growing
tree, a team that people join and leave, pull requests, squashes, patches, renames, reverts, tags; packed by \`git repack\`.

Machine: ${where}.

${text}
`;
}
