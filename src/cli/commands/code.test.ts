import { beforeAll, describe, expect, test } from 'vitest';
import { quietEffects, runLine } from '../../../test/command-line.ts';
import { ALICE, BOB, FIXTURE_START, fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import { pageBreaches } from '../../../test/must-not.ts';
import { pages } from '../../app/pages.ts';
import { type CodingLog, codingLogSchema } from '../../domain/coding-log.ts';
import { DAY } from '../../domain/window.ts';
import { run } from '../run.ts';

const NOW = FIXTURE_START + 60 * DAY;
const dataDir = temporaryFolder('data');
let cwd = '';
beforeAll(() => {
  const repository = fixtureRepository({ name: 'engine' });
  const commits = Array.from({ length: 24 }, (_, i) => ({
    message: `Work ${i + 1}${i === 23 ? ' \u001b[31mred' : ''}`,
    author: i % 2 === 0 ? BOB : ALICE,
    at: FIXTURE_START + (i + 1) * 2 * DAY,
    files: { [`src/core/part-${i % 5}.ts`]: `part ${i}\n` },
  }));
  repository.commits(commits);
  repository.checkout();
  cwd = repository.path;
});

const world = (own: string) => ({ cwd, now: NOW, dataDir, env: { FORTNIGHT_PRIVATE_DIR: own } });
const LEAD = ['--lead', 'alice@example.com'];
const logOf = async (own: string): Promise<CodingLog> =>
  codingLogSchema.parse(JSON.parse((await runLine(['code', '--json', ...LEAD], world(own))).stdout));

/** Somebody who presses these keys, one after the other, at a terminal. */
async function typed(keys: string, own: string, line: readonly string[] = ['code']) {
  const written = { stdout: '', stderr: '' };
  const left = [...keys];
  const effects = {
    ...quietEffects({ ...world(own), terminal: 80 }, written),
    readKey: async () => left.shift() ?? 'q',
  };
  const exitCode = await run([...line, ...LEAD, '--no-color'], effects);
  return { exitCode, ...written, left: left.join('') };
}

describe('fortnight code at a terminal', () => {
  test('asks about the newest changes, one key each, and shows what was answered', async () => {
    const own = temporaryFolder('private');
    const { exitCode, stdout, stderr, left } = await typed('sxH\rq', own);
    expect([exitCode, left]).toEqual([0, '']);
    expect(stderr).toMatch(/1\/5 \d{4}-\d\d-\d\d Work 24 ␛\[31mred\n {4}src; known to Bob/);
    expect(stderr.match(/Why\?/g)).toHaveLength(4);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/2 say why you wrote them; 10 do not/);
    const log = await logOf(own);
    expect(log.changes).toEqual({ spare: 12, answered: 2, unanswered: 10 });
    expect(log.all.reasons.map(({ why, answers }) => `${why} ${answers}`)).toEqual([
      'strategic 1',
      'leverage 0',
      'hiding 1',
      'self-indulgence 0',
    ]);
  });

  test.each(['q', '\u001b', '\u0003', '\u0004'])('ends at %j, with nothing answered', async (key) => {
    const own = temporaryFolder('private');
    const { stderr, left } = await typed(`${key}s`, own);
    expect([stderr.match(/Why\?/g)?.length, left]).toEqual([1, 's']);
    expect((await logOf(own)).changes.answered).toBe(0);
  });

  test.each([[['code', '--no-ask']], [['code', '--json']], [['code', '--format', 'markdown']]])(
    'asks nothing for %j',
    async (line) => {
      const { stderr, left, exitCode } = await typed('s', temporaryFolder('private'), line);
      expect([exitCode, stderr.includes('Why?'), left]).toEqual([0, false, 's']);
    },
  );
});

test('the page says nothing it must not', async () => {
  const page = pages.codingLog(await logOf(temporaryFolder('private')));
  expect(pageBreaches(page, { person: 'Alice Arch', people: ['Bob Bridge'] })).toEqual([]);
});

test('where nobody sits, fortnight code shows and asks nothing', async () => {
  const { exitCode, stdout, stderr } = await runLine(['code', ...LEAD], world(temporaryFolder('private')));
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Of 12 product changes of yours that others could have owned, 0 say why',
  );
});

describe('fortnight code answer', () => {
  test('needs no more than an id and a reason', async () => {
    const own = temporaryFolder('private');
    const [newest] = (await logOf(own)).asked;
    const id = newest?.change.slice(0, 10) ?? '';
    const { exitCode, stdout } = await runLine(['code', 'answer', id, '--why', 'leverage', ...LEAD], world(own));
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('others could own')]);
    expect((await logOf(own)).asked.map(({ change }) => change)).not.toContain(newest?.change);
  });

  test.each([
    [['code', 'answer', 'abcd'], /Why did you write it\?/],
    [['code', 'answer', 'zzzz', '--why', 'hiding'], /zzzz is no product change of Alice/],
  ])('refuses %j', async (line, sentence) => {
    const { exitCode, stderr } = await runLine([...line, ...LEAD], world(temporaryFolder('private')));
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});
