import { afterEach, describe, expect, it } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { type LiteralFacts, openRaw, plainFiles } from '../../test/raw.ts';
import { type Config, configSchema } from '../domain/config.ts';
import type { Row } from '../domain/tables.ts';
import { deriveChanges } from './changes.ts';
import { deriveCommits } from './commits.ts';
import { deriveCredit } from './credit.ts';
import { derivePeople } from './people.ts';
import { deriveReleases } from './releases.ts';
import { deriveRepositories } from './repositories.ts';
import { deriveReviews } from './reviews.ts';

const ADA = 'Ada Byron <ada@a.example>';
const BO = 'Bo Chen <bo@b.example>';
const CY = 'Cy Dee <cy@c.example>';
const GITHUB = 'GitHub <noreply@github.com>';
const BORS = 'bors[bot] <1+bors[bot]@users.noreply.github.com>';

type Commits = NonNullable<LiteralFacts['commits']>;
type Commit = Commits extends Iterable<infer C> ? C : never;

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const REPOSITORY: Row<'repositories'> = {
  repository: 'repo',
  head_id: null,
  head_time: null,
  first_time: null,
  is_shallow: false,
  is_partial: false,
  forge_url: 'https://github.com/ada/repo',
};

/** Derives everything but files; a commit lands with itself unless `landings` say otherwise. People are shown by name. */
async function derive(facts: LiteralFacts, config?: Partial<Config>) {
  const commits = [...(facts.commits ?? [])];
  const landings = commits.map(({ id = '' }, position) => ({ commit_id: id, landed_id: id, position }));
  const session = await openRaw({ landings, ...facts, commits });
  open.push(session);
  const configs = new Map(config ? [['repo', configSchema.parse(config)]] : []);
  const context = { configs, repositories: [REPOSITORY] };
  const notes: string[] = [];
  for (const step of [
    deriveRepositories,
    derivePeople,
    deriveCredit,
    plainFiles,
    deriveCommits,
    deriveChanges,
    deriveReviews,
    deriveReleases,
  ]) {
    notes.push(...(await step.derive(session, context)));
  }
  return { query: session.query, notes };
}

async function changesOf(facts: LiteralFacts) {
  const { query } = await derive(facts);
  return query<Record<string, unknown>>(`
    SELECT c.change, c.route, p.name AS lander, c.lander_evidence,
      (SELECT string_agg(q.name, ', ' ORDER BY q.name) FROM change_authors a JOIN people q ON q.person = a.person
        WHERE a.change = c.change) AS authors
    FROM changes c LEFT JOIN people p ON p.person = c.lander ORDER BY c.landed_at, c.change`);
}

function commit(id: string, more: Partial<Commit> = {}): Commit {
  const time = more.committer_time ?? more.author_time ?? 1000;
  return { id, author: ADA, committer: more.author ?? ADA, author_time: time, committer_time: time, ...more };
}

