import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../src/collect/message/index.ts';
import { joinIdentities, OUR_RULES, STUDY_RULES } from '../src/derive/people/join.ts';
import { Mailmap } from '../src/derive/people/mailmap.ts';
import { clonedHistory, whereabouts } from './histories.ts';

async function git(history: string, ...words: string[]): Promise<string> {
  return execFileSync('git', ['-C', await clonedHistory(history), ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** How many people wrote a history, by Fortnight's rules and by the rule of the published truck factors. */
async function people(history: string): Promise<{ ours: number; study: number }> {
  const authors = new Map<string, number>();
  for (const author of (await git(history, 'log', '--format=%an <%ae>', 'HEAD')).trimEnd().split('\n')) {
    authors.set(author, (authors.get(author) ?? 0) + 1);
  }
  const files = (await git(history, 'ls-tree', '--name-only', 'HEAD')).split('\n');
  const mailmap = files.includes('.mailmap') ? await git(history, 'show', 'HEAD:.mailmap') : '';
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
async function routes(history: string): Promise<Record<string, number>> {
  const log = await git(history, 'log', '-z', '--first-parent', '--format=%P%x01%an <%ae>%x01%cn <%ce>%x01%B', 'HEAD');
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

/** What is found of each of them. */
async function ofEach<T>(histories: readonly string[], find: (history: string) => Promise<T>): Promise<object> {
  const found = await Promise.all(histories.map(async (history) => [history, await find(history)] as const));
  return Object.fromEntries(found);
}

const { areThere, words } = whereabouts(Object.keys({ ...PEOPLE, ...ROUTES }));

describe.skipIf(!areThere)(`public histories (in ${words})`, () => {
  it('have as many authors under both rules of identity as counted before', async () => {
    expect(await ofEach(Object.keys(PEOPLE), people)).toEqual(PEOPLE);
  });

  it('took the routes that reading them by eye shows', async () => {
    expect(await ofEach(Object.keys(ROUTES), routes)).toEqual(ROUTES);
  });
});
