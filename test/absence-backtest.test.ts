import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { absenceBacktestSchema } from '../src/domain/absence-backtest.ts';
import { DAY } from '../src/domain/window.ts';
import { type Ran, runLine } from './command-line.ts';
import {
  ALICE,
  BOB,
  CAROL,
  type CommitScript,
  FIXTURE_START,
  fixtureRepository,
  temporaryFolder,
} from './git-fixture.ts';

/** Alice lands Bob's patches every second day and is silent on days 401 to 421; Carol lands her own all the time. */
function teamWithAnAbsence(name: string): string {
  const repository = fixtureRepository({ name });
  const scripts = Array.from({ length: 480 }, (_, day): CommitScript[] => {
    const at = FIXTURE_START + day * DAY;
    const file = (area: string) => ({ [`src/${area}/part-${day % 7}.ts`]: `${name} ${day}\n` });
    if (day % 2 === 1) return [{ message: `Docs ${day}`, author: CAROL, at, files: file('docs') }];
    if (day > 400 && day < 422) return [];
    return [{ message: `Core ${day}`, author: BOB, committer: ALICE, at, files: file('core') }];
  });
  repository.commits(scripts.flat());
  return repository.path;
}

describe('fortnight backtest absence', () => {
  let paths: string[] = [];
  const cwd = temporaryFolder('absence');
  const dataDir = temporaryFolder('data');
  const ask = (...argv: string[]): Promise<Ran> =>
    runLine(['backtest', 'absence', ...argv, '--resamples', '200'], { cwd, dataDir, now: FIXTURE_START + 500 * DAY });
  const dataOf = ({ stdout }: Ran) => absenceBacktestSchema.parse(JSON.parse(stdout));

  beforeAll(() => {
    paths = ['engine', '=website'].map(teamWithAnAbsence);
  });

  it('studies repositories that have nothing to do with each other, one cluster each', async () => {
    const ran = await ask(...paths, '--cases', 'cases.csv', '--json');
    expect(ran.exitCode).toBe(0);
    const data = dataOf(ran);
    expect(data.repositories.map(({ repository, cases }) => [repository, cases])).toEqual([
      ['=website', 2],
      ['engine', 2],
    ]);
    // Alice, on whom Bob's work depended, and Bob himself, on whom nothing did.
    const highest = data.bands.filter(({ cases }) => cases > 0).map(({ from, counts }) => [from, counts]);
    expect(highest).toEqual([
      [0, { nearlyStopped: 0, slowed: 0, normal: 2 }],
      [0.4, { nearlyStopped: 0, slowed: 2, normal: 0 }],
    ]);
    expect(data.slope.missing).toContain('4 cases where it takes 30');
    const table = readFileSync(join(cwd, 'cases.csv'), 'utf8').trimEnd().split('\r\n');
    expect(table).toHaveLength(1 + data.cases + data.present);
    expect(table[1]?.startsWith("'=website,absent,")).toBe(true);
  });

  it('names nobody, in no format, and gives no percentage without evidence', async () => {
    for (const format of [[], ['--json'], ['--format', 'markdown']]) {
      const { stdout, exitCode } = await ask(...paths, ...format);
      expect(exitCode).toBe(0);
      expect(stdout).not.toMatch(/Alice|Bob|Carol|example\.com/);
      if (format[0] === '--json') continue;
      expect(stdout).toContain('Not enough evidence');
      expect(stdout.replaceAll('(95% interval)', '').replaceAll('95% intervals', '')).not.toContain('%');
    }
  });

  it('writes no calibration that four absences do not carry, and says what is missing', async () => {
    const ran = await ask(...paths, '--write-calibration', 'calibration.json');
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('4 cases where it takes 100 and 2 repositories where it takes 10');
    expect(existsSync(join(cwd, 'calibration.json'))).toBe(false);
  });

  it('replaces its own table, and no other file', async () => {
    writeFileSync(join(cwd, 'notes.csv'), 'mine\n');
    const ran = await ask(...paths, '--cases', 'notes.csv');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('another file of that name is there');
    expect(readFileSync(join(cwd, 'notes.csv'), 'utf8')).toBe('mine\n');
    expect((await ask(...paths, '--cases', 'cases.csv')).exitCode).toBe(0);
    expect((await ask(...paths, '--cases', 'again.csv')).exitCode).toBe(0);
    expect((await ask(...paths, '--cases', 'again.csv')).exitCode).toBe(0);
    expect((await ask(...paths, '--cases', join('no', 'folder.csv'))).exitCode).toBe(1);
    expect((await ask(...paths, '--cases', join(paths[0] ?? '', '.git', 'cases.csv'))).exitCode).toBe(2);
  });

  it('counts one history once, however often it is given', async () => {
    const [engine = ''] = paths;
    const data = dataOf(await ask(engine, engine, '--json'));
    expect(data.repositories).toHaveLength(1);
    expect(data.notes.join(' ')).toContain('begins with the same change');
  });
});
