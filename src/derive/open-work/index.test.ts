import { afterEach, describe, expect, it } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { type LiteralFacts, openRaw, plainFiles } from '../../../test/raw.ts';
import type { Row } from '../../domain/tables.ts';
import { deriveCommits } from '../commits.ts';
import { deriveCredit } from '../credit.ts';
import { derivePeople } from '../people.ts';
import { deriveRepositories } from '../repositories.ts';
import { deriveOpenWork } from './index.ts';

const ADA = 'Ada Byron <ada@a.example>';
const BO = 'Bo Chen <bo@b.example>';
const BOT = 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>';
const GITHUB = 'GitHub <noreply@github.com>';

type Commits = NonNullable<LiteralFacts['commits']>;
type Commit = Commits extends Iterable<infer C> ? C : never;

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

interface Script {
  /** The first-parent line of the head, oldest first. */
  readonly main: readonly Commit[];
  /** Commits the head does not hold. */
  readonly off?: readonly Commit[];
  /** Full names of refs and the commits they lead to. */
  readonly refs: Readonly<Record<string, string>>;
  readonly changes?: Readonly<Record<string, readonly string[]>>;
  readonly trailers?: LiteralFacts['trailers'];
  readonly head?: string | null;
}

/** The rows by branch, people by name. */
async function openWork({ main, off = [], refs, changes = {}, trailers = [], head = 'head' }: Script) {
  const session = await openRaw({
    commits: [...main, ...off],
    landings: main.map(({ id = '' }, position) => ({ commit_id: id, landed_id: id, position })),
    refs: Object.entries(refs).map(([name, commit_id]) => ({
      name,
      commit_id,
      kind: name.startsWith('refs/remotes/') ? 'remote' : name.startsWith('refs/tags/') ? 'tag' : 'branch',
    })),
    file_changes: Object.entries(changes).flatMap(([commit_id, paths]) => paths.map((path) => ({ commit_id, path }))),
    trailers,
  });
  open.push(session);
  const repository: Row<'repositories'> = {
    repository: 'repo',
    head_id: head,
    head_time: null,
    first_time: null,
    is_shallow: false,
    is_partial: false,
    forge_url: null,
  };
  const context = { configs: new Map(), repositories: [repository] };
  for (const step of [deriveRepositories, derivePeople, deriveCredit, plainFiles, deriveCommits, deriveOpenWork]) {
    await step.derive(session, context);
  }
  const people = await session.query<{ person: string; name: string }>('SELECT person, name FROM people');
  const nameOf = new Map(people.map(({ person, name }) => [person, name]));
  const rows = await session.query<Row<'open_work'>>('SELECT * FROM open_work ORDER BY branch, tip');
  return rows.map((row) => ({
    ...row,
    authors: row.authors.map((person) => nameOf.get(person)).sort(),
    last_committer: row.last_committer === null ? null : nameOf.get(row.last_committer),
  }));
}

function commit(id: string, time: number, parents: readonly string[], more: Partial<Commit> = {}): Commit {
  const author = more.author ?? ADA;
  return {
    id,
    parents,
    author,
    committer: author,
    author_time: time,
    committer_time: time,
    subject: `Do ${id}`,
    ...more,
  };
}

const MAIN = [commit('a', 10, []), commit('b', 20, ['a']), commit('c', 30, ['b'])];

