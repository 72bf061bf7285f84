import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { parse } from '../src/cli/program.ts';
import { quarterAnswerSchema } from '../src/domain/quarter-summary.ts';
import { recordAnswerSchema } from '../src/domain/records/record-answer.ts';
import { weekReviewSchema } from '../src/domain/week-review.ts';
import { runLine } from './command-line.ts';
import { temporaryFolder } from './git-fixture.ts';
import { withoutStyles } from './screen.ts';
import { TEAM_NOW, teamRepository } from './team-repository.ts';

const TODAY = new Date(TEAM_NOW * 1000).toISOString().slice(0, 10);
const dayBefore = (days: number) => new Date((TEAM_NOW - days * 86_400) * 1000).toISOString().slice(0, 10);
const dataDir = temporaryFolder('data');
const outside = temporaryFolder('outside');
let repository = '';
let own = '';
beforeAll(() => {
  repository = teamRepository();
});
beforeEach(() => {
  own = temporaryFolder('private');
});

const told = (line: readonly string[], cwd = outside, now = TEAM_NOW) =>
  runLine(line, { cwd, now, dataDir, env: { FORTNIGHT_PRIVATE_DIR: own } });
const json = async (line: readonly string[], cwd = outside, now = TEAM_NOW): Promise<unknown> => {
  const { exitCode, stdout, stderr } = await told([...line, '--json'], cwd, now);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};
const week = async (cwd = outside, now = TEAM_NOW) => weekReviewSchema.parse(await json(['week'], cwd, now));
const quarter = async (line: readonly string[], cwd = outside) =>
  quarterAnswerSchema.parse(await json(['quarter', ...line], cwd)).summary;

/** A record as somebody left it in the private folder. */
function left(folder: string, name: string, matter: string, title = 'Left alone'): void {
  mkdirSync(join(own, folder), { recursive: true });
  writeFileSync(join(own, folder, `${name}.md`), `---\n${matter}\n---\n\n# ${title}\n`);
}
const claim = (name: string, checkOn: string) =>
  left('journal', name, `status: open\nclaim: fewer questions\nsure: 70\ncheck-on: ${checkOn}`, `Asked ${name}`);

describe('fortnight week', () => {
  test('works without a repository and without a record, and says what is missing', async () => {
    const review = await week();
    expect(review.parts.flatMap(({ items }) => items)).toEqual([]);
    expect(review.figures).toMatchObject({ ends: null, figures: [] });
    expect(review.notes).toEqual([expect.stringMatching(/^No repository is here/)]);
    expect(readdirSync(own)).toEqual([]);
  });

  test('brings up claims and interventions on their day, each once, with a line that settles it', async () => {
    claim('20230101-late', dayBefore(30));
    claim('20230102-today', TODAY);
    claim('20230103-later', '2099-01-01');
    left(
      'interventions',
      '20230104-slow',
      `status: open\nwrong: survivable\ndid: held-back\ncheck-on: ${dayBefore(2)}`,
    );
    const { parts } = await week();
    expect(parts.flatMap(({ items }) => items.map(({ record }) => record?.id))).toEqual([
      '20230104-slow',
      '20230101-late',
      '20230102-today',
    ]);
  });

  test('shows a handful of what was left for months, and settling them brings up the next', async () => {
    for (let number = 10; number < 18; number += 1) claim(`202301${number}-one`, dayBefore(400 - number));
    const journal = async () => (await week()).parts.find(({ id }) => id === 'journal');
    expect(await journal()).toMatchObject({ items: { length: 5 }, more: 3 });
    const [first] = (await journal())?.items ?? [];
    await told(first?.settle[0]?.replace('fortnight ', '').split(' ') ?? []);
    expect(await journal()).toMatchObject({ items: { length: 5 }, more: 2 });
    expect((await journal())?.items[0]?.record?.id).toBe('20230111-one');
  });

  test('tells what a lead does with a repository: the evidence, the figures, the question', async () => {
    const review = await week(repository);
    expect(review.figures.ends).toEqual({ before: TEAM_NOW - 7 * 86_400, now: TEAM_NOW });
    expect(review.figures.figures.length).toBeGreaterThan(2);
    expect(review.figures.answer).toMatch(/^No change is shown: none of \d shares? lies outside/);
    expect(review.notes[0]).toMatch(/^The lead is taken to be /);
  });

  test('fits 80 columns and ten minutes', async () => {
    claim('20230101-late', dayBefore(30));
    const { stdout } = await told(['week'], repository);
    for (const text of withoutStyles(stdout).split('\n')) expect(text.length).toBeLessThanOrEqual(80);
    expect((await week(repository)).minutes).toBeLessThanOrEqual(10);
  });

  test('proposes only lines that the command line understands', async () => {
    claim('20230101-late', dayBefore(30));
    left('interventions', '20230104-slow', `status: open\nwrong: survivable\ndid: held-back\ncheck-on: ${TODAY}`);
    left(
      'delegations',
      '20230105-given',
      `status: active\nto: bo\ndue: ${dayBefore(1)}\ncheck-ins:\n  - on: ${dayBefore(9)}\n  - on: ${TODAY}`,
    );
    const decision = (name: string, matter: string) =>
      writeFileSync(join(repository, 'docs', 'decisions', name), `---\n${matter}\n---\n\n# One queue\n`);
    mkdirSync(join(repository, 'docs', 'decisions'), { recursive: true });
    decision('0001-queue.md', `status: proposed\nowner: ada\ndecide-by: ${dayBefore(3)}`);
    decision('0002-store.md', `status: accepted\ndate: ${dayBefore(90)}\nowner: ada\nrevisit: ${TODAY}`);
    const review = await week(repository);
    const lines = review.parts.flatMap(({ items, lists }) => [
      lists,
      ...items.flatMap(({ settle, opens }) => [...settle, ...(opens === null ? [] : [opens])]),
    ]);
    expect(review.parts.filter(({ items }) => items.length > 0).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['decision', 'delegation', 'intervention', 'journal']),
    );
    for (const line of [...lines, review.finish]) {
      const words = line.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^["']|["']$/g, '')) ?? [];
      const { definition } = parse(words.slice(1), COMMANDS);
      expect(line).toContain(`fortnight ${definition.name.replace(/ list$/, '')}`);
      // The group alone would mean that the word after it was not known.
      expect(words.slice(1, 1 + definition.name.split(' ').length).join(' ')).toMatch(
        new RegExp(`^${definition.name.replace(/ list$/, '')}`),
      );
    }
  });
});

