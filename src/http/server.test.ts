import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenServer, openServer } from '../../scripts/browser/open-server.ts';
import { fixtureRepository, temporaryFolder } from '../../test/git-fixture.ts';
import { rawRequest } from '../../test/raw-request.ts';
import { TEAM_NOW, teamRepository } from '../../test/team-repository.ts';
import { LINK_SECONDS } from './door.ts';
import { cookieName } from './guard.ts';
import { ALL_QUESTIONS } from './routes.ts';
import { startServer } from './server.ts';

const SCRIPT = 'index-Ab3_.js';
/** A page of one file, and a secret beside it. */
function pageFolder(): string {
  const folder = temporaryFolder('page');
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'web/secret.js'), 'secret');
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>the page</title>');
  writeFileSync(join(folder, 'web/assets', SCRIPT), 'export {};\n');
  return `${join(folder, 'web')}/`;
}

let server: OpenServer;
let cookie: string;
beforeAll(async () => {
  const repository = teamRepository();
  server = await openServer({ paths: [repository], now: TEAM_NOW, assets: pageFolder() });
  await server.ready();
  cookie = `${cookieName(server.port)}=${await server.letIn()}`;
});
afterAll(() => server.close());

const get = (path: string) => fetch(`${server.address}${path}`, { headers: { cookie } });
async function refusal(response: Response): Promise<{ status: number; code: string; message: string; hint: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string; hint: string } };
  return { status: response.status, ...error };
}

/** What those questions are asked with that need something. */
async function needs(name: string): Promise<string> {
  if (name === 'area') return '?repository=engine&area=src%2Fserver';
  if (name === 'evidence') return '?piece=change:engine:0';
  if (name === 'records') return '?kind=journal';
  if (name === 'record') return `?kind=journal&id=${await begun('journal')}`;
  if (name === 'decision' || name === 'delegation') return `?id=${await begun(name)}`;
  if (name !== 'change') return '';
  const { evidence } = (await (await get('api/here/measure/gate')).json()) as { evidence: { id: string }[][] };
  return `?repository=engine&id=${evidence.flat()[0]?.id}`;
}

/** Writes a record, and gives its name. */
async function begun(kind: string): Promise<string> {
  const written = await fetch(`${server.address}api/here/record-new`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ kind, title: 'Begun' }),
  });
  return encodeURIComponent(((await written.json()) as { id: string }).id);
}