describe('open work', () => {
  it('is a branch the head does not hold, with who works on it, since when and where', async () => {
    const rows = await openWork({
      main: MAIN,
      off: [
        commit('x', 15, ['a'], { author: BO }),
        commit('y', 25, ['x']),
        commit('z', 40, ['y'], { author: BO, committer: GITHUB }),
      ],
      refs: { 'refs/heads/main': 'c', 'refs/heads/topic/one': 'z', 'refs/tags/v1': 'z' },
      changes: { x: ['core/a.ts'], y: ['web/b.ts', 'core/a.ts'], b: ['docs/c.ts'] },
    });
    expect(rows).toEqual([
      {
        repository: 'repo',
        branch: 'topic/one',
        tip: 'z',
        authors: ['Ada Byron', 'Bo Chen'],
        commits: 3,
        began_at: 15,
        worked_at: 40,
        areas: ['core', 'web'],
        number: null,
        last_committer: null,
        is_line: false,
        is_landed_elsewhere: false,
      },
    ]);
  });

  it('is one here and elsewhere when name and tip are the same; of two of one name the one ahead is kept', async () => {
    const rows = await openWork({
      main: MAIN,
      off: [commit('x', 15, ['a']), commit('y', 25, ['x']), commit('p', 16, ['a']), commit('q', 17, ['a'])],
      refs: {
        'refs/heads/same': 'x',
        'refs/remotes/origin/same': 'x',
        'refs/remotes/fork/same': 'x',
        'refs/heads/ahead': 'y',
        'refs/remotes/origin/ahead': 'x',
        'refs/heads/split': 'p',
        'refs/remotes/origin/split': 'q',
        'refs/remotes/origin/HEAD': 'x',
      },
    });
    expect(rows.map(({ branch, tip, commits }) => [branch, tip, commits])).toEqual([
      ['ahead', 'y', 2],
      ['same', 'x', 1],
      ['split', 'p', 1],
      ['split', 'q', 1],
    ]);
  });

  it('counts what two branches share for both, and merges for neither', async () => {
    const rows = await openWork({
      main: MAIN,
      off: [
        commit('s', 12, ['a']),
        commit('x', 15, ['s']),
        commit('y', 16, ['s']),
        commit('m', 50, ['y', 'c'], { author: BO }),
      ],
      refs: { 'refs/heads/left': 'x', 'refs/heads/right': 'm' },
    });
    expect(rows.map(({ branch, commits, worked_at, authors }) => ({ branch, commits, worked_at, authors }))).toEqual([
      { branch: 'left', commits: 2, worked_at: 15, authors: ['Ada Byron'] },
      { branch: 'right', commits: 2, worked_at: 16, authors: ['Ada Byron'] },
    ]);
  });

  it('credits co-authors and no bot', async () => {
    const [row] = await openWork({
      main: MAIN,
      off: [commit('x', 15, ['a'], { author: BOT })],
      refs: { 'refs/heads/update': 'x' },
      trailers: [{ commit_id: 'x', position: 0, token: 'co-authored-by', value: BO }],
    });
    expect(row).toMatchObject({ authors: ['Bo Chen'], last_committer: null });
  });

  it('is nothing where the head is not born, and nothing on the head itself or behind it', async () => {
    expect(await openWork({ main: MAIN, refs: { 'refs/heads/main': 'c', 'refs/heads/old': 'a' } })).toEqual([]);
    expect(await openWork({ main: [], off: [commit('x', 15, [])], refs: { 'refs/heads/x': 'x' }, head: null })).toEqual(
      [],
    );
  });
});

describe('a line of its own', () => {
  const isLine = async (script: Script) => (await openWork(script)).map(({ branch, is_line }) => [branch, is_line]);

  it('is a branch named like one, and work cut from it begins where it was cut', async () => {
    const rows = await openWork({
      main: MAIN,
      off: [commit('r', 15, ['a'], { author: BO }), commit('s', 16, ['r'], { author: BO }), commit('x', 17, ['s'])],
      refs: { 'refs/heads/release/1.x': 's', 'refs/heads/topic': 'x', 'refs/heads/merged-there': 'r' },
    });
    expect(rows.map(({ branch, commits, is_line, authors }) => ({ branch, commits, is_line, authors }))).toEqual([
      { branch: 'release/1.x', commits: 2, is_line: true, authors: ['Bo Chen'] },
      { branch: 'topic', commits: 1, is_line: false, authors: ['Ada Byron'] },
    ]);
  });

  it('is a branch of more than 200 commits, and one of 200 is not', async () => {
    const long = Array.from({ length: 201 }, (_, i) => commit(`l${i}`, 100 + i, [i === 0 ? 'a' : `l${i - 1}`]));
    expect(
      await isLine({ main: MAIN, off: long, refs: { 'refs/heads/long': 'l200', 'refs/heads/short': 'l199' } }),
    ).toEqual([
      ['long', true],
      ['short', false],
    ]);
  });

  it('is a branch that received three merges of work the head does not hold; merges of the head are none', async () => {
    const receiving = (parent: (i: number) => string) =>
      [0, 1, 2].flatMap((i) => [
        commit(`w${i}`, 100 + i, ['a']),
        commit(`m${i}`, 110 + i, [i === 0 ? 'a' : `m${i - 1}`, parent(i)]),
      ]);
    const refs = { 'refs/heads/gathering': 'm2' };
    expect(await isLine({ main: MAIN, off: receiving((i) => `w${i}`), refs })).toEqual([['gathering', true]]);
    expect(await isLine({ main: MAIN, off: receiving(() => 'c'), refs })).toEqual([['gathering', false]]);
  });

  it('is a branch that shares no commit with the head, but not one whose parents are only not in this clone', async () => {
    const refs = { 'refs/heads/apart': 'x', 'refs/heads/cut-off': 'y' };
    const off = [commit('x', 15, []), commit('y', 15, ['not-here'])];
    expect(await isLine({ main: MAIN, off, refs })).toEqual([
      ['apart', true],
      ['cut-off', false],
    ]);
  });
});