describe('a merge of a pull request', () => {
  const facts: LiteralFacts = {
    commits: [
      commit('root', { author_time: 10 }),
      commit('w1', { author: BO, author_time: 100, parents: ['root'], is_fix: true }),
      commit('w2', { author: BO, author_time: 300, parents: ['w1'] }),
      commit('m', {
        author: CY,
        committer: GITHUB,
        author_time: 500,
        parents: ['root', 'w2'],
        route: 'merge-pull',
        number: 7,
      }),
    ],
    landings: [
      { commit_id: 'root', landed_id: 'root', position: 0 },
      { commit_id: 'w1', landed_id: 'm', position: 1 },
      { commit_id: 'w2', landed_id: 'm', position: 1 },
      { commit_id: 'm', landed_id: 'm', position: 1 },
    ],
    file_changes: [
      { commit_id: 'w1', path: 'core/a/x.ts' },
      { commit_id: 'w2', path: 'core/a/x.ts' },
      { commit_id: 'w2', path: 'web/y.ts' },
    ],
    trailers: [{ commit_id: 'w2', position: 0, token: 'co-authored-by', value: `${ADA} (pairing)` }],
  };

  it('is one change with the work that landed with it, landed by the author of the merge', async () => {
    const { query } = await derive(facts);
    const [change] = await query<Row<'changes'>>(`SELECT * FROM changes WHERE change = 'm'`);
    expect(change).toMatchObject({
      route: 'pull',
      number: 7,
      began_at: 100,
      worked_at: 300,
      landed_at: 500,
      lander_evidence: 'merge-author',
      commits: 2,
      files: 2,
      areas: 2,
      directories: 2,
      is_human: true,
      is_fix: true,
      assistance: 'unknown',
    });
    expect(await query(`SELECT name FROM people WHERE person = '${change?.lander}'`)).toEqual([{ name: 'Cy Dee' }]);
    expect(await query('SELECT area, files FROM change_areas ORDER BY area')).toEqual([
      { area: 'core', files: 1 },
      { area: 'web', files: 1 },
    ]);
  });

  it('credits authors and co-authors of the work, not whoever pressed the button', async () => {
    expect((await changesOf(facts)).at(-1)).toMatchObject({ authors: 'Ada Byron, Bo Chen', lander: 'Cy Dee' });
  });

  it('names the button presser as committer of the merge, and the change of every commit', async () => {
    const { query } = await derive(facts);
    expect(
      await query(
        'SELECT c.id, c.change, p.name FROM commits c LEFT JOIN people p ON p.person = c.committer ORDER BY c.id',
      ),
    ).toEqual([
      { id: 'm', change: 'm', name: 'Cy Dee' },
      { id: 'root', change: 'root', name: 'Ada Byron' },
      { id: 'w1', change: 'm', name: 'Bo Chen' },
      { id: 'w2', change: 'm', name: 'Bo Chen' },
    ]);
  });
});

describe('who landed it', () => {
  it('is unknown for a squash by the forge', async () => {
    const commits = [commit('s', { committer: GITHUB, route: 'squash', number: 3 })];
    expect(await changesOf({ commits })).toEqual([
      { change: 's', route: 'squash', lander: null, lander_evidence: 'unknown', authors: 'Ada Byron' },
    ]);
  });
  it('is the committer of a squash made by hand, and of a patch', async () => {
    const commits = [
      commit('s', { committer: BO, route: 'squash', number: 3 }),
      commit('p', { committer: CY, route: 'patch', committer_time: 2000 }),
    ];
    expect(await changesOf({ commits })).toMatchObject([
      { route: 'squash', lander: 'Bo Chen', lander_evidence: 'committer' },
      { route: 'patch', lander: 'Cy Dee', lander_evidence: 'committer' },
    ]);
  });
  it('is unknown for an edit made on the forge', async () => {
    expect(await changesOf({ commits: [commit('e', { committer: GITHUB })] })).toMatchObject([
      { route: 'direct', lander: null, lander_evidence: 'unknown' },
    ]);
  });

  const merged = (value: string, more: readonly Commit[] = []): LiteralFacts => ({
    commits: [
      ...more,
      commit('w', { author: ADA }),
      commit('m', { author: BORS, committer: GITHUB, parents: ['r', 'w'], route: 'merge-pull', committer_time: 2000 }),
    ],
    landings: [
      ...more.map(({ id = '' }, position) => ({ commit_id: id, landed_id: id, position })),
      { commit_id: 'w', landed_id: 'm', position: 5 },
      { commit_id: 'm', landed_id: 'm', position: 5 },
    ],
    trailers: [{ commit_id: 'm', position: 0, token: 'r', value }],
  });
  const bo = commit('b', { author: 'Bo Chen <9+bochen@users.noreply.github.com>', committer_time: 10 });
  it('is the reviewer whose command a merge bot followed', async () => {
    expect((await changesOf(merged('BoChen', [bo]))).at(-1)).toMatchObject({
      route: 'pull',
      lander: 'Bo Chen',
      lander_evidence: 'merge-bot trailer',
    });
  });
  it('is unknown when nobody, or more than one, goes by that login', async () => {
    const other = commit('c', { author: 'bochen <b@elsewhere.example>', committer_time: 20 });
    expect((await changesOf(merged('bochen'))).at(-1)).toMatchObject({ lander: null, lander_evidence: 'unknown' });
    expect((await changesOf(merged('bochen', [bo, other]))).at(-1)).toMatchObject({ lander: null });
  });
  it("is the bot for a bot's own commits", async () => {
    expect(await changesOf({ commits: [commit('d', { author: 'release-bot <r@x.example>' })] })).toMatchObject([
      { lander: 'release-bot', lander_evidence: 'committer' },
    ]);
  });
});