describe('the server', () => {
  it.each([...ALL_QUESTIONS.keys()])('answers %s in the shape it documents', async (name) => {
    const response = await get(`api/here/${name}${await needs(name)}`);
    const body = await response.json();
    expect(response.status, JSON.stringify(body).slice(0, 300)).toBe(200);
    expect(() => ALL_QUESTIONS.get(name)?.answer.parse(body)).not.toThrow();
  });

  it('gives a measure the parameters of its own, by name or as the page writes them', async () => {
    const half = async (query: string) => {
      const { parameters } = (await (await get(`api/here/measure/cover${query}`)).json()) as {
        parameters: { name: string; value: number }[];
      };
      return parameters.find(({ name }) => name === 'half-life')?.value;
    };
    expect([await half('?half-life=30'), await half('?parameter=half-life:40')]).toEqual([30, 40]);
    expect(await refusal(await get('api/here/measure/cover?half-life=1e99'))).toMatchObject({ status: 400 });
  });

  it('names nobody where names are hidden, and understands the aliases it gave', async () => {
    const names = ['Alice', 'Bob', 'Carol', 'example.com'];
    for (const name of [
      'session',
      'scorecard',
      'absence',
      'people',
      'measure/cover',
      'knowledge',
      'flow',
      'handover',
    ]) {
      const response = await get(`api/here/${name}?names=hidden`);
      const text = await response.text();
      expect(response.status, `${name}: ${text}`).toBe(200);
      for (const one of names) expect(text, name).not.toContain(one);
      expect(() => ALL_QUESTIONS.get(name)?.answer.parse(JSON.parse(text))).not.toThrow();
    }
    const { people } = (await (await get('api/here/session?names=hidden')).json()) as { people: { active: string[] } };
    for (const person of people.active) {
      const asked = await get(`api/here/absence?names=hidden&person=${encodeURIComponent(person)}`);
      const { away } = (await asked.json()) as { away: { people: string[] } };
      expect(away.people).toEqual([person]);
    }
  });

  it('names nobody before its facts are open either, nor in what it says of a name that could be anybody', async () => {
    const repository = teamRepository();
    const dataDirectory = temporaryFolder('kept');
    const options = { paths: [repository], now: TEAM_NOW, assets: pageFolder(), dataDirectory };
    const before = await openServer(options);
    await before.ready();
    await before.close();
    const other = await openServer(options);
    const headers = { cookie: `${cookieName(other.port)}=${await other.letIn()}`, 'content-type': 'application/json' };
    const early = await Promise.all(
      ['session', 'absence', 'knowledge', 'people'].map((name) =>
        fetch(`${other.address}api/here/${name}?names=hidden`, { headers }).then((answer) => answer.text()),
      ),
    );
    const wrong = { names: 'hidden', change: { kind: 'join', people: ['alice@example.com', 'alice@example.com'] } };
    const deed = await fetch(`${other.address}api/here/people/change`, {
      method: 'POST',
      headers,
      body: JSON.stringify(wrong),
    });
    const refused = await deed.text();
    await other.close();
    expect(deed.status).toBe(422);
    expect(refused).toContain('one person already');
    for (const text of [...early, refused.replaceAll('alice@example.com', '')])
      expect(text).not.toMatch(/Alice|Bob|Carol|example\.com/);
    expect(early.join('')).toContain('Person ');
  });

  it('takes an alias for whom it was shown for, also where the question has a lead of its own', async () => {
    const shown = async (query: string) =>
      ((await (await get(`api/here/absence?names=hidden&${query}`)).json()) as { away: { people: string[] } }).away
        .people;
    const { people } = (await (await get('api/here/session?names=hidden')).json()) as { people: { active: string[] } };
    const somebody = people.active.find((name) => name.startsWith('Person')) ?? '';
    const lead = `lead=${encodeURIComponent(somebody)}`;
    expect(await shown(lead)).toEqual(['the lead']);
    expect(await shown(`${lead}&person=the%20lead`)).toEqual(['the lead']);
    expect(await shown(`person=${encodeURIComponent(somebody)}`)).toEqual([somebody]);
  });

  it.each([
    ['since=9e99', 422],
    ['since=2020-01-01&since=2021-01-01', 400],
    [`since=${'9'.repeat(500)}`, 400],
    ['since=2024-05-01&until=2024-04-01', 422],
    ['lead=Nobody', 422],
    ['lead=%00', 422],
    ['days=-1', 400],
    ['days=1e9', 400],
    ['target=x', 400],
    [Array.from({ length: 51 }, (_, i) => `person=p${i}`).join('&'), 400],
    [`person=${'x'.repeat(40_000)}`, 431],
    ['since=%ff%fe', 422],
    ['__proto__=1&constructor=2&since=90d', 200],
  ])('answers what is absurd in a sentence: %#', async (query, status) => {
    const response = await get(`api/here/absence?${query}`);
    expect(response.status).toBe(status);
    if (status === 200) return;
    const { message } = await refusal(response);
    expect(message).toMatch(/^\S.*\.$/s);
    expect(message.length).toBeLessThan(600);
  });

  it('answers a head that is too long in a sentence, and what is no HTTP as well', async () => {
    const long = await rawRequest(server.port, {
      headers: [
        ['Host', 'x'],
        ['X', 'x'.repeat(70_000)],
      ],
    });
    expect([long.status, JSON.parse(long.body).error.message]).toEqual([431, expect.stringMatching(/too long\.$/)]);
    const wrong = await rawRequest(server.port, { method: 'GE T', headers: [['Host', 'x']] });
    expect([wrong.status, JSON.parse(wrong.body).error.code]).toEqual([400, 'bad-request']);
  });

  it.each([
    '/assets/../secret.js',
    '/assets/..%2fsecret.js',
    '/assets/%2e%2e/secret.js',
    '/assets/..\\secret.js',
    '/secret.js',
    '/../secret.js',
    '/assets//etc/passwd',
    '/assets/.secret.js',
    `/assets/${SCRIPT}%00.js`,
    '/assets/',
    '/assets/none.js',
  ])('has no file outside of its assets: %s', async (target) => {
    const { status, body } = await rawRequest(server.port, { target, headers: [['Host', `127.0.0.1:${server.port}`]] });
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });

  it('keeps files whose name tells their content, and nothing else', async () => {
    const kept = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await kept(`assets/${SCRIPT}`)).toMatch(/immutable/);
    expect(await kept('knowledge')).toBe('no-store');
    expect(await kept('assets/none.js')).toBe('no-store');
    expect(await kept('api/here/session')).toBe('no-store');
  });

  it('says who sent no cookie how to be let in; a person reads that as a page', async () => {
    expect(await refusal(await fetch(`${server.address}api/here/session`))).toMatchObject({
      status: 403,
      code: 'locked',
      hint: expect.stringContaining('Enter'),
    });
    const page = await fetch(server.address, { headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Copy the address into the address bar.');
  });
});

describe('a link', () => {
  const enter = (token: string) =>
    fetch(`${server.address}api/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });

  it('lets in once, by a cookie no script can read', async () => {
    const token = server.invite();
    const first = await enter(token);
    expect(first.status).toBe(204);
    expect(first.headers.get('set-cookie')).toMatch(
      new RegExp(`^${cookieName(server.port)}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    expect(await refusal(await enter(token))).toMatchObject({ status: 403, code: 'spent-link' });
  });

  it('is worthless after an hour', async () => {
    const token = server.invite();
    server.wait(LINK_SECONDS);
    expect((await enter(token)).status).toBe(403);
    expect((await enter(server.invite())).status).toBe(204);
  });
});