describe('work that landed in another form', () => {
  const landed = async (script: Script) =>
    (await openWork(script)).map(({ branch, is_landed_elsewhere }) => [branch, is_landed_elsewhere]);

  it('is recognised when each commit has a landed one of the same author, author time and subject', async () => {
    const rebased = { subject: 'Add parser', author: BO, author_time: 12 };
    const main = [...MAIN, commit('d', 40, ['c'], rebased)];
    const off = [commit('x', 13, ['a'], rebased), commit('y', 14, ['x'])];
    expect(await landed({ main, off, refs: { 'refs/heads/all': 'x', 'refs/heads/more': 'y' } })).toEqual([
      ['all', true],
      ['more', false],
    ]);
  });

  it.each([
    ['another author', { author: ADA }],
    ['another author time', { author_time: 99 }],
    ['another subject', { subject: 'Add lexer' }],
  ])('is not with %s', async (_, other) => {
    const rebased = { subject: 'Add parser', author: BO, author_time: 12 };
    const main = [...MAIN, commit('d', 40, ['c'], rebased)];
    const off = [commit('x', 13, ['a'], { ...rebased, ...other })];
    expect(await landed({ main, off, refs: { 'refs/heads/topic': 'x' } })).toEqual([['topic', false]]);
  });

  it('is recognised when the request that the branch is named after landed', async () => {
    const main = [...MAIN, commit('d', 40, ['c'], { number: 12, route: 'squash' })];
    const off = [commit('x', 13, ['a'])];
    const refs = {
      'refs/remotes/origin/pr/12': 'x',
      'refs/remotes/origin/pr/13': 'x',
      'refs/remotes/origin/pr/13/merge': 'x',
    };
    const rows = await openWork({ main, off, refs });
    expect(rows.map(({ branch, number, is_landed_elsewhere }) => [branch, number, is_landed_elsewhere])).toEqual([
      ['pr/12', 12, true],
      ['pr/13', 13, false],
    ]);
  });

  it('is recognised when a squash by its author, after its last work, has its name or the subject of a commit', async () => {
    const squash = (id: string, time: number, subject: string, author = BO) =>
      commit(id, time, ['c'], { subject, author, committer: GITHUB, number: 7, route: 'squash' });
    const off = [
      commit('x', 100, ['a'], { author: BO, subject: 'wip' }),
      commit('y', 110, ['x'], { author: BO, subject: 'wip more' }),
      commit('z', 130, ['y'], { author: BO, subject: 'and on' }),
    ];
    const refs = { 'refs/heads/fix-login_form': 'y', 'refs/heads/later-work': 'z', 'refs/heads/wip': 'x' };
    const verdicts = (one: Commit) => landed({ main: [...MAIN, one], off, refs });
    expect(await verdicts(squash('d', 120, 'Fix login form (#7)'))).toEqual([
      ['fix-login_form', true],
      ['later-work', false],
      ['wip', false],
    ]);
    expect(await verdicts(squash('d', 120, 'wip more (#7)'))).toEqual([
      ['fix-login_form', true],
      ['later-work', false],
      ['wip', false],
    ]);
    expect(await verdicts(squash('d', 105, 'Fix login form (#7)'))).toContainEqual(['fix-login_form', false]);
    expect(await verdicts(squash('d', 120, 'Fix login form (#7)', ADA))).toContainEqual(['fix-login_form', false]);
  });
});

describe('a repository of thousands of branches', () => {
  it('costs a second or so, though all of them go on from one long line that nobody named', async () => {
    const line = Array.from({ length: 20_000 }, (_, i) =>
      commit(`l${i}`, 100 + i, [i === 0 ? 'a' : `l${i - 1}`], { author: i % 2 === 0 ? ADA : BO }),
    );
    const tips = Array.from({ length: 3000 }, (_, i) => commit(`t${i}`, 50_000 + i, [`l${19_999 - i}`]));
    const refs = Object.fromEntries(tips.map(({ id }) => [`refs/remotes/origin/topic-${id}`, id ?? '']));
    const started = processorTime();
    const rows = await openWork({ main: MAIN, off: [...line, ...tips], refs });
    expect(rows.find(({ tip }) => tip === 't0')?.commits).toBe(20_001);
    expect(rows.find(({ tip }) => tip === 't2999')).toMatchObject({
      commits: 17_002,
      began_at: 100,
      worked_at: 52_999,
      authors: ['Ada Byron', 'Bo Chen'],
    });
    expect(processorTime() - started).toBeLessThan(6000);
  });
});