describe('direct commits', () => {
  const at = (id: string, time: number, author = ADA): Commit =>
    commit(id, { author, committer_time: time, author_time: time });
  it('at most 30 minutes apart are one change, known by the last', async () => {
    const { query } = await derive({ commits: [at('a', 0), at('b', 1800), at('c', 3601)] });
    expect(await query('SELECT change, commits, began_at, landed_at FROM changes ORDER BY landed_at')).toEqual([
      { change: 'b', commits: 2, began_at: 0, landed_at: 1800 },
      { change: 'c', commits: 1, began_at: 3601, landed_at: 3601 },
    ]);
  });
  it('end with whatever lands between them', async () => {
    const commits = [at('a', 0), at('b', 60, BO), at('c', 120)];
    expect((await changesOf({ commits })).map((one) => one.change)).toEqual(['a', 'b', 'c']);
  });
  it('without a readable time stand alone', async () => {
    const unknown = (id: string): Commit => ({ ...at(id, 0), committer_time: null, author_time: null });
    const { query } = await derive({ commits: [unknown('a'), unknown('b')] });
    expect(await query('SELECT change, began_at, worked_at, landed_at FROM changes ORDER BY change')).toEqual([
      { change: 'a', began_at: null, worked_at: null, landed_at: null },
      { change: 'b', began_at: null, worked_at: null, landed_at: null },
    ]);
  });
  it('are patches when somebody else committed or reviewed them', async () => {
    const two = commit('p', { author: 'ada <ada@a.example>', committer: ADA, route: 'patch' });
    expect(await changesOf({ commits: [two] })).toMatchObject([{ route: 'direct' }]);
    const trailers = [{ commit_id: 'p', position: 0, token: 'reviewed-by', value: BO }];
    expect(await changesOf({ commits: [two], trailers })).toMatchObject([{ route: 'patch', lander: 'Ada Byron' }]);
  });
});

describe('reviews', () => {
  it('are what others said, once for each kind', async () => {
    const said = (position: number, token: string, value: string) => ({ commit_id: 's', position, token, value });
    const { query } = await derive({
      commits: [commit('s', { committer: CY, route: 'patch' })],
      trailers: [
        said(0, 'signed-off-by', ADA),
        said(1, 'reviewed-by', BO),
        said(2, 'acked-by', BO),
        said(3, 'signed-off-by', CY),
        said(4, 'tested-by', `${CY} # on arm64`),
        said(5, 'reviewed-by', 'nobody-known'),
        said(6, 'cc', BO),
      ],
    });
    expect(
      await query('SELECT p.name, r.kind, r.reviewed_at FROM reviews r JOIN people p USING (person) ORDER BY ALL'),
    ).toEqual([
      { name: 'Bo Chen', kind: 'approval', reviewed_at: 1000 },
      { name: 'Cy Dee', kind: 'sign-off', reviewed_at: 1000 },
      { name: 'Cy Dee', kind: 'test', reviewed_at: 1000 },
    ]);
  });
});

