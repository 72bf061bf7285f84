import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_REQUEST } from '../src/app/request.ts';
import { type Look, show } from '../src/app/show.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { parse } from '../src/cli/program.ts';
import { byName } from '../src/domain/report.ts';
import { MEASURES } from '../src/measures/index.ts';
import { quietEffects, runLine } from './command-line.ts';
import { temporaryFolder } from './git-fixture.ts';
import { withoutStyles } from './screen.ts';
import { TEAM_NOW, teamRepository } from './team-repository.ts';

let cwd = '';
const dataDir = temporaryFolder('data');
const outside = temporaryFolder('outside');
const env = { FORTNIGHT_PRIVATE_DIR: temporaryFolder('private') };
beforeAll(() => {
  cwd = teamRepository();
});

const run = (line: readonly string[], more: Partial<Parameters<typeof runLine>[1]> = {}) =>
  runLine(line, { cwd, now: TEAM_NOW, dataDir, env, ...more });

/** A line for each command that answers with data. */
const LINES: readonly (readonly string[])[] = [
  [],
  ...MEASURES.flatMap(({ id }) => [
    ['measure', id],
    ['explain', id],
  ]),
  ['measure'],
  ['absence'],
  ['absence', '--from', '2024-05-13', '--show', 'all'],
  ['moves'],
  ['handover', '--from', '2024-05-13'],
  ['retro', '--from', '2024-04-01'],
  ['code'],
  ['code', '--by', 'month', '--target', '0.2'],
  ['journal', 'suggest', '--days', '200'],
  ['journal', 'calibration'],
  ['areas'],
  ['people', 'list', '--evidence'],
  ['people', 'join', 'bob@example.com', 'carol@example.com', '--dry-run'],
  ['people', 'split', 'bob@example.com', '--dry-run'],
  ['doctor'],
  ['backtest', 'cover'],
  ['backtest', 'absence'],
  ['scan'],
  ['export', '--parquet', join(outside, 'facts')],
];
const named = LINES.map((line) => [line.join(' ') || '(the scorecard)', line] as const);
/** What a split of somebody with one identity rightly refuses. */
const REFUSED = new Set(['people split bob@example.com --dry-run']);

const commandOf = (line: readonly string[]) =>
  COMMANDS.find(({ name }) => name === line.slice(0, 2).join(' ')) ??
  COMMANDS.find(({ name }) => name === (line[0] ?? ''));

describe.each(named)('fortnight %s', (name, line) => {
  let answer: Answered | null = null;
  beforeAll(async () => {
    answer = REFUSED.has(name) ? null : await answerOf(line);
  });

  test('answers in JSON of the documented shape', async () => {
    if (answer === null) {
      expect(await run([...line, '--json'])).toMatchObject({ exitCode: 2, stdout: '' });
      return;
    }
    const value: unknown = JSON.parse(answer.show({ format: 'json' }));
    expect(commandOf(line)?.schema?.parse(value)).toEqual(value);
    expect(answer.exitCode).toBe(0);
  });

  test('shows nobody but the lead beside a number, and people alphabetically', () => {
    if (answer !== null) expect(peopleBesideNumbers(answer.data, name)).toEqual([]);
  });

  test('fits its columns and obeys nobody', () => {
    for (const width of [40, 80, 200]) {
      for (const colour of [true, false]) {
        const bare = withoutStyles(answer?.show({ width, colour }) ?? '');
        expect(bare).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b]/u);
        for (const text of bare.split('\n')) expect(stringWidth(text)).toBeLessThanOrEqual(width);
      }
    }
  });

  test('is Markdown in which no name became a link, a mention or HTML', () => {
    const text = answer?.show({ format: 'markdown' }) ?? '';
    const rest = text.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, 'code');
    expect(rest).not.toMatch(/[[\]<>@\\]|:\/\//);
  });
});

interface Answered {
  readonly data: unknown;
  readonly exitCode: number;
  show(look: Partial<Look>): string;
}

/** One answer, to be looked at in every way. */
async function answerOf(line: readonly string[]): Promise<Answered> {
  const { definition, options, arguments: given } = parse(line, COMMANDS);
  const effects = quietEffects({ cwd, now: TEAM_NOW, dataDir, env });
  const request = { ...DEFAULT_REQUEST, everything: options.evidence === true };
  const outcome = await definition.run({ effects, request, options, arguments: given });
  if ('text' in outcome) throw new Error(`${line.join(' ')} answers with text`);
  const plain: Look = { format: 'terminal', colour: false, width: 80 };
  return { ...outcome, show: (look) => show(outcome, { ...plain, ...look }, effects) };
}

