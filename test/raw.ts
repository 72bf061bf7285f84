import { type Column, RAW_TABLES, type RawRow, type RawTable } from '../src/domain/tables.ts';
import type { Derivation } from '../src/domain/workbench.ts';
import { Session } from '../src/store/session.ts';

/** Literal rows of raw tables; what a test does not care about is left out. `repository` is `repo` unless given. */
export type LiteralFacts = {
  readonly [T in RawTable]?: Iterable<Partial<RawRow<T>> & { readonly repository?: string }>;
};

const DEFAULTS: { readonly [T in RawTable]?: Partial<RawRow<T>> } = {
  commits: { author: 'Ada Byron <ada@a.example>', committer: 'Ada Byron <ada@a.example>', route: 'direct' },
  file_changes: { status: 'M', kind: 'file' },
  head_files: { kind: 'file' },
};
const SQL_TYPES = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  'text[]': 'VARCHAR[]',
} as const;

/** A workbench holding exactly these raw facts, as derivations find them. Close it. */
export async function openRaw(facts: LiteralFacts): Promise<Session> {
  const session = await Session.open({ threads: 2, memoryMiB: 700 });
  for (const [table, { columns }] of Object.entries(RAW_TABLES)) {
    const given = (facts as Record<string, Iterable<Record<string, unknown>> | undefined>)[table] ?? [];
    const all: [string, Column][] = [['repository', { type: 'text', doc: '' }], ...Object.entries<Column>(columns)];
    const texts = Object.fromEntries(all.map(([name]) => [name, 'text' as const]));
    await session.scratch(`text_${table}`, texts, rowsOf(table as RawTable, all, given));
    const list = all.map(([name, { type }]) =>
      type === 'text[]'
        ? `if(${name} = '', []::VARCHAR[], string_split(${name}, ' ')) AS ${name}`
        : `${name}::${SQL_TYPES[type]} AS ${name}`,
    );
    await session.run(`CREATE TABLE raw_${table} AS SELECT ${list.join(', ')} FROM text_${table}`);
    await session.run(`DROP TABLE text_${table}`);
  }
  return session;
}

/** Every value as text, so that one appender fits all types. */
function* rowsOf(
  table: RawTable,
  columns: readonly (readonly [string, Column])[],
  given: Iterable<Record<string, unknown>>,
): Generator<(string | null)[]> {
  for (const row of given) {
    const values: Record<string, unknown> = { repository: 'repo', ...DEFAULTS[table], ...row };
    yield columns.map(([name, { type, nullable }]) => {
      const value = values[name];
      if (Array.isArray(value)) return value.join(' ');
      if (value !== undefined && value !== null) return String(value);
      return nullable ? null : type === 'boolean' ? 'false' : type === 'integer' ? '0' : '';
    });
  }
}

/** Stand-ins for what the file derivations leave behind: every path a source file of the area its folder names. */
export const plainFiles: Derivation = {
  makes: ['file_changes'],
  async derive(bench) {
    await bench.run(`CREATE TABLE bulk_commits (repository VARCHAR, commit_id VARCHAR)`);
    await bench.run(`
      CREATE TABLE known_paths AS
      SELECT *, hash(parse_dirpath(path, 'forward_slash')) AS directory, true AS is_product, 'source' AS class,
        CASE WHEN contains(path, '/') THEN split_part(path, '/', 1) END AS area,
        row_number() OVER (ORDER BY repository, path) AS number
      FROM (SELECT DISTINCT repository, path FROM raw_file_changes)`);
    await bench.run(`
      CREATE TABLE known_changes AS
      SELECT k.rowid AS n, p.number AS path, f.old_path, f.status
      FROM raw_file_changes f
      JOIN known_commits k ON k.repository = f.repository AND k.id = f.commit_id
      JOIN known_paths p ON p.repository = f.repository AND p.path = f.path`);
    return [];
  },
};
