import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlaces, type Places } from '../src/app/places.ts';
import { DEFAULT_REQUEST } from '../src/app/request.ts';
import type { ConfigurationEdit, ConfigurationPlace, PeoplePage } from '../src/domain/configuration-edit.ts';
import type { DataStanding, Unanswered } from '../src/domain/data-standing.ts';
import { createApp } from '../src/http/app.ts';
import { Door } from '../src/http/door.ts';
import { cookieName } from '../src/http/guard.ts';
import { quietEffects } from './command-line.ts';
import { FIXTURE_START, fixtureRepository, temporaryFolder } from './git-fixture.ts';

const PORT = 4145;
const NOW = FIXTURE_START + 90 * 86_400;
const BO = 'Bo Bell <bo@example.com>';
const BO_AT_HOME = 'bbell <bo@home.example>';

/** A team of three who are two: Bo commits from home under another name, and passes on what Alice wrote. */
function team(): string {
  const repository = fixtureRepository({ name: 'engine' });
  repository.commits(
    Array.from({ length: 24 }, (_, i) => ({
      message: `Work ${i}`,
      author: i % 3 === 0 ? BO_AT_HOME : i % 3 === 1 ? BO : 'Alice Arch <alice@example.com>',
      committer: BO,
      at: FIXTURE_START + i * 86_400,
      files: { [`src/${i % 2 === 0 ? 'core' : 'site'}/part-${i % 5}.ts`]: `part ${i}\n` },
    })),
  );
  repository.checkout();
  return repository.path;
}

