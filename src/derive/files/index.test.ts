import { afterEach, expect, test } from 'vitest';
import { type LiteralFacts, openRaw } from '../../../test/raw.ts';
import { type Config, parseConfig } from '../../domain/config.ts';
import type { Row } from '../../domain/tables.ts';
import { DAY } from '../../domain/window.ts';
import type { Session } from '../../store/session.ts';
import { deriveCredit } from '../credit.ts';
import { derivePeople } from '../people.ts';
import { fileDerivations } from './index.ts';

let session: Session | null = null;
afterEach(() => {
  session?.close();
  session = null;
});

const NOW = 1000 * DAY;

interface Literal {
  /** Commits from the oldest to the newest: `A path`, `M path`, `D path`, `R old new`. */
  readonly commits: readonly (readonly string[])[];
  readonly head: readonly string[];
  readonly documents?: Readonly<Record<string, string>>;
  readonly config?: Config;
}

async function derive({ commits, head, documents = {}, config }: Literal) {
  const id = (n: number) => n.toString(16).padStart(40, '0');
  const facts: LiteralFacts = {
    commits: commits.map((_, n) => ({ id: id(n), committer_time: NOW - (commits.length - n) * 60 })),
    landings: commits.map((_, n) => ({ commit_id: id(n), landed_id: id(n), position: n })),
    file_changes: commits.flatMap((changes, n) =>
      changes.map((change) => {
        const [status = '', from = '', to] = change.split(' ');
        return { commit_id: id(n), status, path: to ?? from, old_path: to === undefined ? null : from };
      }),
    ),
    head_files: head.map((path) => ({ path, size: 10 })),
    documents: Object.entries(documents).map(([path, content]) => ({ path, content })),
  };
  session = await openRaw(facts);
  const repository = {
    repository: 'repo',
    head_id: id(commits.length),
    head_time: NOW,
    first_time: 0,
    is_shallow: false,
    is_partial: false,
    forge_url: null,
  };
  await session.insert('repositories', [repository]);
  const notes: string[] = [];
  for (const step of [derivePeople, deriveCredit, ...fileDerivations])
    notes.push(
      ...(await step.derive(session, {
        repositories: [repository],
        configs: new Map(config ? [['repo', config]] : []),
      })),
    );
  const rows = async <R extends object>(sql: string): Promise<R[]> => (session ? await session.query<R>(sql) : []);
  return { notes, rows, id };
}

test('files at the head have class, language and area; changes of gone files have theirs by path', async () => {
  const { rows } = await derive({
    commits: [
      ['A src/a.ts', 'A old/b.ts', 'A README.md'],
      ['R old/b.ts src/b.ts'],
      ['A src/gone.ts'],
      ['D src/gone.ts'],
    ],
    head: ['src/a.ts', 'src/b.ts', 'README.md'],
  });
  expect(
    await rows('SELECT path, class, language, area, size, is_counted, is_product FROM files ORDER BY path'),
  ).toEqual([
    {
      path: 'README.md',
      class: 'documentation',
      language: 'Markdown',
      area: null,
      size: 10,
      is_counted: false,
      is_product: false,
    },
    {
      path: 'src/a.ts',
      class: 'source',
      language: 'TypeScript',
      area: 'src',
      size: 10,
      is_counted: true,
      is_product: true,
    },
    {
      path: 'src/b.ts',
      class: 'source',
      language: 'TypeScript',
      area: 'src',
      size: 10,
      is_counted: true,
      is_product: true,
    },
  ]);
  expect(await rows('SELECT * FROM areas')).toEqual([
    { repository: 'repo', area: 'src', source: 'directories', files: 2 },
  ]);
  expect(
    await rows("SELECT DISTINCT path, area FROM file_changes WHERE path NOT LIKE 'src/_.ts' ORDER BY path"),
  ).toEqual([
    { path: 'README.md', area: null },
    // What became src/b.ts belongs where that is now.
    { path: 'old/b.ts', area: 'src' },
    { path: 'src/gone.ts', area: 'src' },
  ]);
});

