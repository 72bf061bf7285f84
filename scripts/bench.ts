/**
 * `npm run bench [-- --write]`: how fast Fortnight is, on generated histories, beside the `git log` whose work it does.
 *
 * It measures the built program (`dist/main.js`), as people run it. Times on different machines do not compare, so the
 * promises on scanning are ratios of two things done in the same run, in turns. Nothing here is asserted in a test.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEASURES } from '../src/measures/index.ts';
import { answerTimes } from './bench/answers.ts';
import { copyOf, keptHistory } from './bench/histories.ts';
import { inProcess } from './bench/in-process.ts';
import { keptManyFiles } from './bench/many-files.ts';
import { pageFigures } from './bench/page.ts';
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
/** Nothing else ran when this began, and there are two cores or more: then a scan is promised to be as fast as git. */
const isIdle = (loadavg()[0] ?? 1) < 0.5 && availableParallelism() > 1;
/** Generated histories end in January 2025, whatever their size. */
const ABOUT_ABSENCES = [
  ['absence'],
  ['moves'],
  ['handover', '--from', '2025-06-01'],
  ['retro', '--from', '2024-10-01'],
];
/** Runs of a line that takes a fraction of a second. */
const LOGS = 21;
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
  const what = 'cold scan / `git log --raw -z -M`';
  const value = median(ratios);
  return [
    { what, value, unit: '×', under: 1.5, detail },
    ...(isIdle
      ? [{ what: `${what}, two cores idle`, value, unit: '×', under: 1, detail: 'the same turns' } as const]
      : []),
  ];
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
  const place = data('answers');
  await fortnight(['scan', history, ...place]);
  const derived = await fortnight(['areas', history, ...place]);
  const figures: Figure[] = [
    {
      what: 'first answer after a scan',
      value: derived.seconds,
      unit: 's',
      detail: '`areas`, tables derived anew; once',
    },
  ];
  const again = async (what: string, args: readonly string[], more: { under?: number; beside?: string } = {}) => {
    const runs: number[] = [];
    try {
      for (let round = 0; round < 3; round += 1) runs.push((await fortnight([...args, ...place])).seconds);
    } catch (error) {
      figures.push({ what, value: Number.NaN, unit: 's', under: more.under ?? 0, detail: failure(error) });
      return;
    }
    const detail = `whole process, median of ${spread(runs)}${more.beside ?? ''}`;
    figures.push({
      what,
      value: median(runs),
      unit: 's',
      detail,
      ...(more.under === undefined ? {} : { under: more.under }),
    });
  };
  await again('`fortnight --help`', ['--help']);
  await again('`fortnight`, once scanned', [history]);
  for (const question of ABOUT_ABSENCES) {
    await again(`\`${question.join(' ')}\``, [...question, history], { under: 2 });
  }
  const within = await inProcess(history, join(scratch, 'answers'), MEASURES);
  for (const measure of MEASURES) {
    const alone = within.get(measure.id);
    const beside = alone === undefined ? '' : `; in process ${seconds(alone)}`;
    await again(`\`measure ${measure.id}\``, ['measure', measure.id, history], { under: 1, beside });
  }
  return figures;
}

/** What is logged in passing, from cold, beside a Node that does nothing; in turns, because both depend on the machine alone. */
async function logged(): Promise<Figure[]> {
  say('logging in passing …');
  const turns: { log: number; empty: number }[] = [];
  for (let round = 0; round < LOGS; round += 1) {
    const empty = (await timed(process.execPath, ['--eval', '0'], { env, cwd: scratch })).seconds;
    const log = (await fortnight(['log', 'Asked what breaks if we wait'], { cwd: scratch })).seconds;
    turns.push({ log, empty });
  }
  const runs = turns.map(({ log }) => log);
  const detail = `whole process, median of ${LOGS}, from ${seconds(Math.min(...runs))} to ${seconds(Math.max(...runs))}; a Node that does nothing: ${seconds(median(turns.map(({ empty }) => empty)))}`;
  return [{ what: '`fortnight log "…"`', value: median(runs), unit: 's', under: 0.3, detail }];
}

/** The page: how soon each question is answered, how large it is, and how smooth. */
async function page(history: string): Promise<Figure[]> {
  say('the page and its answers …');
  const assets = new URL('../dist/web/', import.meta.url).pathname;
  const end = Date.UTC(2025, 0, 6) / 1000;
  const files = await keptManyFiles(values.cache, 100_000, say);
  return [
    ...(await pageFigures(files, join(scratch, 'files'), end, assets)),
    ...(await answerTimes(history, join(scratch, 'answers'), end, assets)),
  ];
}

/** What went wrong, in one line that fits a table. */
function failure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `failed: ${text.replaceAll(scratch, '').replaceAll(/\s+/g, ' ').replaceAll('|', '/').slice(-160)}`;
}

/** Peak memory of a cold scan, how it grows with three times the history, and that of everything at once. */
async function memory(history: string, larger: string): Promise<Figure[]> {
  say('memory …');
  const size = (commits: number) => `${(commits / 1000).toLocaleString('en')}k commits`;
  const figures: Figure[] = [];
  const peak = async (what: string, args: readonly string[]): Promise<number> => {
    try {
      const run = await fortnight(args, { memory: true });
      const detail = `largest git beside it ${Math.round(run.childPeak)} MB; ${seconds(run.seconds)}`;
      figures.push({ what: `peak memory, ${what}`, value: run.peak, unit: 'MB', under: 600, detail });
      return run.peak;
    } catch (error) {
      figures.push({ what: `peak memory, ${what}`, value: Number.NaN, unit: 'MB', under: 600, detail: failure(error) });
      return Number.NaN;
    }
  };
  const small = await peak(`scan of ${size(options.commits)}`, ['scan', history, ...data('memory')]);
  const large = await peak(`scan of ${size(3 * options.commits)}`, ['scan', larger, ...data('larger')]);
  figures.push({
    what: 'growth of it',
    value: large / small,
    unit: '×',
    under: 1.3,
    detail: 'three times the commits',
  });
  await peak(`\`fortnight\` after it, ${size(options.commits)}`, [history, ...data('memory')]);
  await peak(`\`fortnight\` after it, ${size(3 * options.commits)}`, [larger, ...data('larger')]);
  return figures;
}

try {
  const history = await keptHistory(values.cache, options, say);
  const larger = await keptHistory(values.cache, { ...options, commits: 3 * options.commits }, say);
  const where = machine(execFileSync('git', ['--version'], { encoding: 'utf8' }).trim());
  const figures = [
    ...(await coldScan(history)),
    ...(await rescan(history)),
    ...(await memory(history, larger)),
    ...(await answers(history)),
    ...(await logged()),
    ...(await page(history)),
  ];
  const text = table(figures);
  process.stdout.write(`${where}\n\n${text}\n`);
  if (values.write) {
    const page = new URL('../docs/benchmarks.md', import.meta.url);
    writeFileSync(page, pageOf(text, where));
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
