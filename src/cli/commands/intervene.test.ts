import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runLine } from '../../../test/command-line.ts';
import { FIXTURE_START, fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import type { InterventionAnswer, InterventionList } from '../../domain/interventions.ts';
import { DAY } from '../../domain/window.ts';

let repository = '';
let risky = '';
let harmless = '';
const dataDir = temporaryFolder('data');
let home = '';

beforeAll(() => {
  const fixture = fixtureRepository({ name: 'engine' });
  const [start = '', migration = ''] = fixture.commits([
    { message: 'Start', files: { 'src/ui/list.ts': 'a\n' } },
    { message: 'Move data', files: { 'db/migrations/001.ts': 'a\n', 'src/ui/list.ts': 'b\n' } },
  ]);
  [harmless, risky] = [start, migration];
  repository = fixture.path;
});
beforeEach(() => {
  home = temporaryFolder('home');
});

const at = (count: number, ...line: string[]) =>
  runLine(line, {
    cwd: home,
    now: FIXTURE_START + count * DAY,
    dataDir,
    env: { FORTNIGHT_PRIVATE_DIR: join(home, 'private') },
  });
const answered = async <T>(ran: ReturnType<typeof at>): Promise<T> => {
  const { exitCode, stdout, stderr } = await ran;
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
};
const begin = (...line: string[]) =>
  answered<InterventionAnswer>(at(1, 'intervene', 'new', 'It looks wrong', ...line, '--json'));
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('fortnight intervene', () => {
  it('takes what it is about for destructive where a mistake is seldom survivable, and says why', async () => {
    const { intervention, remark } = await begin('--did', 'said', '--about', 'src/auth/session.ts');
    expect(intervention.record.fields.wrong).toBe('destructive');
    expect(remark).toBe(
      'Taken to be destructive: src/auth/session.ts looks like authentication, and a mistake in who is let in is a security hole. Not so? --wrong survivable.',
    );
  });

  it('looks up which paths a commit touched', async () => {
    const { intervention, remark } = await begin('--did', 'said', '--about', risky.slice(0, 10), '--repo', repository);
    expect(intervention.record.fields).toMatchObject({ wrong: 'destructive', repository: 'engine' });
    expect(remark).toMatch(/db\/migrations\/001\.ts looks like migrations/);
    const asked = await at(1, 'intervene', 'new', 'Odd', '--did', 'said', '--about', harmless, '--repo', repository);
    expect([asked.exitCode, asked.stderr]).toEqual([2, expect.stringMatching(/What kind of wrong is it\?/)]);
  });

  it('keeps what the lead says, and tells what speaks against it', async () => {
    const kept = await begin('--wrong', 'survivable', '--did', 'held-back', '--about', 'db/migrations/**');
    expect(kept.intervention.record.fields.wrong).toBe('survivable');
    expect(kept.remark).toMatch(/^You say it is survivable\. Look twice: db\/migrations\/\*\* looks like migrations/);
    expect((await begin('--wrong', 'destructive', '--did', 'said', '--about', 'db/migrations')).remark).toBeNull();
  });

  it('asks what kind of wrong it is and what was done, and writes nothing without', async () => {
    const without = await at(1, 'intervene', 'new', 'It looks wrong', '--did', 'said', '--about', 'README.md');
    expect([without.exitCode, without.stderr]).toEqual([2, expect.stringMatching(/Survivable: .*Destructive: /s)]);
    const silent = await at(1, 'intervene', 'new', 'It looks wrong', '--wrong', 'survivable');
    expect([silent.exitCode, silent.stderr]).toEqual([2, expect.stringMatching(/--did said, or --did held-back/)]);
    const folder = join(home, 'private', 'interventions');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  it('comes back in two weeks, and rests once it is known what came of it', async () => {
    const { intervention } = await begin(
      '--wrong',
      'survivable',
      '--did',
      'held-back',
      '--text',
      'A cache without bound.',
    );
    expect(intervention.record.fields['check-on']).toBe('2024-01-16');
    const due = async (count: number) =>
      (await answered<InterventionList>(at(count, 'intervene', '--json'))).interventions.map(({ isDue }) => isDue);
    expect([await due(14), await due(15)]).toEqual([[false], [true]]);
    expect((await at(15, 'intervene', 'settle', '2024')).stderr).toMatch(/What came of it\?/);
    const settled = await answered<InterventionAnswer>(
      at(15, 'intervene', 'settle', '2024', '--outcome', 'taught', '--json'),
    );
    expect(settled.intervention.record.fields).toMatchObject({
      status: 'settled',
      outcome: 'taught',
      closed: '2024-01-16',
    });
    expect(await due(30)).toEqual([false]);
  });

  it('says how holding back went in 80 columns: too little first, then a share with its interval', async () => {
    for (let i = 0; i < 10; i += 1) {
      await at(1, 'intervene', 'new', `Wrong ${i}`, '--wrong', 'survivable', '--did', 'held-back');
      if (i === 3) expect(flat((await at(2, 'intervene')).stdout)).toContain('Not enough evidence');
      await at(2, 'intervene', 'settle', `20240102-wrong-${i}`, '--outcome', i === 0 ? 'cost' : 'harmless');
    }
    const { stdout } = await at(3, 'intervene');
    expect(flat(stdout)).toContain(
      'You held back 10 times whose outcome is known: 9 harmless or taught something, 1 at a cost or with damage. It went well in 90% (60–98%).',
    );
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect((await at(3, 'intervene', 'show', '20240102-wrong-0')).stdout).toContain('cost');
  });
});