test('each file descends from itself and from what it was renamed from', async () => {
  const { rows } = await derive({
    commits: [['A a.ts', 'A x.ts'], ['R a.ts b.ts'], ['R b.ts c.ts', 'M x.ts']],
    head: ['c.ts', 'x.ts'],
  });
  expect(await rows('SELECT path, ancestor FROM file_lineage ORDER BY path, ancestor')).toEqual([
    { path: 'c.ts', ancestor: 'a.ts' },
    { path: 'c.ts', ancestor: 'b.ts' },
    { path: 'c.ts', ancestor: 'c.ts' },
    { path: 'x.ts', ancestor: 'x.ts' },
  ]);
});

test('attributes and the configuration correct classes, and the configuration says what it changed', async () => {
  const { rows, notes } = await derive({
    commits: [['A a.ts', 'A b.ts', 'A c.sql', 'A d/e.ts']],
    head: ['a.ts', 'b.ts', 'c.sql', 'd/e.ts'],
    documents: { '.gitattributes': '/b.ts linguist-generated', 'd/.gitattributes': '*.ts linguist-vendored' },
    config: parseConfig(
      {
        files: [
          { pattern: '*.sql', class: 'source' },
          { pattern: '/a.ts', class: 'data' },
        ],
      },
      'fortnight.yml',
    ),
  });
  expect(await rows<Row<'files'>>('SELECT path, class, is_counted FROM files ORDER BY path')).toEqual([
    { path: 'a.ts', class: 'data', is_counted: false },
    { path: 'b.ts', class: 'generated', is_counted: false },
    { path: 'c.sql', class: 'source', is_counted: true },
    { path: 'd/e.ts', class: 'vendored', is_counted: false },
  ]);
  expect(notes).toEqual([
    'fortnight.yml gives another class to 2 of 4 files: 1 sources or tests no longer count as such, 1 others now do.',
  ]);
});

test('areas that the configuration draws are said with what lies in them', async () => {
  const { notes } = await derive({
    commits: [['A a/a.ts', 'A b/b.ts', 'A c/c.ts']],
    head: ['a/a.ts', 'b/b.ts', 'c/c.ts'],
    config: parseConfig({ areas: { everything: ['/a', '/b'], nothing: ['/z'] } }, 'fortnight.yml'),
  });
  expect(notes).toEqual(['fortnight.yml draws 1 of the areas: 2 of 3 product files lie in them.']);
});

const many = (status: string, count: number) => Array.from({ length: count }, (_, i) => `${status} src/f${i}.ts`);

test('a commit that touches many files is bulk; one that adds them, or touches few, or few of very many, is not', async () => {
  const bulk = async (commits: readonly (readonly string[])[]) => {
    const { rows, id } = await derive({ commits, head: [] });
    const found = await rows<{ commit_id: string }>('SELECT commit_id FROM bulk_commits');
    session?.close();
    session = null;
    return commits.map((_, n) => found.some((row) => row.commit_id === id(n)));
  };
  expect(await bulk([many('A', 100), many('M', 20)])).toEqual([false, true]);
  expect(await bulk([many('A', 100), many('M', 19)])).toEqual([false, false]);
  expect(await bulk([many('A', 300), many('M', 29)])).toEqual([false, false]);
  expect(await bulk([many('A', 9000), many('M', 500)])).toEqual([false, true]);
  expect(await bulk([many('A', 30), many('M', 25).map((change) => change.replace('.ts', '.md'))])).toEqual([
    false,
    false,
  ]);
  const renamed = many('R', 30).map((change, i) => `${change} lib/f${i}.ts`);
  expect(await bulk([many('A', 30), renamed])).toEqual([false, true]);
});

test('what the project lists as reformatting is bulk, however small', async () => {
  const { rows, id } = await derive({
    commits: [['A a.ts'], ['M a.ts']],
    head: ['a.ts'],
    documents: { '.git-blame-ignore-revs': `# prettier\n${(1).toString(16).padStart(40, '0')}\n` },
  });
  expect(await rows('SELECT * FROM bulk_commits')).toEqual([{ repository: 'repo', commit_id: id(1) }]);
});

test('nothing at all derives to empty tables', async () => {
  const { rows } = await derive({ commits: [], head: [] });
  for (const table of ['files', 'areas', 'file_lineage', 'file_changes', 'bulk_commits'])
    expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
});
