import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quietEffects, runLine } from '../../../test/command-line.ts';
import { fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { run } from '../run.ts';
import { COMMANDS } from './index.ts';

const NOW = Date.UTC(2026, 10, 21) / 1000;
const world = (cwd = temporaryFolder('elsewhere'), privateDir = temporaryFolder('private')) => ({
  ...{ cwd, now: NOW, dataDir: temporaryFolder('data') },
  env: { FORTNIGHT_PRIVATE_DIR: privateDir },
});
const journalOf = ({ env }: ReturnType<typeof world>): Record<string, string> => {
  const folder = join(env.FORTNIGHT_PRIVATE_DIR, 'journal');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
};

/** What is typed, as it would be. */
const LINES: readonly (readonly string[])[] = [
  ['log', 'Asked what breaks if we wait'],
  ['log', 'Asked', 'what', 'breaks'],
  ['log', 'Said: "no" # not yet', '--claim', "it won't come back: ever", '--sure', '70'],
  ['log', 'Überzeugt — 说服', '--kind', 'reframed', '--for', 'bo, cy', '--link', '1a2b', '--link', 'docs/x.md'],
  ['log', 'Told ops', '--claim', 'no outage', '--check-on', '2026-12-01', '--json'],
  ['log', '--json', '--', '--dashes'],
];

describe('fortnight log', () => {
  test.each(LINES)('writes and says the same with and without all other commands loaded: %j', async (...line) => {
    const [lean, whole] = [world(), world()];
    const said = await runLine(line, lean);
    const written = { stdout: '', stderr: '' };
    const exitCode = await run(line, quietEffects(whole, written), { commands: COMMANDS });
    expect(Object.keys(journalOf(lean))).toHaveLength(1);
    expect(journalOf(lean)).toEqual(journalOf(whole));
    expect(said).toEqual({ exitCode, ...written });
    expect([exitCode, said.stderr]).toEqual([0, '']);
  });

  test.each<[readonly string[], RegExp]>([
    [['log'], /^fortnight: Missing required argument 'text'\./],
    [['log', ' '], /^fortnight: A record needs a title\./],
    [['log', 'x', '--sure', '70'], /^fortnight: How sure you are belongs to a claim\./],
    [['log', 'x', '--claim', 'y', '--sure', '100'], /from 1 to 99/],
    [['log', 'x', '--claim', 'y', '--check-on', '2026-02-30'], /^fortnight: --check-on 2026-02-30 is not a day\./],
    [['log', 'x', '--kind', 'heroism'], /reframed, question/],
    [['log', 'x', '--clam', 'y'], /Did you mean --claim\?/],
  ])('refuses %j in a sentence, whichever way it is loaded, and writes nothing', async (line, sentence) => {
    const [lean, whole] = [world(), world()];
    const said = await runLine(line, lean);
    const written = { stdout: '', stderr: '' };
    expect(await run(line, quietEffects(whole, written), { commands: COMMANDS })).toBe(2);
    expect(said).toEqual({ exitCode: 2, ...written });
    expect(said.stderr).toMatch(sentence);
    expect([journalOf(lean), journalOf(whole)]).toEqual([{}, {}]);
  });

  test('writes Markdown that says what it is, when it is checked, and where it was said', async () => {
    const repository = fixtureRepository({ name: 'engine' });
    const place = world(repository.path);
    await runLine(['log', 'Asked what breaks', '--claim', 'saves two weeks', '--sure', '70'], place);
    expect(journalOf(place)).toEqual({
      '20261121-asked-what-breaks.md': [
        '---',
        'fortnight: journal',
        'status: open',
        'on: 2026-11-21',
        'claim: saves two weeks',
        'sure: 70',
        'check-on: 2026-12-21',
        'repository: engine',
        '---',
        '',
        '# Asked what breaks',
        '',
      ].join('\n'),
    });
  });

  test('writes nothing into a repository, wherever the private folder was put', async () => {
    const repository = fixtureRepository({ name: 'engine' });
    const place = world(repository.path, join(repository.path, 'notes'));
    const { exitCode, stderr } = await runLine(['log', 'x'], place);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/would lie inside the repository engine/)]);
    expect(existsSync(join(repository.path, 'notes'))).toBe(false);
  });

  test('overwrites nothing: what is said twice is there twice', async () => {
    const place = world();
    await Promise.all(['a', 'a', 'a'].map((text) => runLine(['log', text], place)));
    expect(Object.keys(journalOf(place)).sort()).toEqual(['20261121-a-2.md', '20261121-a-3.md', '20261121-a.md']);
  });

  test('knows every kind of impact there is', () => {
    const option = COMMANDS.find(({ name }) => name === 'log')?.options.find(({ name }) => name === 'kind');
    expect(journalKind.fields.kind.options).toEqual(option?.choices);
  });
});