describe('fortnight week done', () => {
  const done = async (...more: readonly string[]) => recordAnswerSchema.parse(await json(['week', 'done', ...more]));
  const files = () => readdirSync(join(own, 'weeks')).filter((name) => name.endsWith('.md'));

  test('writes the record of the week once, however often it is said', async () => {
    expect((await done('--wrong', 'A slow query.')).deed).toBe('written');
    expect((await done('--next', 'Ask first.')).deed).toBe('changed');
    expect((await done('--next', 'Ask first.')).deed).toBe('same');
    expect(files()).toHaveLength(1);
    expect((await week()).done).toMatchObject({ on: TODAY, wrong: 'A slow query.', next: 'Ask first.' });
  });

  test('makes the next week look back to it, and a skipped one is not owed', async () => {
    await done();
    const later = await week(outside, TEAM_NOW + 40 * 86_400);
    expect(later).toMatchObject({ since: TODAY, basis: 'last-review', done: null });
    expect(JSON.stringify(later)).not.toMatch(/skipped|owed|overdue/i);
  });
});

describe('fortnight quarter', () => {
  const thisQuarter = () => `${TODAY.slice(0, 4)}-Q${Math.ceil(Number(TODAY.slice(5, 7)) / 3)}`;

  test('tells records alone where there is no repository, and says so', async () => {
    left(
      'journal',
      '20230101-held',
      `status: held\nclaim: fewer questions\nsure: 70\nresolved: ${TODAY}`,
      'Asked early',
    );
    const summary = await quarter([]);
    expect(summary).toMatchObject({ quarter: thisQuarter(), isOver: false, repositories: [], old: [] });
    expect(summary.parts.find(({ id }) => id === 'claims')?.records).toMatchObject([
      { title: 'Asked early', status: 'held', remark: 'fewer questions (70 of 100 sure)' },
    ]);
    expect(summary.notes.join(' ')).toMatch(/No repository is here/);
  });

  test('sets it beside the one before, by figures that open onto their evidence', async () => {
    const summary = await quarter([], repository);
    expect(summary.lead).not.toBeNull();
    expect(summary.old.map(({ label }) => label)).toEqual(expect.arrayContaining(['Own commits']));
    expect(summary.figures.figures.map(({ opens }) => opens)).toContain('fortnight explain autonomy');
  });

  test.each([
    ['2099-Q1', /yet to come/],
    ['2024-Q5', /is no quarter/],
  ])('refuses %s', async (given, why) => {
    expect(await told(['quarter', given])).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(why),
    });
  });

  test('is written as Markdown outside of repositories, and over nothing', async () => {
    const file = join(temporaryFolder('given'), 'quarter.md');
    expect((await told(['quarter', '--output', file], repository)).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^## Quarter \d{4}-Q\d\n/);
    writeFileSync(file, 'mine\n');
    expect(await told(['quarter', '--output', file], repository)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/is there already/),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
    expect((await told(['quarter', '--output', file, '--overwrite'], repository)).exitCode).toBe(0);
  });

  test('goes into a repository only when that is asked for', async () => {
    const refused = await told(['quarter', '--output', 'quarter.md'], repository);
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/would lie inside the repository/) });
    expect(existsSync(join(repository, 'quarter.md'))).toBe(false);
    const named = await told(['quarter', '--output', join(repository, 'quarter.md')], outside);
    expect(named.exitCode).toBe(2);
    expect((await told(['quarter', '--output', 'quarter.md', '--in-repository'], repository)).exitCode).toBe(0);
    expect(existsSync(join(repository, 'quarter.md'))).toBe(true);
  });
});
