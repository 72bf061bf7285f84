import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readMessage } from '../src/collect/message/index.ts';
import { joinIdentities, OUR_RULES, STUDY_RULES } from '../src/derive/people/join.ts';
import { Mailmap } from '../src/derive/people/mailmap.ts';

/** Public histories without their prose; without them these tests are skipped. Set FORTNIGHT_SHARED to their folder. */
const SHARED = process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
const bundle = (history: string): string => join(SHARED, 'histories', `${history}.bundle`);

const root = mkdtempSync(join(tmpdir(), 'histories-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function git(history: string, ...words: string[]): string {
  const clone = join(root, `${history}.git`);
  if (!existsSync(clone))
    execFileSync('git', ['clone', '--quiet', '--bare', bundle(history), clone], { stdio: 'ignore' });
  return execFileSync('git', ['-C', clone, ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** How many people wrote a history, by Fortnight's rules and by the rule of the published truck factors. */
function people(history: string): { ours: number; study: number } {
  const authors = new Map<string, number>();
  for (const author of git(history, 'log', '--format=%an <%ae>', 'HEAD').trimEnd().split('\n')) {
    authors.set(author, (authors.get(author) ?? 0) + 1);
  }
  const files = git(history, 'ls-tree', '--name-only', 'HEAD').split('\n');
  const mailmap = files.includes('.mailmap') ? git(history, 'show', 'HEAD:.mailmap') : '';
  const input = {
    seen: [...authors].map(([identity, commits]) => ({ identity, repositories: [history], commits })),
    mailmaps: new Map([[history, Mailmap.parse(mailmap)]]),
    people: [],
    split: [],
  };
  return {
    ours: joinIdentities({ ...input, rules: OUR_RULES }).people.length,
    study: joinIdentities({ ...input, rules: STUDY_RULES }).people.length,
  };
}

const PEOPLE = {
  'flask-2015-02-18': { ours: 280, study: 279 },
  'geocoder-2015-02-24': { ours: 190, study: 190 },
  'grunt-2015-02-24': { ours: 54, study: 54 },
  'metrics-2015-02-12': { ours: 139, study: 139 },
  'composer-2015-02-25': { ours: 445, study: 441 },
  'jedis-2015-02-22': { ours: 100, study: 99 },
  'capybara-2015-02-25': { ours: 231, study: 231 },
  'jekyll-2015-02-24': { ours: 468, study: 463 },
  'monolog-2015-02-25': { ours: 179, study: 179 },
  'moment-2015-01-16': { ours: 267, study: 264 },
};

/** Share of each route on the first-parent line, in whole percent, as messages and headers alone claim it. */
function routes(history: string): Record<string, number> {
  const log = git(history, 'log', '-z', '--first-parent', '--format=%P%x01%an <%ae>%x01%cn <%ce>%x01%B', 'HEAD');
  const commits = log.split('\0').filter((one) => one !== '');
  const count: Record<string, number> = {};
  for (const commit of commits) {
    const [parents = '', author = '', committer = '', message = ''] = commit.split('\u0001');
    const { route } = readMessage(message, { parents: parents.split(' ').filter(Boolean).length, author, committer });
    count[route] = (count[route] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(count).map(([route, n]) => [route, Math.round((100 * n) / commits.length)]));
}

const ROUTES = {
  fastify: { direct: 12, 'merge-branch': 1, 'merge-pull': 11, patch: 0, squash: 75 },
  redis: { direct: 57, 'merge-branch': 3, 'merge-pull': 8, patch: 3, squash: 29 },
  caddy: { direct: 38, 'merge-branch': 0, 'merge-pull': 0, patch: 0, squash: 61 },
  borg: { direct: 22, 'merge-branch': 2, 'merge-pull': 71, patch: 0, squash: 5 },
  'jekyll-2015-02-24': { direct: 61, 'merge-branch': 5, 'merge-pull': 33, patch: 2, squash: 0 },
};

describe.skipIf(!existsSync(bundle('fastify')))('public histories (skipped where they are absent)', () => {
  it('have as many authors under both rules of identity as counted before', () => {
    const found = Object.fromEntries(Object.keys(PEOPLE).map((history) => [history, people(history)]));
    expect(found).toEqual(PEOPLE);
  });

  it('took the routes that reading them by eye shows', () => {
    const found = Object.fromEntries(Object.keys(ROUTES).map((history) => [history, routes(history)]));
    expect(found).toEqual(ROUTES);
  });
});