describe('reverts', () => {
  const target = commit('1234567aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', { number: 7, route: 'squash' });
  const twin = commit('1234567abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', { committer_time: 2000 });
  const revert = (reverts: string | null): Commit => commit('r', { is_revert: true, reverts, committer_time: 9000 });
  const undone = async (facts: LiteralFacts) => {
    const { query } = await derive(facts);
    return (await query<{ reverts: string | null }>(`SELECT reverts FROM commits WHERE id = 'r'`))[0]?.reverts;
  };
  it('find the one commit whose id begins so', async () => {
    expect(await undone({ commits: [target, twin, revert('1234567aa')] })).toBe(target.id);
    expect(await undone({ commits: [target, twin, revert('1234567a')] })).toBeNull();
    expect(await undone({ commits: [target, revert('7654321')] })).toBeNull();
  });
  it('find the change that landed the request they name', async () => {
    const named = (value: string) => [{ commit_id: 'r', position: 0, token: 'reverts', value }];
    expect(await undone({ commits: [target, revert(null)], trailers: named('#7') })).toBe(target.id);
    expect(await undone({ commits: [target, revert(null)], trailers: named('ada/repo#7') })).toBe(target.id);
    expect(await undone({ commits: [target, revert(null)], trailers: named('other/repo#7') })).toBeNull();
    expect(await undone({ commits: [target, revert(null)], trailers: named('#8') })).toBeNull();
  });
});

describe('assistance', () => {
  it('is declared by an assistant among the authors, or by a trailer', async () => {
    const { query } = await derive({
      commits: ['a', 'b', 'c'].map((id, i) => commit(id, { committer_time: i * 9000 })),
      trailers: [
        { commit_id: 'a', position: 0, token: 'co-authored-by', value: 'Claude <noreply@anthropic.com>' },
        { commit_id: 'b', position: 0, token: 'assisted-by', value: 'some-tool' },
      ],
    });
    expect(await query('SELECT change, assistance, is_human FROM changes ORDER BY change')).toEqual([
      { change: 'a', assistance: 'declared', is_human: true },
      { change: 'b', assistance: 'declared', is_human: true },
      { change: 'c', assistance: 'unknown', is_human: true },
    ]);
  });
});

describe('releases', () => {
  const tag = (name: string, more = {}) => ({ name: `refs/tags/${name}`, kind: 'tag', commit_id: 'a', ...more });
  const names = async (tags: readonly string[]) => {
    const { query } = await derive({ commits: [commit('a')], refs: tags.map((name) => tag(name)) });
    return (await query<{ name: string }>('SELECT name FROM releases ORDER BY name')).map((one) => one.name);
  };
  it.each([
    '1.2',
    'v1.2.3',
    'V2.0',
    'release-1.2',
    'releases/1.2.3',
    'pkg@1.2.3',
    '@scope/pkg@1.2.3',
    'redis-7.0',
    'v1.2.3-rc.1',
    '1.0b2',
    'r1.2',
    'v3',
    '2024.01.31',
    '2024-01-31',
    '20240131',
    'REL1_2_3',
    'v1.2+build5',
    'app/v1.2.3',
  ])('are tags like %s', async (name) => expect(await names([name])).toEqual([name]));
  it.each([
    'latest',
    'nightly-2024-01-31',
    'build-1234',
    'before-1.2-rewrite',
    '1234',
    'deploy-2024-01-31',
    'v1.x',
    'backup/2.0',
    'issue-12',
    'feature.1',
    'sha-1234567',
  ])('are not tags like %s', async (name) => expect(await names([name])).toEqual([]));
  it('leave out aliases of a longer version on the same commit', async () => {
    expect(await names(['v2', 'v2.1', 'v2.1.0'])).toEqual(['v2.1.0']);
  });
  it('know who released when, what comes before a release, and what is not on the head’s history', async () => {
    const { query } = await derive({
      commits: [commit('a'), commit('f', { committer: GITHUB }), commit('away')],
      landings: [
        { commit_id: 'a', landed_id: 'a', position: 0 },
        { commit_id: 'f', landed_id: 'f', position: 1 },
      ],
      refs: [
        tag('v1.0', { tagger: BO, tagged_time: 5000 }),
        tag('v1.1-beta.2'),
        tag('v1.2', { commit_id: 'f' }),
        tag('v1.3', { commit_id: 'away' }),
        tag('v1.4', { commit_id: null }),
      ],
    });
    expect(
      await query(`SELECT r.name, p.name AS who, released_at, is_prerelease FROM releases r
        LEFT JOIN people p ON p.person = r.releaser ORDER BY r.name`),
    ).toEqual([
      { name: 'v1.0', who: 'Bo Chen', released_at: 5000, is_prerelease: false },
      { name: 'v1.1-beta.2', who: 'Ada Byron', released_at: 1000, is_prerelease: true },
      { name: 'v1.2', who: null, released_at: 1000, is_prerelease: false },
    ]);
  });
});

