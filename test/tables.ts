import type { Query } from '../src/domain/query.ts';
import { type Column, DERIVED_TABLES, type DerivedTable, type Row } from '../src/domain/tables.ts';
import { Session } from '../src/store/session.ts';

/** Literal rows of derived tables; whatever a test does not care about is left out. */
export type LiteralTables = { readonly [T in DerivedTable]?: readonly Partial<Row<T>>[] };

type Literal = Readonly<Record<string, unknown>>;

/** What an omitted column holds. Other omitted columns are null where they may be, else '', 0, false or []. */
const DEFAULTS: { readonly [T in DerivedTable]?: Partial<Row<T>> } = {
  people: { kind: 'human' },
  identities: { rule: 'alone' },
  commits: { parent_count: 1 },
  file_changes: { status: 'M', class: 'source' },
  files: { class: 'source', is_counted: true, is_product: true },
  areas: { source: 'directories', files: 1 },
  changes: {
    route: 'direct',
    lander_evidence: 'committer',
    commits: 1,
    files: 1,
    areas: 1,
    directories: 1,
    is_human: true,
    assistance: 'unknown',
  },
  change_areas: { files: 1 },
  reviews: { kind: 'approval' },
};

/**
 * An engine in memory holding exactly the given rows. All tables exist; those not named are empty, but for three that
 * follow from the others when they are left out: `repositories` (those named anywhere; else one, `repo`), `people`
 * (everybody named anywhere, human, called like their id) and `file_lineage` (each file descends from itself alone).
 * An omitted `repository` is `repo`; an omitted name of a person is their id.
 *
 * Any number of calls may stand side by side; the engine goes with the test's process.
 */
export async function openTables(literal: LiteralTables): Promise<Query> {
  const session = await Session.open({ threads: 1, memoryMiB: 256 });
  const tables = new Map<DerivedTable, Literal[]>();
  for (const table of Object.keys(DERIVED_TABLES) as DerivedTable[]) {
    tables.set(
      table,
      (literal[table] ?? []).map((row) => complete(table, row)),
    );
  }
  if (literal.repositories === undefined) {
    const named = namedIn(tables, ['repository']);
    const repositories = named.length > 0 ? named : ['repo'];
    tables.set(
      'repositories',
      repositories.map((repository) => complete('repositories', { repository })),
    );
  }
  if (literal.people === undefined) {
    const people = namedIn(tables, ['person', 'author', 'committer', 'lander', 'releaser']);
    tables.set(
      'people',
      people.map((person) => complete('people', { person })),
    );
  }
  if (literal.file_lineage === undefined) {
    const files = tables.get('files') ?? [];
    tables.set(
      'file_lineage',
      files.map((file) => complete('file_lineage', { ...file, ancestor: file.path })),
    );
  }
  for (const [table, rows] of tables) await session.insert(table, rows as never);
  return session.query;
}

function complete(table: DerivedTable, given: object): Literal {
  const row: Record<string, unknown> = {};
  const values: Record<string, unknown> = { repository: 'repo', ...DEFAULTS[table], ...given };
  for (const [name, column] of Object.entries<Column>(DERIVED_TABLES[table].columns)) {
    row[name] = values[name] ?? (column.nullable ? null : blank(column));
  }
  const unknown = Object.keys(given).filter((name) => !(name in DERIVED_TABLES[table].columns));
  if (unknown.length > 0 && table !== 'file_lineage')
    throw new TypeError(`${table} has no column ${unknown.join(', ')}`);
  if (table === 'people' && row.name === '') row.name = row.person;
  return row;
}

function blank(column: Column): string | number | boolean | readonly string[] {
  switch (column.type) {
    case 'text':
      return '';
    case 'boolean':
      return false;
    case 'text[]':
      return [];
    default:
      return 0;
  }
}

/** Every value that stands in one of these columns, sorted, each once. */
function namedIn(tables: ReadonlyMap<DerivedTable, readonly Literal[]>, columns: readonly string[]): string[] {
  const names = new Set<string>();
  for (const rows of tables.values()) {
    for (const row of rows) {
      for (const column of columns) {
        const value = row[column];
        if (typeof value === 'string' && value !== '') names.add(value);
      }
    }
  }
  return [...names].sort();
}