interface Refused {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

/** The server over the given repositories, asked as its own page asks. */
async function serving(paths: readonly string[], useConfiguration = true) {
  const dataDirectory = temporaryFolder('data');
  const effects = quietEffects({ cwd: dataDirectory, now: NOW, dataDir: dataDirectory });
  const places: Places = openPlaces({
    effects,
    request: { ...DEFAULT_REQUEST, paths, dataDirectory, useConfiguration },
  });
  const door = new Door(() => NOW);
  const app = createApp({ places, door, port: () => PORT });
  const cookie = `${cookieName(PORT)}=${door.enter(door.invite())}`;
  const own = { host: `127.0.0.1:${PORT}`, cookie, 'sec-fetch-site': 'same-origin' };
  const request = async (path: string, init: RequestInit) =>
    (await app.request(`http://127.0.0.1:${PORT}${path}`, init)).json();
  const post = (path: string, body: string, place: string) =>
    request(`/api/${place}/${path}`, {
      method: 'POST',
      headers: { ...own, origin: `http://127.0.0.1:${PORT}`, 'content-type': 'application/json' },
      body,
    });
  await places.here.start();
  for (let i = 0; i < 600 && places.here.state !== 'ready'; i++) await new Promise((done) => setTimeout(done, 50));
  return {
    places,
    ask: async <A>(path: string, place = 'here') => (await request(`/api/${place}/${path}`, { headers: own })) as A,
    tell: async <A>(path: string, body: object, place = 'here') => (await post(path, JSON.stringify(body), place)) as A,
    tellText: async <A>(path: string, body: string) => (await post(path, body, 'here')) as A,
  };
}

type Server = Awaited<ReturnType<typeof serving>>;
const JOIN = { kind: 'join', people: ['bo@example.com', 'bo@home.example'] } as const;

describe('changing who is who from the page', () => {
  let path: string;
  let file: string;
  let server: Server;
  beforeAll(async () => {
    path = team();
    file = join(path, 'fortnight.yml');
    server = await serving([path]);
  });
  afterAll(() => server.places.close());
  beforeEach(async () => {
    rmSync(file, { force: true });
    await server.places.here.reopen();
  });

  const names = async () => (await server.ask<PeoplePage>('people')).people.map(({ name }) => name);
  const preview = (change: object) => server.tell<ConfigurationEdit>('people/change', { change });
  const make = async (change: object) => {
    const { proof } = await preview(change);
    return server.tell<ConfigurationEdit>('people/change', { change, proof });
  };
  const place = () => server.ask<ConfigurationPlace>('people/configuration');

  it('shows what a join would do, figure by figure and line by line, and writes nothing', async () => {
    const edit = await preview(JOIN);
    expect(edit).toMatchObject({ file, isNew: true, isWritten: false });
    expect(edit.sentence).toBe('Bo Bell and bbell become one person, Bo Bell.');
    expect(edit.effect.length).toBeGreaterThan(0);
    for (const { before, after } of edit.effect) expect(before).not.toBe(after);
    expect(edit.lines.every(({ kind }) => kind === 'added')).toBe(true);
    expect(edit.lines.map(({ text }) => text).join('\n')).toContain('- bo@home.example');
    expect(existsSync(file)).toBe(false);
    expect(await names()).toEqual(['Alice Arch', 'bbell', 'Bo Bell']);
  });

  it('writes what was shown, and every later answer knows', async () => {
    const shown = await preview(JOIN);
    const made = await server.tell<ConfigurationEdit>('people/change', { change: JOIN, proof: shown.proof });
    expect(made).toMatchObject({ isWritten: true, lines: shown.lines });
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toEqual(shown.lines.map(({ text }) => text));
    expect(await names()).toEqual(['Alice Arch', 'Bo Bell']);
    expect((await place()).undo).toMatchObject({ sentence: shown.sentence, file });
    const { evidence } = await server.ask<DataStanding>('data');
    expect(evidence.find(({ id }) => id === 'configuration')?.finding).toContain('fortnight.yml is in effect');
  });

  it('takes it back byte for byte, whatever stood there', async () => {
    const odd = Buffer.concat([Buffer.from('# ours \r\nsplit:   [ ]   # none\r\n'), Buffer.from('# \u00fc\ufeff')]);
    writeFileSync(file, odd);
    chmodSync(file, 0o640);
    await server.places.here.reopen();
    await make(JOIN);
    expect(readFileSync(file).equals(odd)).toBe(false);
    const { undo } = await place();
    expect(await server.tell('people/undo', { id: undo?.id })).toMatchObject({ file });
    expect(readFileSync(file).equals(odd)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(await names()).toEqual(['Alice Arch', 'bbell', 'Bo Bell']);
  });

  it('takes the file away again that it made', async () => {
    await make(JOIN);
    const { undo } = await place();
    await server.tell('people/undo', { id: undo?.id });
    expect(existsSync(file)).toBe(false);
    expect((await server.tell<Refused>('people/undo', { id: undo?.id })).error.message).toMatch(/taken back already/);
  });

  it('does not take back what somebody edited meanwhile', async () => {
    await make(JOIN);
    const edited = `${readFileSync(file, 'utf8')}# mine\n`;
    writeFileSync(file, edited);
    const { undo } = await place();
    const { error } = await server.tell<Refused>('people/undo', { id: undo?.id });
    expect(error).toMatchObject({ code: 'configuration-changed', message: expect.stringMatching(/was changed since/) });
    expect(readFileSync(file, 'utf8')).toBe(edited);
  });

  it('goes back through several edits, the newest first', async () => {
    await make(JOIN);
    const first = (await place()).undo;
    await make({ kind: 'lead', person: 'alice@example.com' });
    expect((await server.tell<Refused>('people/undo', { id: first?.id })).error.code).toBe('configuration-changed');
    await server.tell('people/undo', { id: (await place()).undo?.id });
    await server.tell('people/undo', { id: (await place()).undo?.id });
    expect(existsSync(file)).toBe(false);
  });

  it('writes one of two edits that are made at once, and takes one back once', async () => {
    const shown = await server.tell<ConfigurationEdit>('people/change', { change: JOIN });
    const made = await Promise.all(
      [1, 2, 3].map(() =>
        server.tell<ConfigurationEdit & Partial<Refused>>('people/change', { change: JOIN, proof: shown.proof }),
      ),
    );
    expect(made.filter(({ isWritten }) => isWritten)).toHaveLength(1);
    const { undo } = await server.ask<ConfigurationPlace>('people/configuration');
    const back = await Promise.all(
      [1, 2, 3].map(() => server.tell<Partial<Refused>>('people/undo', { id: undo?.id ?? '' })),
    );
    expect(back.filter(({ error }) => error === undefined)).toHaveLength(1);
    expect(existsSync(file)).toBe(false);
    expect((await server.ask<ConfigurationPlace>('people/configuration')).undo?.id).not.toBe(undo?.id);
  });

  it('answers what is nested without end in a sentence, also while names are hidden', async () => {
    const sent = `{"names":"hidden","change":${'['.repeat(9000)}${']'.repeat(9000)}}`;
    expect((await server.tellText<Refused>('people/change', sent)).error.code).toBe('usage');
  });

  it('does not write what was shown of another file', async () => {
    const { proof } = await preview(JOIN);
    writeFileSync(file, 'lead: Alice Arch\n');
    const { error } = await server.tell<Refused>('people/change', { change: JOIN, proof });
    expect(error.message).toMatch(/changed since this was shown/);
    expect(readFileSync(file, 'utf8')).toBe('lead: Alice Arch\n');
  });

  it('splits an identity that a rule joined', async () => {
    await make(JOIN);
    const edit = await make({ kind: 'split', identity: BO_AT_HOME });
    expect(edit.sentence).toBe(`${BO_AT_HOME} no longer counts as Bo Bell.`);
    expect(edit.lines).toContainEqual({ kind: 'removed', text: '      - bo@home.example' });
    expect(await names()).toEqual(['Alice Arch', 'bbell', 'Bo Bell']);
  });

  it('names the lead', async () => {
    await make({ kind: 'lead', person: 'alice@example.com' });
    expect(readFileSync(file, 'utf8')).toBe('lead: Alice Arch\n');
    expect((await server.ask<PeoplePage>('people')).lead).toMatchObject({ name: 'Alice Arch', basis: 'configured' });
  });

  it('writes through no link', async () => {
    const outside = join(temporaryFolder('outside'), 'own.yml');
    writeFileSync(outside, 'lead: Alice Arch\n');
    symlinkSync(outside, file);
    const { error } = (await make(JOIN)) as unknown as Refused;
    expect(error.code).toBe('unsafe-path');
    expect(readFileSync(outside, 'utf8')).toBe('lead: Alice Arch\n');
    expect((await place()).undo?.sentence ?? '').not.toMatch(/become one/);
  });

  it.each([
    [{ kind: 'join', people: ['bo@example.com', 'eve@example.com'] }, 'unknown-person'],
    [{ kind: 'join', people: ['bo@example.com'] }, 'usage'],
    [{ kind: 'split', identity: 'alice@example.com' }, 'already-alone'],
    [{ kind: 'drop' }, 'usage'],
  ])('says what is wrong with %j', async (change, code) => {
    expect((await server.tell<Refused>('people/change', { change })).error.code).toBe(code);
  });

  it('says how many names there are of everybody, and nothing that could be a figure of a person', async () => {
    const { people } = await server.ask<PeoplePage>('people');
    for (const person of people) {
      expect(Object.keys(person).sort()).toEqual(['identities', 'kind', 'name', 'person']);
      expect(Object.values(person).some((value) => typeof value === 'number')).toBe(false);
    }
  });
});

describe('where people cannot be changed', () => {
  it('says that it is not clear whose file to write, of several repositories', async () => {
    const server = await serving([team(), team()]);
    const { file, because, hint } = await server.ask<ConfigurationPlace>('people/configuration');
    expect(file).toBe(null);
    expect(because).toMatch(/not clear whose fortnight\.yml/);
    expect(hint).toMatch(/Give one repository/);
    const { error } = await server.tell<Refused>('people/change', { change: JOIN });
    expect(error.code).toBe('several-repositories');
    await server.places.close();
  });

  it('says so of a configuration that is left aside', async () => {
    const server = await serving([team()], false);
    expect((await server.ask<ConfigurationPlace>('people/configuration')).because).toMatch(/--no-config/);
    await server.places.close();
  });
});

describe('what evidence there is', () => {
  it('says of a shallow clone what is missing, what reads it and how to get it', async () => {
    const whole = team();
    const shallow = join(temporaryFolder('shallow'), "it's shallow");
    const { git } = fixtureRepository({ name: 'elsewhere' });
    git('clone', '--quiet', '--depth', '5', `file://${whole}`, shallow);
    const server = await serving([shallow]);
    const data = await server.ask<DataStanding>('data');
    expect(data.isPartial).toBe(true);
    expect(data.sources[0]).toMatchObject({ isShallow: true, commits: 5 });
    expect(data.sources[0]?.bytes).toBeGreaterThan(1000);
    const history = data.evidence.find(({ id }) => id === 'history');
    expect(history?.state).toBe('thin');
    expect(history?.ways).toEqual([
      { kind: 'command', command: `git -C '${shallow.replace("'", `'\\''`)}' fetch --unshallow` },
    ]);
    // The folder of facts is named by the environment here, so that no command need name it.
    expect(data.commands.forget).toBe(`fortnight clean '${shallow.replace("'", `'\\''`)}'`);
    const { blocked, summary } = await server.ask<Unanswered>('data/unanswered');
    expect(summary).toMatch(/Missing or thin: .*history/);
    const read = new Set(history?.readBy.map(({ measure }) => measure));
    expect(blocked.length).toBeGreaterThan(0);
    expect(blocked.filter(({ measure }) => !read.has(measure))).toEqual([]);
    await server.places.close();
  });
});
