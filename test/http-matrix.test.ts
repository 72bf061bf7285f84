import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenServer } from '../scripts/browser/open-server.ts';
import { cookieName, ENTER } from '../src/http/guard.ts';
import { OPENAPI, PROGRESS, ROUTES } from '../src/http/routes.ts';
import { type Answer, type AskedServer, askedServer, type Headers, isStream, NAME } from './asked-server.ts';
import { rawRequest } from './raw-request.ts';

let server: OpenServer;
let cookie: string;
let send: AskedServer['send'];
let own: AskedServer['own'];
let close: AskedServer['close'];
beforeAll(async () => {
  ({ server, cookie, send, own, close } = await askedServer());
});
afterAll(() => close());

/** One address of each kind, with the method it is for and what it answers when nothing is wrong. */
const KINDS = [
  { kind: 'a question', method: 'GET', path: '/api/here/session', body: '', isOpen: false, status: 200 },
  { kind: 'a deed', method: 'POST', path: '/api/here/scan/cancel', body: '{}', isOpen: false, status: 200 },
  { kind: 'the progress', method: 'GET', path: `/api/here/${PROGRESS}`, body: '', isOpen: false, status: 200 },
  { kind: 'the description', method: 'GET', path: OPENAPI, body: '', isOpen: false, status: 200 },
  // No token, or one that does not fit, is the one thing wrong here.
  { kind: 'the door', method: 'POST', path: ENTER, body: '{"token":"none"}', isOpen: true, status: 403 },
  { kind: 'the page', method: 'GET', path: '/knowledge?place=here', body: '', isOpen: true, status: 200 },
  { kind: 'nothing of ours', method: 'GET', path: '/api/here/nothing', body: '', isOpen: false, status: 404 },
] as const;

const HOSTS = [own_('127.0.0.1'), own_('localhost'), () => 'evil.example', () => `evil.example:${server.port}`];
const ORIGINS = [() => null, own_('http://127.0.0.1'), () => 'https://evil.example', () => 'null'];
const SITES = [null, 'same-origin', 'none', 'same-site', 'cross-site'] as const;
const METHODS = ['GET', 'POST', 'OPTIONS'] as const;

function own_(before: string): () => string {
  return () => `${before}:${server.port}`;
}

/** Refused for who asks, whatever is asked. */
const isStranger = (status: number): boolean => status === 403;

function tellsNothing({ body, headers }: Answer): boolean {
  return !body.includes(NAME) && !isStream(String(headers['content-type'])) && headers['set-cookie'] === undefined;
}

