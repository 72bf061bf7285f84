import { describe, expect, it } from 'vitest';
import { ADA, BO, type Commit, commit, derive, GITHUB } from '../../test/derived-changes.ts';
import { processorTime } from '../../test/processor-time.ts';
import type { LiteralFacts } from '../../test/raw.ts';
import type { Row } from '../domain/tables.ts';

const CY = 'Cy Dee <cy@c.example>';
const BORS = 'bors[bot] <1+bors[bot]@users.noreply.github.com>';

async function changesOf(facts: LiteralFacts) {
  const { query } = await derive(facts);
  return query<Record<string, unknown>>(`
    SELECT c.change, c.route, p.name AS lander, c.lander_evidence,
      (SELECT string_agg(q.name, ', ' ORDER BY q.name) FROM change_authors a JOIN people q ON q.person = a.person
        WHERE a.change = c.change) AS authors
    FROM changes c LEFT JOIN people p ON p.person = c.lander ORDER BY c.landed_at, c.change`);
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

it('a repository without a commit has no change', async () => {
  const { query } = await derive({});
  expect(await query('SELECT (SELECT count(*) FROM changes) AS c, (SELECT count(*) FROM people) AS p')).toEqual([
    { c: 0, p: 0 },
  ]);
});
