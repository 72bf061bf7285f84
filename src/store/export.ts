import { join } from 'node:path';
import { DERIVED_TABLES, type DerivedTable, RAW_TABLES, type RawTable, type Table } from '../domain/tables.ts';
import { columnList, SQL_TYPES, totalOrder } from './columns.ts';
import { openDerivedTables } from './derived.ts';
import { type FactsOfRepository, openWorkbench } from './raw.ts';
import type { Session } from './session.ts';

const DERIVED_NAMES = Object.keys(DERIVED_TABLES) as DerivedTable[];
const RAW_NAMES = Object.keys(RAW_TABLES) as RawTable[];

/** Every file of an export but its README, in the order in which the README tells of them. */
export const EXPORTED_FILES: readonly string[] = [
  ...DERIVED_NAMES.map((table) => `${table}.parquet`),
  ...RAW_NAMES.map((table) => `raw_${table}.parquet`),
];

/**
 * Writes every table as one Parquet file into an empty folder. Rows are in a total order and written by one thread, so the
 * same facts are the same bytes.
 */
export async function exportTables(
  repositories: readonly FactsOfRepository[],
  derivedPlace: string,
  directory: string,
): Promise<void> {
  const derived = await openDerivedTables(derivedPlace, { threads: 1, writable: [directory] });
  try {
    for (const table of DERIVED_NAMES) {
      await saveTable(derived, table, DERIVED_TABLES[table], directory);
    }
  } finally {
    derived.close();
  }
  const raw = await openWorkbench(repositories, {
    threads: 1,
    writable: [directory],
    temporaryDirectory: join(directory, 'spill'),
  });
  try {
    for (const table of RAW_NAMES) await saveTable(raw, `raw_${table}`, withRepository(RAW_TABLES[table]), directory);
  } finally {
    raw.close();
  }
}

async function saveTable(session: Session, name: string, table: Table, directory: string): Promise<void> {
  const select = `SELECT ${columnList(table.columns)} FROM ${name} ORDER BY ${totalOrder(table)}`;
  await session.save(select, join(directory, `${name}.parquet`));
}

function withRepository(table: Table): Table {
  const repository = { type: 'text', doc: 'Which repository: `repositories.repository`.' } as const;
  return { ...table, key: ['repository', ...table.key], columns: { repository, ...table.columns } };
}

/** What an export holds, table by table and column by column, as Markdown. */
export function describeExport(): string {
  const lines = [
    '# Facts by Fortnight',
    '',
    'One Parquet file per table. Times are whole seconds since 1970-01-01T00:00:00Z; unknown is NULL.',
    'Names and addresses in these tables are people: keep them as you would keep the repository they come from.',
    '',
    '## Derived tables',
    '',
    ...DERIVED_NAMES.flatMap((name) => describeTable(name, DERIVED_TABLES[name])),
    '## Raw tables',
    '',
    ...RAW_NAMES.flatMap((name) => describeTable(`raw_${name}`, withRepository(RAW_TABLES[name]))),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function describeTable(name: string, { doc, columns, key }: Table): string[] {
  const rows = Object.entries(columns).map(
    ([column, { type, nullable, doc: meaning }]) =>
      `| ${column} | ${SQL_TYPES[type]}${nullable ? '' : ' NOT NULL'} | ${meaning.replaceAll('|', '\\|')} |`,
  );
  return [
    `### ${name}.parquet`,
    '',
    `${doc} Key: ${key.join(', ')}.`,
    '',
    '| column | type | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ];
}