describe('who may ask', () => {
  it.each(KINDS)('$kind is told to its own page with the cookie alone, of all combinations', async (kind) => {
    const wrong: string[] = [];
    for (const [hostPlace, hostOf] of HOSTS.entries()) {
      for (const [originPlace, originOf] of ORIGINS.entries()) {
        for (const site of SITES) {
          for (const key of ['own', 'wrong', 'none'] as const) {
            for (const method of METHODS) {
              const answer = await send(
                method,
                kind.path,
                {
                  host: hostOf(),
                  origin: originOf(),
                  'sec-fetch-site': site,
                  cookie:
                    key === 'none'
                      ? null
                      : key === 'own'
                        ? own().cookie
                        : `${cookieName(server.port)}=${'A'.repeat(43)}`,
                  'content-type': method === 'POST' ? 'application/json' : null,
                },
                method === 'POST' ? kind.body : '',
              );
              const isOurs =
                hostPlace < 2 &&
                originPlace < 2 &&
                (site === null || site === 'same-origin' || (site === 'none' && method === 'GET')) &&
                (key === 'own' || kind.isOpen);
              const isRight = isOurs
                ? method === kind.method
                  ? answer.status === kind.status
                  : !answer.body.includes(NAME) && [404, 405].includes(answer.status)
                : (isStranger(answer.status) || answer.status === 405) && tellsNothing(answer);
              if (!isRight) {
                wrong.push(`${answer.status}: ${method} ${hostOf()} origin ${originOf()} site ${site} cookie ${key}`);
              }
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('holds for every route there is', async () => {
    const wrong: string[] = [];
    const strangers: Headers[] = [
      { cookie: null },
      { host: 'evil.example' },
      { host: null },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const { method, path, kind } of ROUTES) {
      for (const stranger of strangers) {
        if (kind === 'enter' && 'cookie' in stranger) continue;
        const answer = await send(
          method,
          path,
          { ...own(), 'content-type': 'application/json', ...stranger },
          method === 'POST' ? '{}' : '',
        );
        const isRefused =
          'host' in stranger && stranger.host === null ? answer.status === 400 : isStranger(answer.status);
        if (!isRefused || !tellsNothing(answer))
          wrong.push(`${answer.status}: ${method} ${path} ${JSON.stringify(stranger)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['upper case', () => `LOCALHOST:${server.port}`],
    ['a dot behind', () => `localhost.:${server.port}`],
    ['a dot behind the number', () => `127.0.0.1.:${server.port}`],
    ['no port', () => '127.0.0.1'],
    ['an empty port', () => '127.0.0.1:'],
    ['another port', () => `127.0.0.1:${server.port + 1}`],
    ['a port with a zero before', () => `127.0.0.1:0${server.port}`],
    ['all of IPv6', () => `[::1]:${server.port}`],
    ['IPv4 in IPv6', () => `[::ffff:127.0.0.1]:${server.port}`],
    ['the short number', () => `127.1:${server.port}`],
    ['the number as one', () => `2130706433:${server.port}`],
    ['any address', () => `0.0.0.0:${server.port}`],
    ['a name that begins like ours', () => `localhost.evil.example:${server.port}`],
    ['somebody before it', () => `user@127.0.0.1:${server.port}`],
    ['two in one', () => `127.0.0.1:${server.port}, evil.example`],
    ['a space', () => `127.0.0.1 :${server.port}`],
    ['nothing', () => ''],
  ])('is not decided by a host that is nearly ours: %s', async (_, host) => {
    const answer = await rawRequest(server.port, {
      target: '/api/here/session',
      headers: [
        ['Host', host()],
        ['Cookie', own().cookie],
      ],
    });
    expect([400, 403]).toContain(answer.status);
    expect(answer.body).not.toContain(NAME);
  });

  it.each([
    ['null', () => 'null'],
    ['https', () => `https://127.0.0.1:${server.port}`],
    ['no port', () => 'http://127.0.0.1'],
    ['another port', () => `http://127.0.0.1:${server.port + 1}`],
    ['a slash behind', () => `http://127.0.0.1:${server.port}/`],
    ['upper case', () => `HTTP://LOCALHOST:${server.port}`],
    ['ours and another', () => `http://127.0.0.1:${server.port} https://evil.example`],
    ['an extension', () => 'chrome-extension://abcdefghijklmnop'],
    ['a file', () => 'file://'],
    ['nothing', () => ''],
  ])('is not decided by an origin that is nearly ours: %s', async (_, origin) => {
    const answer = await send('GET', '/api/here/session', { ...own(), origin: origin() });
    expect(answer.status).toBe(403);
    expect(tellsNothing(answer)).toBe(true);
  });

  it.each([
    ['two hosts, ours first', () => [`127.0.0.1:${server.port}`, 'evil.example'], '/api/here/session'],
    ['two hosts, ours last', () => ['evil.example', `127.0.0.1:${server.port}`], '/api/here/session'],
    ['no host in HTTP 1.1', () => [], '/api/here/session'],
    ['an address of another server', () => [`127.0.0.1:${server.port}`], 'http://evil.example/api/here/session'],
    ['an address of another server, both', () => ['evil.example'], 'http://evil.example/api/here/session'],
    ['our address, the host of another', () => ['evil.example'], 'http://127.0.0.1/api/here/session'],
    ['a path that begins with two slashes', () => [`127.0.0.1:${server.port}`], '//evil.example/api/here/session'],
  ])('refuses %s', async (_, hosts, target) => {
    const answer = await rawRequest(server.port, {
      target,
      headers: [...hosts().map((host) => ['Host', host] as const), ['Cookie', own().cookie]],
    });
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain(NAME);
  });

  it.each([
    '/%61pi/here/session',
    '/%61%70%69/here/session',
    '/a%70i/here/people',
    '/api%2fhere%2fsession',
    '/%2561pi/here/session',
    '/./api/here/session',
    '/x/../api/here/session',
    '/x/%2e%2e/api/here/session',
    '//api/here/session',
    '/API/here/session',
    '/api;/here/session',
    '/api/here/%73ession',
  ])('asks for the cookie however the path is written: %s', async (target) => {
    const answer = await rawRequest(server.port, { target, headers: [['Host', own().host]] });
    expect(answer.body).not.toContain(NAME);
    expect(answer.headers.get('content-type')).not.toMatch(/event-stream/);
  });

  it('refuses HTTP 1.0 without a host', async () => {
    const answer = await rawRequest(server.port, {
      target: '/api/here/session',
      version: '1.0',
      headers: [['Cookie', own().cookie]],
    });
    expect([400, 403]).toContain(answer.status);
    expect(answer.body).not.toContain(NAME);
  });

  it.each(['navigate', 'no-cors', 'cors', 'websocket'])(
    'is not decided by the mode %s from elsewhere',
    async (mode) => {
      for (const destination of ['document', 'iframe', 'script', 'image', 'empty', 'object']) {
        const answer = await send('GET', '/api/here/session', {
          ...own(),
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': mode,
          'sec-fetch-dest': destination,
        });
        expect(answer.status).toBe(403);
        expect(tellsNothing(answer)).toBe(true);
      }
    },
  );

  it.each([
    ['that of another port', () => `fortnight-${server.port + 1}=${cookie}`],
    ['an empty one', () => `${cookieName(server.port)}=`],
    ['part of it', () => `${cookieName(server.port)}=${cookie.slice(0, -1)}`],
    ['more than it', () => `${cookieName(server.port)}=${cookie}A`],
    ['two, the wrong one first', () => `${cookieName(server.port)}=wrong; ${own().cookie}`],
    ['a name in capitals', () => own().cookie.replace('fortnight', 'FORTNIGHT')],
    ['its value alone', () => cookie],
  ])('needs its own cookie: not %s', async (_, sent) => {
    const answer = await send('GET', '/api/here/session', { ...own(), cookie: sent() });
    expect(answer.status).toBe(403);
    expect(tellsNothing(answer)).toBe(true);
  });

  it('finds its cookie among those of other servers of the same host', async () => {
    const answer = await send('GET', '/api/here/session', {
      ...own(),
      cookie: `fortnight-1=x; ${own().cookie}; other=1`,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(NAME);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('knows no %s', async (method) => {
    const answer = await send(method, '/api/here/session', own());
    expect(answer.status).toBe(405);
    expect(answer.body).not.toContain(NAME);
  });

  it('opens no tunnel', async () => {
    await expect(
      rawRequest(server.port, { method: 'CONNECT', target: 'evil.example:443', headers: [['Host', own().host]] }).then(
        ({ status }) => status,
        () => 'closed',
      ),
    ).resolves.not.toBe(200);
  });
});

describe('a deed', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; charset=application/json',
    'application/jsonp',
    '',
    null,
  ])('is not done for a body of the type %s', async (type) => {
    const answer = await send('POST', '/api/here/scan/start', { ...own(), 'content-type': type }, '{}');
    expect(answer.status).toBe(415);
    expect(answer.body).not.toContain(NAME);
  });

  it.each(['', '{', 'null', '[]', '"x"', '{"scan":"rm"}', '{"more":1}'])(
    'is not done for the body %s',
    async (body) => {
      const answer = await send('POST', '/api/here/scan/start', { ...own(), 'content-type': 'application/json' }, body);
      expect([400, 422]).toContain(answer.status);
    },
  );

  it('is not done by a form of another page that has the cookie', async () => {
    const answer = await send(
      'POST',
      '/api/here/scan/start',
      {
        ...own(),
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'content-type': 'text/plain',
      },
      '{"scan":"full","x":"="}',
    );
    expect(answer.status).toBe(403);
  });

  it('is not done by reading', async () => {
    for (const method of ['GET', 'HEAD']) {
      expect((await send(method, '/api/here/scan/start', own())).status).toBe(405);
    }
  });

  it('does not read more than it takes', async () => {
    const body = JSON.stringify({ scan: 'x'.repeat(1 << 17) });
    const type = { 'content-type': 'application/json' };
    expect(
      (await send('POST', '/api/here/scan/start', { ...own(), ...type, 'content-length': `${body.length}` }, body))
        .status,
    ).toBe(413);
    const chunked = { ...own(), ...type, 'transfer-encoding': 'chunked' };
    expect((await send('POST', '/api/here/scan/start', chunked, body)).status).toBe(413);
  });
});

describe('the token of a link', () => {
  const enter = (token: unknown, more: Headers = {}) =>
    send('POST', ENTER, { host: own().host, 'content-type': 'application/json', ...more }, JSON.stringify({ token }));

  it('is good once', async () => {
    const token = server.invite();
    const first = await enter(token);
    expect(first.status).toBeLessThan(300);
    expect(String(first.headers['set-cookie'])).toMatch(/^fortnight-\d+=[\w-]{43}; .*HttpOnly.*SameSite=Strict/);
    const second = await enter(token);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('lets one of many in who bring it at the same time', async () => {
    const token = server.invite();
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(token)));
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ headers }) => headers['set-cookie'] !== undefined)).toHaveLength(1);
  });

  it('is not good for long', async () => {
    const token = server.invite();
    server.wait(3601);
    expect((await enter(token)).status).toBe(403);
  });

  it.each(['', 'A'.repeat(43), null, 7, ['x'], { $ne: '' }])('is not guessed: %j', async (token) => {
    const answer = await enter(token);
    expect([400, 403]).toContain(answer.status);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is not taken from the query of an address, nor as a cookie', async () => {
    const token = server.invite();
    for (const path of [`/?token=${token}`, `/api/here/session?token=${token}`, `${ENTER}?token=${token}`]) {
      const answer = await send('GET', path, { host: own().host });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body).not.toContain(NAME);
    }
    expect(
      (await send('GET', '/api/here/session', { ...own(), cookie: `${cookieName(server.port)}=${token}` })).status,
    ).toBe(403);
    expect((await enter(token)).status).toBeLessThan(300);
  });

  it.each<[string, Headers]>([
    ['a form', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['a script', { origin: 'https://evil.example' }],
    ['a hidden frame', { origin: 'null' }],
    ['another server of this host', { 'sec-fetch-site': 'same-site' }],
    ['a page that leaves the origin out', { 'sec-fetch-site': 'cross-site' }],
    ['a name that leads here', { host: 'evil.example' }],
  ])('is not spent by %s of another page', async (_, headers) => {
    const token = server.invite();
    const answer = await enter(token, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await enter(token)).status).toBeLessThan(300);
  });
});
