import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import stringWidth from 'string-width';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runLine } from '../../../test/command-line.ts';
import {
  ALICE,
  BOB,
  CAROL,
  type CommitScript,
  FIXTURE_START,
  fixtureRepository,
  temporaryFolder,
} from '../../../test/git-fixture.ts';
import type { DelegationAnswer, DelegationList, DelegationSuggestions } from '../../domain/delegations.ts';
import { DAY } from '../../domain/window.ts';

const day = (count: number): number => FIXTURE_START + count * DAY;
const dateOf = (count: number): string => new Date(day(count) * 1000).toISOString().slice(0, 10);

let repository = '';
let ids: Readonly<Record<string, string>> = {};
const dataDir = temporaryFolder('data');
let home = '';

/**
 * Alice lands what Bob and Carol write in src/core, and writes src/engine alone. On day 100 she writes in src/core herself, on
 * day 101 together with Bob; on day 102 she merges, which is landing, and reformats, which is no work on it.
 */
beforeAll(() => {
  const fixture = fixtureRepository({ name: 'engine' });
  const scripts: CommitScript[] = [
    {
      message: 'Start',
      name: 'main-0',
      files: Object.fromEntries(
        ['core', 'engine', 'ui'].flatMap((area) => [0, 1, 2, 3].map((i) => [`src/${area}/part-${i}.ts`, `${i}\n`])),
      ),
    },
  ];
  for (let number = 1; number <= 60; number += 1) {
    const files = { [`src/core/part-${number % 4}.ts`]: `part ${number}\n` };
    scripts.push(
      {
        message: `Part ${number}`,
        author: number % 2 === 0 ? BOB : CAROL,
        at: day(number),
        parents: [`main-${number - 1}`],
        branch: 'topic',
        files,
        name: `topic-${number}`,
      },
      {
        message: `Merge pull request #${number} from someone/topic`,
        author: ALICE,
        at: day(number) + 3600,
        parents: [`main-${number - 1}`, `topic-${number}`],
        files,
        name: `main-${number}`,
      },
    );
  }
  for (let number = 0; number < 8; number += 1) {
    scripts.push({
      message: `Engine ${number}`,
      author: ALICE,
      at: day(70 + number),
      files: { [`src/engine/part-${number % 4}.ts`]: `engine ${number}\n` },
    });
  }
  scripts.push(
    { message: 'Core by Bob', author: BOB, at: day(99), files: { 'src/core/part-0.ts': 'bob\n' }, name: 'bob' },
    {
      message: 'Core by Alice',
      author: ALICE,
      at: day(100),
      files: { 'src/core/part-0.ts': 'alice\n' },
      name: 'alice',
    },
    {
      message: 'Core together\n\nCo-authored-by: Bob Bridge <bob@example.com>',
      author: ALICE,
      at: day(101),
      files: { 'src/core/part-0.ts': 'both\n' },
      name: 'both',
    },
    {
      message: 'Core by Carol',
      author: CAROL,
      at: day(102),
      parents: ['both'],
      branch: 'topic',
      files: { 'src/core/part-1.ts': 'carol\n' },
      name: 'carol',
    },
    {
      message: 'Merge pull request #77 from carol/topic',
      author: ALICE,
      at: day(102) + 3600,
      parents: ['both', 'carol'],
      files: { 'src/core/part-1.ts': 'carol\n' },
      name: 'merge',
    },
  );
  const made = fixture.commits(scripts);
  ids = Object.fromEntries(scripts.map((script, i) => [script.name ?? '', made[i] ?? '']));
  const [reformat] = fixture.commits([
    { message: 'Reformat the core', at: day(102) + 7200, files: { 'src/core/part-2.ts': 'reformatted\n' } },
  ]);
  fixture.commits([
    { message: 'Blame nobody for it', at: day(102) + 7300, files: { '.git-blame-ignore-revs': `${reformat}\n` } },
  ]);
  repository = fixture.path;
});
beforeEach(() => {
  home = temporaryFolder('home');
});

const at = (count: number, ...line: string[]) =>
  runLine(line, {
    cwd: home,
    now: day(count),
    dataDir,
    env: { FORTNIGHT_PRIVATE_DIR: join(home, 'private') },
  });
