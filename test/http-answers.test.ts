import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenServer } from '../scripts/browser/open-server.ts';
import { ROUTES } from '../src/http/routes.ts';
import { type AskedServer, askedServer, type Headers } from './asked-server.ts';
import { rawRequest } from './raw-request.ts';

let server: OpenServer;
let asset: string;
let send: AskedServer['send'];
let own: AskedServer['own'];
let close: AskedServer['close'];
beforeAll(async () => {
  ({ server, asset, send, own, close } = await askedServer());
});
afterAll(() => close());

describe('every answer', () => {
  const asked = (): readonly (readonly [string, string, Headers, string?])[] => [
    ...ROUTES.filter(({ method, place }) => method === 'GET' && place !== 'demo').map(
      ({ path }) => ['GET', path, own()] as const,
    ),
    ['POST', '/api/here/scan/cancel', { ...own(), 'content-type': 'application/json' }, '{}'],
    ['POST', '/api/here/scan/cancel', { ...own(), 'content-type': 'application/json' }, '{'],
    ['GET', '/', own()],
    ['GET', asset, own()],
    ['HEAD', '/', own()],
    ['GET', '/api/nothing', own()],
    ['GET', '/nothing.txt', own()],
    ['GET', '/', { host: 'evil.example' }],
    ['GET', '/', { host: own().host, origin: 'https://evil.example' }],
    ['GET', '/api/here/session', { host: own().host }],
    ['PUT', '/', own()],
    [
      'OPTIONS',
      '/api/here/session',
      { ...own(), origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    ],
  ];

  it('says what it may do, what it is, and nothing to other origins', async () => {
    const wrong: string[] = [];
    for (const [method, path, headers, body] of asked()) {
      const answer = await send(method, path, headers, body);
      const said = answer.headers;
      const policy = String(said['content-security-policy']);
      const faults = [
        policy.startsWith("default-src 'none'") ? '' : `policy ${policy}`,
        /unsafe|\*|https?:/.test(policy) ? `policy ${policy}` : '',
        policy.includes("frame-ancestors 'none'") ? '' : 'frames',
        said['x-content-type-options'] === 'nosniff' ? '' : 'sniffed',
        said['referrer-policy'] === 'no-referrer' ? '' : 'referrer',
        Object.keys(said).some((name) => name.startsWith('access-control-')) ? 'CORS' : '',
        said['x-powered-by'] === undefined && said.server === undefined ? '' : 'tells its maker',
        method === 'HEAD' || said['content-type'] !== undefined ? '' : 'no type',
        path.startsWith('/assets/') || /no-store/.test(String(said['cache-control'])) ? '' : 'kept',
      ].filter((fault) => fault !== '');
      if (faults.length > 0) wrong.push(`${method} ${path} ${answer.status}: ${faults.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/assets/%2e%2e/package.json',
    '/assets/..\\package.json',
    '/../package.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/.git/config',
    '/package.json',
    '/assets/',
  ])('comes from the page’s own folder, whatever the path says: %s', async (target) => {
    const answer = await rawRequest(server.port, { target, headers: [['Host', own().host]] });
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/"version"|root:|\[core\]/);
  });
});

describe('an address that is not one', () => {
  it.each([
    '/api/here/measure/__proto__',
    '/api/here/constructor',
    '/api/here/toString',
    '/api/here/measure/..%2fsession',
    '/api/there/session',
    '/api/here',
    '/api/',
  ])('has nothing at it: %s', async (path) => {
    expect((await send('GET', path, own())).status).toBe(404);
  });

  it('is said to be wrong where a parameter is, and does not come back as it was', async () => {
    for (const query of [
      'since=<script>',
      'since=99999999999999y',
      `lead=${'x'.repeat(500)}`,
      'until=%00',
      'since=a&since=b',
    ]) {
      const answer = await send('GET', `/api/here/scorecard?${query}`, own());
      expect([400, 422]).toContain(answer.status);
      expect(String(answer.headers['content-type'])).toMatch(/^application\/json/);
    }
  });
});