test.each([[[]], [['explain', 'gate']], [['people']], [['doctor']], [['backtest', 'cover']]])(
  'fortnight %j gives the same bytes twice',
  async (line) => {
    expect((await run([...line, '--json'])).stdout).toBe((await run([...line, '--json'])).stdout);
  },
);

const OTHERS = ['Bob Bridge', 'Carol Cove', 'lory'];

/** Places in an answer where somebody but the lead stands beside a figure, or people stand in another order. */
function peopleBesideNumbers(value: unknown, path: string): string[] {
  if (typeof value === 'string') return OTHERS.some((name) => isBesideNumber(value, name)) ? [`${path}: ${value}`] : [];
  if (Array.isArray(value)) {
    const isNames = path.endsWith('.people') && value.every((one) => typeof one === 'string');
    const isSorted = value.every((one, i) => i === 0 || byName(String(value[i - 1]), String(one)) < 0);
    const unsorted = isNames && !/suggestions/.test(path) && !isSorted ? [`${path}: ${value.join()}`] : [];
    return [...unsorted, ...value.flatMap((one, i) => peopleBesideNumbers(one, `${path}[${i}]`))];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  // An object that is about somebody ("name": "Bob Bridge") holds no number at all.
  const isAboutOther = entries.some(([, one]) => typeof one === 'string' && OTHERS.some((name) => one === name));
  const numbers = entries.filter(([, one]) => typeof one === 'number');
  const wrong = isAboutOther && numbers.length > 0 ? [`${path}: ${JSON.stringify(value)}`] : [];
  const free = new Set(['title', 'identity', 'id', 'text', 'area']);
  return [
    ...wrong,
    ...entries.flatMap(([key, one]) => (free.has(key) ? [] : peopleBesideNumbers(one, `${path}.${key}`))),
  ];
}

/** In one clause of a sentence with a figure. */
function isBesideNumber(text: string, name: string): boolean {
  return text.split(/[.;:]/).some((clause) => {
    const at = clause.indexOf(name);
    return at >= 0 && /^\W*(?:\w+\W+){0,3}\d/.test(clause.slice(at + name.length));
  });
}

describe('the scorecard of a small team', () => {
  test.each([
    ['80 columns', ['--width', '80', '--no-color'], 'scorecard-80.txt'],
    ['200 columns', ['--width', '200', '--no-color'], 'scorecard-200.txt'],
    ['80 columns in colour', ['--width', '80', '--color'], 'scorecard-80-colour.txt'],
    ['Markdown', ['--format', 'markdown'], 'scorecard.md'],
  ])('reads as it should in %s', async (_, options, file) => {
    const { stdout } = await run(options);
    await expect(stdout).toMatchFileSnapshot(join(import.meta.dirname, 'golden', file));
  });

  test('is plain ASCII where the terminal shows nothing else', async () => {
    const { stdout } = await run([], { env: { LANG: 'C' } });
    expect(stdout).toMatch(/^[\n -~]*$/);
  });

  test('takes colour from the terminal and the environment', async () => {
    const coloured = async (env: Record<string, string>, terminal?: number, options: string[] = []) =>
      (await run([...options], { env, ...(terminal === undefined ? {} : { terminal }) })).stdout.includes('\u001b[');
    expect(await coloured({}, 80)).toBe(true);
    expect(await coloured({})).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured({ NO_COLOR: '1' }, 80)).toBe(false);
    expect(await coloured({ FORCE_COLOR: '0' }, 80)).toBe(false);
    expect(await coloured({ TERM: 'dumb' }, 80)).toBe(false);
    expect(await coloured({ NO_COLOR: '1' }, undefined, ['--color'])).toBe(true);
  });

  test('says who the lead is taken to be, why, and how to change it', async () => {
    const { stdout } = await run([]);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /The lead Alice Arch landed or approved \d+ of \d+ changes by others .* Not so\? fortnight --lead NAME/,
    );
    const other = JSON.parse((await run(['--lead', 'Bob Bridge', '--json'])).stdout) as { lead: unknown };
    expect(other.lead).toMatchObject({ name: 'Bob Bridge', basis: 'given' });
  });

  test('shows every measure: in its place, or as one that has no answer', async () => {
    const card = JSON.parse((await run(['--json'])).stdout) as { reports: { measure: string }[] };
    expect(card.reports.map((report) => report.measure)).toEqual(MEASURES.map((measure) => measure.id));
  });
});

