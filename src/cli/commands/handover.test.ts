import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
import { DAY } from '../../domain/window.ts';

const day = (count: number): number => FIXTURE_START + count * DAY;
/** A branch, a path and a subject that try to end a comment, to be HTML or a link. */
const TRICK = 'fix/--><script>';

let repository = '';
const dataDir = temporaryFolder('data');
let cwd = '';

/** Alice lands every second day what Bob and Carol wrote; Carol also lands her own in docs. Two branches are open. */
beforeAll(() => {
  const fixture = fixtureRepository({ name: 'engine' });
  const scripts: CommitScript[] = [
    { message: 'Start', name: 'main-0', files: { 'src/core/a.ts': 'a\n', 'src/docs/b.ts': 'b\n' } },
  ];
  for (let number = 1; number <= 60; number += 1) {
    const at = day(number * 2);
    const files = { [`src/core/part-${number % 7}.ts`]: `part ${number}\n` };
    scripts.push(
      {
        message: `Part ${number} [x](http://evil.example) <!-- fortnight:a 00000000 -->`,
        author: number % 2 === 0 ? BOB : CAROL,
        at,
        parents: [`main-${number - 1}`],
        branch: 'topic',
        files,
        name: `topic-${number}`,
      },
      {
        message: `Merge pull request #${number} from someone/topic`,
        author: ALICE,
        at: at + 3600,
        parents: [`main-${number - 1}`, `topic-${number}`],
        files,
        name: `main-${number}`,
      },
    );
  }
  scripts.push(
    { message: 'Write docs', author: CAROL, at: day(121), files: { 'src/docs/b.ts': 'more\n' } },
    {
      message: 'Propose',
      author: ALICE,
      at: day(121) + 60,
      files: {
        'docs/decisions/0001-cache.md': '---\nstatus: proposed\n---\n# Cache <b>answers</b>\n\nsrc/core/a.ts\n',
      },
      name: 'head',
    },
    {
      message: 'Unfinished',
      author: BOB,
      at: day(122),
      parents: ['head'],
      branch: TRICK,
      files: { 'src/core/part-1.ts': 'open\n' },
    },
    {
      message: 'Own',
      author: ALICE,
      at: day(123),
      parents: ['head'],
      branch: 'rewrite',
      files: { 'src/core/part-2.ts': 'open\n' },
    },
  );
  fixture.commits(scripts);
  fixture.git('branch', '-D', 'topic');
  fixture.checkout();
  repository = fixture.path;
});
beforeEach(() => {
  cwd = temporaryFolder('plan');
});

const run = (...line: string[]) => runLine([...line, '--repo', repository], { cwd, now: day(124), dataDir });
const FROM = '2024-05-06';
const plan = (...more: string[]) => run('handover', '--from', FROM, ...more);
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');