describe('the demonstration', () => {
  it('cannot be changed', async () => {
    const response = await fetch(`${server.address}api/demo/people/undo`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"id":"x"}',
    });
    expect(await refusal(response)).toMatchObject({ status: 409, code: 'demo-is-fixed' });
  });
});

describe('starting and ending', () => {
  it('takes the next port that is free', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
    });
    const options = { places: server.places, now: () => 0, port };
    const served = await startServer({ ...options, others: 20 });
    expect(served.port).toBeGreaterThan(port);
    await expect(startServer(options)).rejects.toMatchObject({ code: 'no-port', message: `Port ${port} is taken.` });
    await served.close();
    taken.close();
  });

  it('hangs up for good on who is not understood, also when they keep their end of the line open', async () => {
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }, () =>
      socket.write('no HTTP\r\n\r\n'),
    );
    const ended = new Promise((resolve) => socket.once('end', resolve));
    const gone = new Promise((resolve) => socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code)));
    let said = '';
    socket.on('data', (piece) => {
      said += piece;
    });
    await ended;
    expect(said).toContain('400 Bad Request');
    const again = setInterval(() => socket.write('x'), 50);
    expect(await gone).toMatch(/^(ECONNRESET|EPIPE)$/);
    clearInterval(again);
    socket.destroy();
  });

  it('hangs up on those who listen to the scan', async () => {
    const other = await openServer({ paths: [fixtureRepository().path], assets: pageFolder() });
    const own = `${cookieName(other.port)}=${await other.letIn()}`;
    const stream = await fetch(`${other.address}api/here/scan/progress`, { headers: { cookie: own } });
    const reader = stream.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^data: \{"state":/);
    const began = performance.now();
    await other.close();
    await expect(reader?.read().then(({ done }) => done)).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