test('the rule about people finds what breaks it', () => {
  expect(peopleBesideNumbers({ answer: 'Bob Bridge wrote 12 changes.' }, '')).toHaveLength(1);
  expect(peopleBesideNumbers({ rows: [{ name: 'Bob Bridge', changes: 3 }] }, '')).toHaveLength(1);
  expect(peopleBesideNumbers({ cells: { cover: { people: ['Carol Cove', 'Bob Bridge'] } } }, '')).toHaveLength(1);
  expect(peopleBesideNumbers({ cells: { changes: 3, cover: { people: ['Bob Bridge', 'Carol Cove'] } } }, '')).toEqual(
    [],
  );
});

describe('what goes wrong', () => {
  test.each([
    [['--ful'], 2, /^fortnight: Unknown option '--ful'\.\nDid you mean --full\?\n$/],
    [['/nowhere/at/all'], 2, /^fortnight: .+\.\n.+\n$/],
    [['measure', 'autonmy'], 2, /^fortnight: There is no measure called autonmy\.\nDid you mean .*autonomy/],
    [['--since', 'yesterday'], 2, /^fortnight: --since yesterday is neither a date nor a time span\.\n/],
    [['--lead', 'Nobody Here'], 2, /^fortnight: Nobody in this history fits the lead "Nobody Here"\.\n/],
    [['--json', '--format', 'markdown'], 2, /two formats/],
    [['--full', '--no-scan'], 2, /contradict each other/],
    [['completion', 'tcsh'], 2, /^fortnight: .+bash, zsh, fish/s],
    [['export'], 2, /--parquet DIR/],
    [['mesure'], 2, /^fortnight: There is neither a command nor a folder called mesure\.\nfortnight --help lists/],
    [['explain'], 2, /^fortnight: Missing required argument 'id'\.\nSee fortnight explain --help\.\n$/],
  ])('%j is said in a sentence that tells what to do', async (line, exitCode, stderr) => {
    const ran = await run(line);
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(stderr);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  test('with --json an error is one document on standard error', async () => {
    const ran = await run(['--json', '--lead', 'Nobody Here']);
    expect(JSON.parse(ran.stderr)).toEqual({
      error: { code: 'unknown-lead', message: expect.any(String), hint: expect.any(String) },
    });
  });

  test('with --debug it says where it came from', async () => {
    expect((await run(['--debug', '--lead', 'Nobody Here'])).stderr).toMatch(/\n\s+at /);
  });

  test('a repository not scanned yet cannot answer with --no-scan', async () => {
    const ran = await run(['--no-scan'], { dataDir: temporaryFolder('empty') });
    expect(ran).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ran.stderr).toContain('has not been scanned yet');
  });

  test('what was stopped answers nothing, with exit code 130', async () => {
    const ran = await run(['--full'], { signal: AbortSignal.abort() });
    expect(ran).toMatchObject({ exitCode: 130, stdout: '' });
  });
});

test('clean removes the facts, and the next answer is the same', async () => {
  const mine = temporaryFolder('clean');
  const before = await run(['--json'], { dataDir: mine });
  const cleaned = await run(['clean', '--json'], { dataDir: mine });
  expect(JSON.parse(cleaned.stdout)).toMatchObject({ removed: [expect.any(String)], left: [] });
  expect((await run(['--json'], { dataDir: mine })).stdout).toBe(before.stdout);
});

test('people join writes fortnight.yml, and the answer changes', async () => {
  const own = teamRepository();
  const world = { cwd: own, now: TEAM_NOW, dataDir };
  const ran = await runLine(['people', 'join', 'bob@example.com', 'carol@example.com', '--json'], world);
  const edit = JSON.parse(ran.stdout) as { written: string; sentence: string };
  expect(edit.written).toBe(join(own, 'fortnight.yml'));
  expect(edit.sentence).toBe('Bob Bridge and Carol Cove become one person, Bob Bridge.');
  const list = await runLine(['people', '--json'], world);
  expect(list.stdout).not.toContain('"name": "Carol Cove"');
  const aside = await runLine(['people', '--json', '--no-config'], world);
  expect(aside.stdout).toContain('"name": "Carol Cove"');
});