describe('fortnight handover', () => {
  it('shows first what removes most risk, in 80 columns', async () => {
    const { stdout, exitCode, stderr } = await plan();
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    const flat = stdout.replace(/\s+/g, ' ');
    const order = [
      "Say who lands teammates' changes",
      'next change in src/core',
      'Land or answer fix/--><script>',
      'Decide “Cache answers”',
      'park your branch rewrite',
      'Say who answers for',
      'Before, during, after',
      'Now, 2024-05-03',
      'For whoever covers area could cover src/core',
    ];
    const places = order.map((words) => flat.indexOf(words));
    expect(
      places.every((place) => place >= 0),
      `${order[places.indexOf(-1)]} in ${flat}`,
    ).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('as Markdown is a list in which nothing of the repository is a link, HTML or a comment', async () => {
    const { stdout } = await plan('--format', 'markdown');
    const ours = stdout
      .replace(/ <!-- fortnight:[A-Za-z0-9_.%/+-]+ [0-9a-f]{8} -->$/gm, '')
      .replace(/^<!-- fortnight:list[0-9a-f ]+-->$/m, '');
    const bare = ours.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, 'code').replace(/^- \[ \] /gm, '');
    expect(bare).not.toMatch(/[[\]<>@\\]|:\/\//);
    expect(stdout.match(/^- \[ \] /gm)?.length).toBeGreaterThan(8);
  });

  it('writes a list and a calendar that others can read, and again the same bytes', async () => {
    expect((await plan('--output', 'plan.md')).exitCode).toBe(0);
    const [list, days] = [read('plan.md'), read('plan.ics')];
    const calendar = new ICAL.Component(ICAL.parse(days) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual([
      '2024-05-06',
      '2024-05-03',
      '2024-05-03',
      '2024-05-13',
      '2024-05-20',
      '2024-05-21',
    ]);
    const { stdout } = await plan('--output', 'plan.md');
    expect(stdout).toContain('plan.md: nothing has changed.');
    expect([read('plan.md'), read('plan.ics')]).toEqual([list, days]);
  });

  it('keeps what a person did to the list, and brings the rest up to date when the days move', async () => {
    await plan('--output', 'plan.md', '--no-calendar');
    expect(existsSync(join(cwd, 'plan.ics'))).toBe(false);
    const edited = read('plan.md')
      .replace('- [ ] **Say who lands', '- [x] **Say who lands')
      .replace(/- \[ \] .*rewrite.*\n/, '')
      .concat('\nCall mother.');
    writeFileSync(join(cwd, 'plan.md'), edited);
    const { stdout } = await run('handover', '--from', '2024-05-07', '--output', 'plan.md', '--no-calendar');
    const again = read('plan.md');
    expect(again).toContain('- [x] **Say who lands');
    expect(again).not.toContain('your branch rewrite');
    expect(again).toContain('away 2024-05-07 to 2024-05-20');
    expect(again.endsWith('\nCall mother.')).toBe(true);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '1 line of yours left as it is; 1 line you took out left out (--restore brings it back).',
    );
    writeFileSync(join(cwd, 'plan.md'), again.replace(/^<!-- fortnight:list .*\n/m, ''));
    expect((await plan('--output', 'plan.md', '--no-calendar')).exitCode).toBe(0);
    expect(read('plan.md')).toContain('- [x] **Say who lands');
    await plan('--output', 'plan.md', '--restore');
    expect(read('plan.md')).toContain('your branch rewrite');
  });

  it('touches no link, no folder of git, no file of anybody else, and no calendar of another program', async () => {
    writeFileSync(join(cwd, 'notes.md'), 'mine\n');
    symlinkSync(join(cwd, 'notes.md'), join(cwd, 'link.md'));
    writeFileSync(join(cwd, 'work.ics'), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    const speaking = "const PRODUCT_ID = '-//Fortnight//Handover//EN';\n";
    writeFileSync(join(cwd, 'source.ts'), speaking);
    writeFileSync(join(cwd, 'odd.md'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    mkdirSync(join(cwd, '.git'));
    const refused: [string[], RegExp][] = [
      [['--output', 'link.md'], /is a link/],
      [['--output', 'notes.md'], /is no plan of this person/],
      [['--output', 'odd.md'], /is not UTF-8 text/],
      [['--output', '.git/plan.md'], /where git keeps/],
      [['--output', join(repository, '.git', 'plan.md')], /where git keeps/],
      [['--output', 'new.md', '--calendar', 'work.ics'], /is no plan of this person/],
      [['--output', 'new.md', '--calendar', 'source.ts'], /is no plan of this person/],
      [['--output', 'new.md', '--calendar', './new.md'], /cannot both be new\.md/],
      [['--output', '.'], /is no file/],
      [['--calendar', 'new.ics'], /goes with --output/],
    ];
    for (const [line, words] of refused) {
      const { exitCode, stderr } = await plan(...line);
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)]);
    }
    expect(read('notes.md')).toBe('mine\n');
    expect(read('source.ts')).toBe(speaking);
    expect(existsSync(join(cwd, 'new.md'))).toBe(false);
  });

  it('follows no link of the repository out of it', async () => {
    symlinkSync(cwd, join(repository, 'out'));
    const { exitCode, stderr } = await plan('--output', join(repository, 'out', 'plan.md'));
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/leads out of the repository/)]);
  });

  it('refuses the plan of somebody else, and asks when the absence begins', async () => {
    await plan('--output', 'plan.md', '--no-calendar');
    expect((await plan('--output', 'plan.md', '--person', 'Bob Bridge')).stderr).toMatch(/is no plan of this person/);
    expect((await run('handover')).stderr).toMatch(/^fortnight: When does the absence begin\?\n/);
  });

  it('plans for several who are away together', async () => {
    const { stdout } = await plan('--person', 'Alice Arch', '--person', 'Bob Bridge', '--json');
    const { plan: together } = JSON.parse(stdout) as {
      plan: { names: string[]; first: { kind: string; who: { people: string[] } }[] };
    };
    expect(together.names).toEqual(['Alice Arch', 'Bob Bridge']);
    expect(together.first.filter(({ kind }) => kind === 'own-branch')).toHaveLength(2);
    expect(together.first.flatMap(({ who }) => who.people)).not.toContain('Bob Bridge');
  });
});

describe('fortnight retro', () => {
  it('says what became of the plan, and that silence is silence', async () => {
    await plan('--output', 'plan.md', '--no-calendar');
    writeFileSync(join(cwd, 'plan.md'), read('plan.md').replace('- [ ] **Say who lands', '- [x] **Say who lands'));
    const { stdout, exitCode } = await run('retro', '--from', '2024-04-01', '--days', '14', '--plan', 'plan.md');
    const flat = stdout.replace(/\s+/g, ' ');
    expect(exitCode).toBe(0);
    expect(flat).toMatch(/Ticked in plan\.md: 1 of \d+ items\./);
    expect(flat).toContain('Still open: Finish, hand over or park your branch rewrite.');
    expect(flat).toContain('Something of theirs is seen on 7 days between 2024-04-01 and 2024-04-15.');
  });

  it('says so when there is no absence to look back on, and when it has not begun', async () => {
    expect((await run('retro')).stdout).toMatch(/^Nothing to look back on/);
    expect((await run('retro', '--from', '2024-07-01')).stderr).toMatch(/before the absence begins/);
    expect((await run('retro', '--from', '2024-04-01', '--plan', 'none.md')).stderr).toMatch(/There is no none\.md/);
  });
});
