import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { recordSchemaText, recordsPage } from '../scripts/records-manual.ts';
import { describeKind } from '../src/app/practice/describe-kind.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { GLOBAL_OPTIONS } from '../src/cli/options.ts';
import { recordCommands } from '../src/cli/record-commands.ts';
import { run } from '../src/cli/run.ts';
import { day, line, lines, oneOf, sureness, yesNo } from '../src/domain/records/fields.ts';
import { RECORD_KINDS } from '../src/domain/records/index.ts';
import { recordKind } from '../src/domain/records/kind.ts';
import { recordAnswerSchema, recordListSchema } from '../src/domain/records/record-answer.ts';
import { dueItems } from '../src/records/week/due-items.ts';
import { quietEffects } from './command-line.ts';
import { temporaryFolder } from './git-fixture.ts';

/** A kind that the product does not have: one object, and no other line knows it. */
const bet = recordKind({
  id: 'wager',
  command: 'wager',
  one: 'wager',
  many: 'wagers',
  summary: 'what the team tries for two weeks',
  meaning: 'A hypothesis with a day on which it is looked at.',
  visibility: 'private',
  folder: 'wagers',
  fields: {
    status: oneOf(['running', 'won', 'lost'], 'How it goes.'),
    hypothesis: line('What is thought to come of it.'),
    'decide-on': day('When it is looked at.'),
    chance: sureness('How likely it is, in hundredths.'),
    volunteers: lines('Who wants to try.'),
    reversible: yesNo('Whether it can be taken back.'),
    evidence: lines('What shows it.'),
    metrics: z
      .array(z.strictObject({ name: line('Its name.'), bound: line('What is enough.') }))
      .describe('What is measured.'),
  },
  capture: ['hypothesis', 'decide-on'],
  states: [
    { word: 'running', doc: 'It is tried.', isOpen: true },
    { word: 'won', doc: 'It held.', isOpen: false },
    { word: 'lost', doc: 'It did not.', isOpen: false },
  ],
  days: [{ key: 'decide-on', asks: 'say whether it was won' }],
  sections: [{ heading: 'Stop rule', prompt: 'When is it stopped?' }],
});

const NOW = Date.parse('2026-11-21T12:00:00Z') / 1000;
const commands = recordCommands([bet], []);
const home = temporaryFolder('wagers');

async function told(...line: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const world = {
    cwd: home,
    now: NOW,
    dataDir: join(home, 'data'),
    env: { FORTNIGHT_PRIVATE_DIR: join(home, 'private') },
  };
  const exitCode = await run(line, quietEffects(world, written), { commands: [...COMMANDS, ...commands] });
  return { exitCode, ...written };
}
const json = async (...line: readonly string[]): Promise<unknown> => JSON.parse((await told(...line, '--json')).stdout);