const here = (count: number, ...line: string[]) => at(count, ...line, '--repo', repository, '--lead', 'Alice Arch');
const json = async <T>(ran: Promise<{ exitCode: number; stdout: string; stderr: string }>): Promise<T> => {
  const { exitCode, stdout, stderr } = await ran;
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const recordsIn = (kind: string) => readdirSync(join(home, 'private', kind)).filter((name) => name.endsWith('.md'));
const give = (count: number, ...more: string[]) =>
  here(count, 'delegate', 'new', 'Own the core', '--to', 'Bob Bridge', '--due', '+4w', ...more);

describe('fortnight delegate', () => {
  it('gives something away in three fields, and asks for the rest without requiring it', async () => {
    const { stdout, exitCode } = await give(90);
    expect(exitCode).toBe(0);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(flat(stdout)).toContain('Measurable: By what will both of you see that it is done?');
    const [name = ''] = recordsIn('delegations');
    const text = readFileSync(join(home, 'private', 'delegations', name), 'utf8');
    expect(text).toContain(`due: ${dateOf(118)}`);
    expect(text).toContain(`on: ${dateOf(97)}`);
    expect(existsSync(join(repository, 'delegations'))).toBe(false);
  });

  it('needs no repository, and says that it looked at none', async () => {
    expect((await at(90, 'delegate', 'new', 'Own it', '--to', 'Bo', '--due', '+2w', '--paths', 'src')).exitCode).toBe(
      0,
    );
    const list = await json<DelegationList>(at(91, 'delegate', '--json'));
    expect(list.delegations[0]?.progress).toBeNull();
    expect(list.notes[0]).toMatch(/^No repository is here/);
  });

  it('reads progress from what landed, and says nothing of how much', async () => {
    await give(50, '--paths', 'src/core/**');
    const { delegations } = await json<DelegationList>(here(103, 'delegate', 'list', '--json'));
    const progress = delegations[0]?.progress;
    expect(progress?.changes.map(({ title }) => title).slice(0, 3)).toEqual([
      'Core together',
      'Core by Bob',
      'Merge pull request #60 from someone/topic',
    ]);
    const since = day(50);
    for (const { landedAt } of progress?.changes ?? []) expect(landedAt).toBeGreaterThanOrEqual(since);
    const { stdout } = await here(103, 'delegate');
    expect(flat(stdout)).toContain(`Landed last, ${dateOf(101)}: Core together`);
    expect(stdout).not.toMatch(/\b\d+ changes\b/);
  });

  it('tells the lead, and nobody else, that they took it back: what they wrote there alone', async () => {
    await give(90, '--paths', 'src/core/**', '--every', '0');
    const { alerts, delegations } = await json<DelegationList>(here(103, 'delegate', '--json'));
    expect(alerts.map(({ kind, since, text }) => [kind, since, text])).toEqual([
      ['take-back', dateOf(100), 'You worked on it yourself since you gave it away: 1 change.'],
    ]);
    expect(alerts[0]?.changes.map(({ evidence }) => evidence.id)).toEqual([ids.alice]);
    expect(delegations[0]?.takenBack?.because).toMatch(/without those you wrote together with Bob Bridge/);
    const { stdout } = await here(103, 'delegate');
    expect(stdout.indexOf('Taken back?')).toBeLessThan(stdout.indexOf('Bob Bridge, due'));
  });

  it('says nothing of what landed where the history ends before it was given away', async () => {
    await give(140, '--paths', 'src/core/**', '--every', '0');
    const { alerts, delegations } = await json<DelegationList>(here(140, 'delegate', '--json'));
    expect(alerts).toEqual([]);
    expect(delegations[0]?.progress).toMatchObject({
      state: 'cannot-tell',
      because: expect.stringMatching(
        /^The history looked at ends on .*, before it was agreed on .*: nothing can be seen of it\.$/,
      ),
    });
    expect(delegations[0]?.takenBack?.state).toBe('cannot-tell');
  });

  it('finds no take-back where the lead wrote before it was given away, elsewhere, or nothing', async () => {
    await give(101, '--paths', 'src/core/**', '--every', '0');
    await give(60, '--paths', 'src/ui', '--every', '0');
    const { alerts, delegations } = await json<DelegationList>(here(103, 'delegate', '--json'));
    expect(alerts.filter(({ kind }) => kind === 'take-back')).toEqual([]);
    expect(delegations.map(({ takenBack }) => takenBack?.state)).toEqual(['nothing', 'nothing']);
  });

  it('finds linked changes by commit and by number, whoever else works in the paths', async () => {
    await here(
      50,
      'delegate',
      'new',
      'Core',
      '--to',
      'Carol',
      '--due',
      '+9w',
      '--links',
      '#77',
      '--links',
      ids.alice ?? '',
    );
    const { delegations } = await json<DelegationList>(here(103, 'delegate', '--json'));
    expect(delegations[0]?.progress?.changes.map(({ title }) => title)).toEqual([
      'Merge pull request #77 from carol/topic',
    ]);
    expect(delegations[0]?.takenBack?.changes.map(({ title }) => title)).toEqual(['Core by Alice']);
  });

  it('knows no take-back of what the lead gave to themselves, whoever the lead is', async () => {
    await here(90, 'delegate', 'new', 'Mine', '--to', 'alice@example.com', '--due', '+4w', '--paths', 'src/core');
    const takenBack = async (lead: string) =>
      (await json<DelegationList>(at(103, 'delegate', '--json', '--repo', repository, '--lead', lead))).delegations[0]
        ?.takenBack;
    expect((await takenBack('Alice Arch'))?.because).toMatch(/^It was given to the lead \(Alice Arch\)/);
    expect((await takenBack('Bob Bridge'))?.state).toBe('seen');
  });

  it('says why it cannot tell: no paths, another repository, a name nobody has', async () => {
    await give(90);
    await give(90, '--paths', 'src', '--repository', 'other');
    await here(90, 'delegate', 'new', 'Own it', '--to', 'Zed', '--due', '+4w', '--paths', 'src');
    const reasons = (await json<DelegationList>(here(103, 'delegate', '--json'))).delegations.map(
      ({ progress }) => progress?.because,
    );
    expect(reasons).toContain('It is about other, and engine was looked at.');
    expect(reasons).toContain('Nobody in this history is called Zed.');
    expect(reasons.some((one) => one?.startsWith('It names no paths and no changes'))).toBe(true);
  });

  it('tells of check-ins that were not held, until one is', async () => {
    await give(90);
    const alerts = async (count: number) => (await json<DelegationList>(at(count, 'delegate', '--json'))).alerts;
    expect(await alerts(98)).toEqual([]);
    expect((await alerts(105)).map(({ text }) => text)).toEqual([
      `You did not hold 1 check-in you agreed on: ${dateOf(97)}.`,
    ]);
    const { delegation } = await json<DelegationAnswer>(
      at(105, 'delegate', 'check-in', '2024', '--note', 'Waits for the schema', '--json'),
    );
    expect(delegation.checkIns.map(({ state }) => state)).toEqual(['made-up', 'held', 'ahead']);
    expect(await alerts(105)).toEqual([]);
  });

  it('plans check-ins anew, keeping what took place', async () => {
    await give(90, '--every', '0');
    await at(95, 'delegate', 'check-in', '2024');
    const { delegation } = await json<DelegationAnswer>(
      at(96, 'delegate', 'check-in', '2024', '--every', '10', '--json'),
    );
    expect(delegation.checkIns.map(({ on, state }) => [on, state])).toEqual([
      [dateOf(95), 'held'],
      [dateOf(106), 'ahead'],
      [dateOf(116), 'ahead'],
    ]);
  });

  it('ends: done, or taken back openly and why; a closed one is not closed twice', async () => {
    await give(90, '--paths', 'src/core/**');
    const { delegation } = await json<DelegationAnswer>(
      at(100, 'delegate', 'take-back', '2024', '--because', 'The deadline moved', '--json'),
    );
    expect([delegation.record.status, delegation.alerts]).toEqual(['taken-back', []]);
    expect(delegation.record.sections.at(-1)?.text.trim()).toBe('The deadline moved');
    expect((await at(101, 'delegate', 'done', '2024')).stderr).toMatch(/is taken-back since/);
    expect((await json<DelegationList>(at(101, 'delegate', '--json'))).delegations).toEqual([]);
    const shown = await json<DelegationAnswer>(here(103, 'delegate', 'show', '2024', '--json'));
    expect(shown.delegation.progress?.changes.map(({ title }) => title)).toEqual(['Core by Bob']);
    expect(shown.delegation.takenBack).toBeNull();
  });

  it('refuses what makes no sense, and writes nothing', async () => {
    const refused: [string[], RegExp][] = [
      [['new', 'Own it', '--to', 'Bo', '--due', 'soon'], /due of a delegation/],
      [['new', 'Own it', '--to', 'Bo', '--due', '2023-01-01'], /before it starts/],
      [['check-in', 'nothing'], /There is no delegation called nothing/],
    ];
    for (const [line, words] of refused) {
      const { exitCode, stderr } = await at(90, 'delegate', ...line);
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
    }
    expect(existsSync(join(home, 'private', 'delegations')) ? recordsIn('delegations') : []).toEqual([]);
    await give(90);
    expect((await at(90, 'delegate', 'check-in', '2024', '--on', '+1d')).stderr).toMatch(/is yet to come/);
  });
});

describe('fortnight delegate suggest', () => {
  const suggest = (count: number) => json<DelegationSuggestions>(here(count, 'delegate', 'suggest', '--json'));

  it('proposes what the lead alone knows and what passes through them, each with evidence and who has worked there', async () => {
    const { suggestions } = await suggest(103);
    const of = (area: string) => suggestions.find((one) => one.area === area);
    expect(of('src/engine')?.reasons.map(({ measure }) => measure)).toContain('known-to-one');
    expect(of('src/core')?.reasons.map(({ measure }) => measure)).toContain('routine-approvals');
    expect(of('src/core')?.knows.people).toEqual(['Bob Bridge', 'Carol Cove']);
    expect(of('src/engine')?.couldLearn.people).toEqual(['Bob Bridge', 'Carol Cove']);
    for (const { reasons } of suggestions)
      for (const { evidence } of reasons) expect(evidence.length).toBeGreaterThan(0);
  });

  it('gives a command that works as it stands, after which it is proposed no more', async () => {
    const { suggestions } = await suggest(103);
    const line = suggestions.find((one) => one.area === 'src/core')?.commands[0]?.line ?? '';
    expect(line).toBe(
      "fortnight delegate new 'Land routine changes in src/core' --to 'Bob Bridge' --due +4w --paths 'src/core/**'",
    );
    const words = [...line.matchAll(/'([^']*)'|\S+/g)].map(([whole, quoted]) => quoted ?? whole).slice(1);
    expect((await here(103, ...words)).exitCode).toBe(0);
    const again = await suggest(103);
    expect(again.suggestions.map(({ area }) => area)).not.toContain('src/core');
    expect(again.notes).toContain('1 area left out: given away already.');
  });

  it('puts no figure beside anybody but the lead', async () => {
    const { stdout } = await here(103, 'delegate', 'suggest');
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    for (const line of stdout.split('\n').filter((one) => /Bob|Carol/.test(one))) expect(line).not.toMatch(/\d/);
    expect(flat(stdout)).toContain('--to NAME --due +4w');
  });

  it('suggests nothing without evidence, and says so', async () => {
    const { answer, suggestions } = await json<DelegationSuggestions>(
      here(103, 'delegate', 'suggest', '--since', '2d', '--json'),
    );
    expect(suggestions.filter(({ reasons }) => reasons.some(({ measure }) => measure === 'routine-approvals'))).toEqual(
      [],
    );
    expect(answer.length).toBeGreaterThan(0);
  });
});

describe('fortnight delegate calendar', () => {
  const starts = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('dtstart')));

  it('writes check-ins and the day it is due to the output, or into a file that it brings up to date', async () => {
    await give(90);
    const { stdout } = await at(90, 'delegate', 'calendar');
    expect(starts(stdout)).toEqual([97, 104, 111, 118].map(dateOf));
    expect((await at(90, 'delegate', 'calendar', '--output', 'days.ics')).exitCode).toBe(0);
    await at(91, 'delegate', 'set', '2024', '--due', dateOf(125));
    expect(flat((await at(91, 'delegate', 'calendar', '--output', 'days.ics')).stdout)).toContain(
      '4 entries; 0 new, 1 changed, 0 called off',
    );
    expect(starts(readFileSync(join(home, 'days.ics'), 'utf8'))).toEqual([97, 104, 111, 125].map(dateOf));
  });

  it('is written into no repository and over no other file', async () => {
    await give(90);
    writeFileSync(join(home, 'mine.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    mkdirSync(join(repository, 'notes'), { recursive: true });
    const inside = await here(90, 'delegate', 'calendar', '--output', join(repository, 'notes', 'days.ics'));
    expect([inside.exitCode, inside.stderr]).toEqual([2, expect.stringMatching(/lies inside the repository engine/)]);
    const other = await at(90, 'delegate', 'calendar', '--output', 'mine.ics');
    expect([other.exitCode, other.stderr]).toEqual([2, expect.stringMatching(/is no calendar of delegations/)]);
  });
});