describe('a history that wants to take for ever', () => {
  it('may hold any number of tags on one commit, and of reverts of one request', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => i);
    const commits = many.map((i) => commit(`r${i}`, { number: 12, committer_time: 10_000 * i }));
    const refs = many.map((i) => ({ name: `refs/tags/v1.${i}.0`, kind: 'tag', commit_id: 'r0' }));
    const trailers = many.map((i) => ({ commit_id: `r${i}`, position: 0, token: 'reverts', value: '#12' }));
    const started = processorTime();
    const { query } = await derive({ commits, refs, trailers });
    expect(await query('SELECT count(*) AS n FROM releases')).toEqual([{ n: 20_000 }]);
    expect(processorTime() - started).toBeLessThan(20_000);
  });
});

describe('the configuration', () => {
  const commits = [commit('a'), commit('b', { author: 'dave <d@d.example>', committer_time: 9000 })];
  it('says nothing when it changes nobody', async () => {
    expect((await derive({ commits })).notes).toEqual([]);
  });
  it('says whom it joins and how many commits that moves', async () => {
    const { notes } = await derive(
      { commits },
      { people: [{ name: 'Ada', identities: ['ada@a.example', 'd@d.example'] }] },
    );
    expect(notes).toEqual(['fortnight.yml joins 1 identity by hand: 1 commit changes its person.']);
  });
  it('says whom it counts as a bot', async () => {
    const { notes } = await derive({ commits }, { people: [{ name: 'dave', identities: [], kind: 'bot' }] });
    expect(notes).toEqual(['fortnight.yml counts dave as a bot: 1 commit.']);
  });
  it('says whom it gives another name, and is silent where it is only shorter', async () => {
    const named = (name: string) => derive({ commits }, { people: [{ name, identities: ['ada@a.example'] }] });
    expect((await named('Linus Torvalds')).notes).toEqual([
      'fortnight.yml shows 1 person under a name none of their commits bears: Ada Byron as Linus Torvalds.',
    ]);
    expect((await named('ada')).notes).toEqual([]);
  });
  it('says what it keeps apart, also where the others of that person get another id', async () => {
    const twin = commit('c', { author: 'Zoe <ada@a.example>', committer_time: 20_000 });
    const { notes } = await derive({ commits: [...commits, twin] }, { split: ['Ada Byron <ada@a.example>'] });
    expect(notes).toEqual(['fortnight.yml keeps 1 identity apart by hand: 1 commit changes its person.']);
  });
  it('says what it keeps apart', async () => {
    const twin = commit('c', { author: 'ada <ada@a.example>', committer_time: 20_000 });
    const { notes } = await derive({ commits: [...commits, twin] }, { split: ['ada <ada@a.example>'] });
    expect(notes).toEqual(['fortnight.yml keeps 1 identity apart by hand: 1 commit changes its person.']);
  });
});

it('a repository without a commit has no change', async () => {
  const { query } = await derive({});
  expect(await query('SELECT (SELECT count(*) FROM changes) AS c, (SELECT count(*) FROM people) AS p')).toEqual([
    { c: 0, p: 0 },
  ]);
});