describe('a kind of record that is one object', () => {
  test('has its commands: list, new, show and set', () => {
    expect(commands.map(({ name }) => name)).toEqual(['wager list', 'wager new', 'wager show', 'wager set']);
  });

  test('is written, listed, shown and changed by them, as a Markdown file of its folder', async () => {
    const made = recordAnswerSchema.parse(
      await json(
        ...['wager', 'new', 'One queue', '--hypothesis', 'fewer waits', '--decide-on', '+2w', '--chance', '60'],
        ...['--volunteers', 'ada', '--volunteers', 'bo', '--reversible', 'yes', '--wager-evidence', 'a talk'],
        ...['--section', 'Stop rule=After a week.'],
      ),
    );
    expect(made.record.fields).toEqual({
      status: 'running',
      hypothesis: 'fewer waits',
      'decide-on': '2026-12-05',
      chance: 60,
      volunteers: ['ada', 'bo'],
      reversible: true,
      evidence: ['a talk'],
    });
    expect(readdirSync(join(home, 'private', 'wagers')).filter((name) => name.endsWith('.md'))).toEqual([
      '20261121-one-queue.md',
    ]);
    const file = join(home, 'private', 'wagers', '20261121-one-queue.md');
    expect(readFileSync(file, 'utf8')).toContain('\n# One queue\n\n## Stop rule\n\nAfter a week.\n');

    const open = recordListSchema.parse(await json('wager'));
    expect(open.records.map(({ id }) => id)).toEqual(['20261121-one-queue']);
    const set = await json(
      'wager',
      'set',
      '2026',
      '--status',
      'won',
      '--unset',
      'volunteers',
      '--title',
      'One queue for all',
    );
    expect(recordAnswerSchema.parse(set)).toMatchObject({
      deed: 'changed',
      record: { title: 'One queue for all', isOpen: false },
    });
    expect(readFileSync(file, 'utf8')).not.toContain('ada');
    expect(recordListSchema.parse(await json('wager'))).toMatchObject({ records: [], more: 1 });
    expect(recordListSchema.parse(await json('wager', 'list', '--status', 'won')).records).toHaveLength(1);
    expect((await told('wager', 'show', '20261121')).stdout).toMatch(
      /One queue for all.*won[\s\S]*hypothesis +fewer waits[\s\S]*Stop rule/,
    );
    expect(recordAnswerSchema.parse(await json('wager', 'set', '2026', '--status', 'won')).deed).toBe('same');
  });

  test.each([
    [['--chance', '101'], /chance of a wager/],
    [['--decide-on', 'soon'], /decide-on of a wager/],
    [['--status', 'maybe'], /status/],
    [['--section', 'no heading'], /names no heading/],
  ])('refuses %j and says why', async (options, why) => {
    const { exitCode, stdout, stderr } = await told('wager', 'new', 'Another', ...options);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(why);
  });

  test('asks what is to be changed when nothing is', async () => {
    expect(await told('wager', 'set', '2026')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/What is to be changed/),
    });
  });

  test('has help that asks for what is captured first, and gives every field of one value an option', async () => {
    const help = (await told('wager', 'new', '--help')).stdout;
    const options = [...help.slice(help.indexOf('\nOptions\n')).matchAll(/^--([\w-]+)/gm)].map((match) => match[1]);
    expect(options.slice(0, 2)).toEqual(['hypothesis', 'decide-on']);
    expect(options).toEqual(expect.arrayContaining(['status', 'chance', 'volunteers', 'reversible', 'wager-evidence']));
    expect(options).not.toContain('metrics');
    expect((await told('--help')).stdout).toMatch(/^wager +what the team tries for two weeks$/m);
  });

  test('has its part in the documentation', () => {
    const page = recordsPage([...RECORD_KINDS, bet], [...COMMANDS, ...commands]);
    const part = page.slice(page.indexOf('## Wager'));
    for (const told of [
      bet.meaning,
      '`metrics` › `bound`',
      '| `won` | It held. | rests |',
      'say whether it was won',
      '**Stop rule**',
    ])
      expect(part).toContain(told);
    expect(part).toContain('`fortnight wager set <name> [options]`');
    expect(part).toContain(
      '---\nstatus: running\nhypothesis: a line of text\ndecide-on: 2026-12-01\n---\n\n# What it is',
    );
  });

  test('has a JSON schema for editors, which leaves other keys alone', () => {
    const schema = z.fromJSONSchema(JSON.parse(recordSchemaText(bet)));
    expect(schema.safeParse({ status: 'won', 'decide-on': '2026-12-05', mine: 1 }).success).toBe(true);
    expect(schema.safeParse({ status: 'won', volunteers: 'ada' }).success).toBe(true);
    expect(schema.safeParse({ hypothesis: 'no state' }).success).toBe(false);
    expect(schema.safeParse({ status: 'maybe' }).success).toBe(false);
    expect(schema.safeParse({ status: 'won', 'decide-on': 'soon' }).success).toBe(false);
  });

  test('has what a page needs to draw a form and a list', () => {
    expect(describeKind(bet).fields.map(({ key, input }) => [key, input])).toEqual([
      ['status', 'choice'],
      ['hypothesis', 'line'],
      ['decide-on', 'day'],
      ['chance', 'hundredths'],
      ['volunteers', 'lines'],
      ['reversible', 'yes-no'],
      ['evidence', 'lines'],
      ['metrics', 'rows'],
    ]);
  });

  test('comes into the week on its day', async () => {
    const { records } = recordListSchema.parse(await json('wager', 'list', '--all'));
    const entries = records.map((record) => ({ ...record, isOpen: true, text: '' }));
    expect(dueItems(bet, entries as never, '2026-12-05')).toMatchObject([
      {
        because: ['decide on today: say whether it was won.'],
        settle: expect.arrayContaining(['fortnight wager set 20261121-one-queue --status won']),
      },
    ]);
  });
});

describe('the generated commands of every kind', () => {
  const written = COMMANDS.filter(({ isGenerated }) => isGenerated !== true);

  test('make way for one that was written by hand', () => {
    const names = recordCommands([bet], [{ name: 'wager new' }, { name: 'wager' }]);
    expect(names.map(({ name, isDefault }) => [name, isDefault === true])).toEqual([
      ['wager list', false],
      ['wager show', false],
      ['wager set', false],
    ]);
  });

  test.each(RECORD_KINDS)('no option of a $one hides one of every command', (kind) => {
    const globals = GLOBAL_OPTIONS.map(({ name }) => name);
    const options = recordCommands([kind], []).flatMap((command) => command.options.map(({ name }) => name));
    expect(options.filter((name) => globals.includes(name))).toEqual([]);
  });

  test('are found by their first word alone', () => {
    for (const { command } of RECORD_KINDS)
      expect(written.some(({ name }) => name === command || name === `${command} list`)).toBe(true);
  });
});
