import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../src/domain/window.ts';
import { runLine, type World } from './command-line.ts';
import { temporaryFolder } from './git-fixture.ts';
import { breaches, jsonBreaches } from './must-not.ts';
import { TEAM_NOW, teamRepository } from './team-repository.ts';

let repository: string;
let dataDir: string;
let privateDir: string;
beforeAll(() => {
  repository = teamRepository();
  dataDir = temporaryFolder('moves-data');
});
/** What the trickster's name holds: a terminal escape, and a mark that turns text around. */
const UNSEEN = ['\u001b', '\u202e'];
const folders: string[] = [];
beforeEach(() => {
  privateDir = mkdtempSync(join(temporaryFolder('moves'), 'private-'));
  folders.push(privateDir);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const world = (env: World['env'] = {}): World => ({
  cwd: repository,
  now: TEAM_NOW,
  dataDir,
  env: { FORTNIGHT_PRIVATE_DIR: privateDir, ...env },
});
const line = (text: string, env?: World['env']) => runLine(text.split(' '), world(env));
const kept = (): string[] => readdirSync(join(privateDir, 'moves'));

describe('fortnight moves', () => {
  it('is acted on in eighty columns: imperative sentences, what they cover, D after each', async () => {
    const { stdout, exitCode, stderr } = await line('moves --target 0.35 --load 5');
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const row of stdout.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
    expect(stdout).toContain('What would take it off Alice Arch');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Let Bob Bridge land their own changes/);
    for (const unseen of UNSEEN) expect(stdout).not.toContain(unseen);
  });

  it('says nothing it must not, on the screen and as data', async () => {
    const said = { person: 'Alice Arch', people: ['Bob Bridge', 'Carol Cove'] };
    for (const target of ['0', '0.2', '0.35', '1']) {
      const { stdout } = await line(`moves --target ${target}`);
      expect(breaches(stdout, said)).toEqual([]);
      const data = await line(`moves --target ${target} --json`);
      expect(jsonBreaches(JSON.parse(data.stdout), said)).toEqual([]);
    }
  });

  it('takes several people away as one, and refuses somebody nobody knows', async () => {
    const { stdout } = await line('moves --person Alice --person Bob --json');
    expect(JSON.parse(stdout).away).toEqual({ people: ['Alice Arch', 'Bob Bridge'] });
    expect((await line('moves --person Zoe')).exitCode).toBe(2);
  });
});

describe('fortnight moves keep', () => {
  it('writes a promise into the private folder, for its owner alone, and never over an earlier one', async () => {
    const first = await line('moves keep --target 0.35 --load 5');
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    const day = new Date(TEAM_NOW * 1000).toISOString().slice(0, 10).replaceAll('-', '');
    expect(kept()).toEqual([`${day}-engine-moves.md`]);
    const path = join(privateDir, 'moves', `${day}-engine-moves.md`);
    expect(first.stdout.replace(/\n/g, '')).toContain(`${day}-engine-moves.md`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path, 'utf8');
    await line('moves keep --target 0.3 --load 5');
    expect(kept().sort()).toEqual([`${day}-engine-moves-2.md`, `${day}-engine-moves.md`]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(before).toMatch(/^---\nfortnight: moves\/1\n/);
    for (const unseen of UNSEEN) expect(before).not.toContain(unseen);
  });

  it('writes nothing into a repository, nor through a link into one', async () => {
    const inside = await line('moves keep --target 0.35', { FORTNIGHT_PRIVATE_DIR: join(repository, 'notes') });
    expect([inside.exitCode, inside.stderr]).toEqual([2, expect.stringContaining('inside the repository engine')]);
    expect(existsSync(join(repository, 'notes'))).toBe(false);
    symlinkSync(repository, join(privateDir, 'link'));
    const linked = await line('moves keep --target 0.35', { FORTNIGHT_PRIVATE_DIR: join(privateDir, 'link') });
    expect(linked.exitCode).toBe(2);
    symlinkSync(repository, join(privateDir, 'moves'));
    const led = await line('moves keep --target 0.35');
    expect([led.exitCode, led.stderr]).toEqual([2, expect.stringContaining('is not a folder')]);
    expect(existsSync(join(repository, 'moves'))).toBe(false);
  });

  it('says of a private folder that cannot be one what is wrong with it', async () => {
    const folder = temporaryFolder('private');
    symlinkSync('loop', join(folder, 'loop'));
    writeFileSync(join(folder, 'file'), '');
    for (const [name, words] of [
      ['loop', 'leads in circles'],
      ['file/below', 'is not a folder'],
    ] as const) {
      const { stderr } = await line('moves keep --target 0.35', { FORTNIGHT_PRIVATE_DIR: join(folder, name) });
      expect(stderr).toContain(words);
    }
  });

  it('keeps nothing where there is no move', async () => {
    const { exitCode, stderr } = await line('moves keep --target 1');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('There is no move to keep')]);
  });
});

describe('fortnight moves check', () => {
  it('reads the newest promise again; on the day itself it is too early', async () => {
    await line('moves keep --target 0.35 --load 5');
    const text = readFileSync(join(privateDir, 'moves', kept()[0] ?? ''), 'utf8');
    expect(text).toContain('\\u202elory');
    const { stdout, exitCode } = await line('moves check');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('too early');
    expect(breaches(stdout)).toEqual([]);
  });

  it('says what happened since a promise made in the past', async () => {
    const until = new Date((TEAM_NOW - 40 * DAY) * 1000).toISOString().slice(0, 10);
    await line(`moves keep --target 0.35 --load 5 --until ${until}`);
    const { stdout } = await line('moves check --json');
    const { moves, earlier, now } = JSON.parse(stdout);
    expect(moves[0].since.of).toBeGreaterThanOrEqual(5);
    expect(['partly', 'not-yet']).toContain(moves[0].outcome);
    expect(earlier.share).toBeGreaterThan(0.35);
    expect(now.of).toBeGreaterThan(0);
  });

  it.each([
    ['dependence:\n', 'dependance:\n'],
    ['target: 0.35', 'target: much'],
    ['  - kind: ', '  - kinds: '],
    ['---\n', ''],
    ['fortnight: moves/1', 'fortnight: moves/2'],
    ['repositories:\n', 'repositories: [\n'],
    ['target: 0.35', 'target: &x 0.35\nother: *x'],
  ])('refuses a file in which %j became %j, with file and line', async (from, to) => {
    await line('moves keep --target 0.35 --load 5');
    const path = join(privateDir, 'moves', kept()[0] ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    const { exitCode, stderr } = await line('moves check');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/moves\.md:\d+ is no kept promise: /);
  });

  it('names the very line', async () => {
    await line('moves keep --target 0.35 --load 5');
    const path = join(privateDir, 'moves', kept()[0] ?? '');
    const text = readFileSync(path, 'utf8').replace('target: 0.35', 'target: 7');
    writeFileSync(path, text);
    const at = text.split('\n').indexOf('target: 7') + 1;
    expect((await line('moves check')).stderr).toContain(`moves.md:${at} is no kept promise: target`);
  });

  it('says when there is none, or when the file cannot be read', async () => {
    expect((await line('moves check')).stderr).toContain('No moves were kept for engine');
    expect((await line('moves check nowhere.md')).stderr).toContain('nowhere.md cannot be read');
  });
});
