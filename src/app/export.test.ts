import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derivationOf } from '../../test/literal-derivation.ts';
import { collect, longHistory } from '../../test/literal-facts.ts';
import { DERIVED_TABLES, RAW_TABLES } from '../domain/tables.ts';
import { sha256 } from '../store/durable.ts';
import { parquetSource } from '../store/parquet.ts';
import { Session } from '../store/session.ts';
import { exportParquet } from './export.ts';
import type { Collector } from './scan.ts';
import { type Facts, openFacts, openWorkspace } from './workspace.ts';

let root: string;
let facts: Facts;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fortnight-export-'));
  const collector: Collector = {
    fingerprint: async () => '',
    scan: async (_, __, sink) => await collect(longHistory(60), sink),
  };
  await mkdir(join(root, 'work', '.git'), { recursive: true });
  const workspace = await openWorkspace(locations(), { dataDir: join(root, 'data'), collector });
  facts = await openFacts(workspace, { configs: new Map(), derivations: [derivationOf()] });
});
afterEach(async () => {
  facts.close();
  await rm(root, { recursive: true, force: true });
});
const locations = () => [
  {
    name: 'work',
    gitDir: join(root, 'work', '.git'),
    commonDir: join(root, 'work', '.git'),
    workTree: join(root, 'work'),
  },
];
const exportTo = (directory: string, insideRepository = false) =>
  exportParquet(facts, { directory, locations: locations(), insideRepository });

async function hashes(directory: string): Promise<Record<string, string>> {
  const names = (await readdir(directory)).sort();
  const entries = names.map(async (name) => [name, sha256(await readFile(join(directory, name)))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

describe('an export', () => {
  it('holds every table and a README that tells of each column', async () => {
    const target = join(root, 'out', 'deep');
    const { files } = await exportTo(target);
    expect((await readdir(target)).sort()).toEqual([...files].sort());
    const session = await Session.open();
    for (const [prefix, tables] of [
      ['', DERIVED_TABLES],
      ['raw_', RAW_TABLES],
    ] as const) {
      const readme = await readFile(join(target, 'README.md'), 'utf8');
      for (const [name, { columns }] of Object.entries(tables)) {
        const source = parquetSource([join(target, `${prefix}${name}.parquet`)]);
        const found = await session.query<{ column_name: string }>(`DESCRIBE SELECT * FROM ${source}`);
        const expected = [...(prefix === '' ? [] : ['repository']), ...Object.keys(columns)];
        expect(found.map(({ column_name }) => column_name)).toEqual(expected);
        expect(readme).toContain(`### ${prefix}${name}.parquet`);
        for (const column of expected) expect(readme).toContain(`| ${column} |`);
      }
    }
    const commits = parquetSource([join(target, 'raw_commits.parquet')]);
    expect(await session.query(`SELECT count(*) AS n FROM ${commits}`)).toEqual([{ n: 60 }]);
    session.close();
  });

  it('is the same bytes every time, also over an earlier one', async () => {
    await exportTo(join(root, 'one'));
    const first = await hashes(join(root, 'one'));
    await exportTo(join(root, 'one'));
    expect(await hashes(join(root, 'one'))).toEqual(first);
    await exportTo(join(root, 'two'));
    expect(await hashes(join(root, 'two'))).toEqual(first);
  });

  it('overwrites nothing that is somebody’s own', async () => {
    const target = join(root, 'one');
    await mkdir(target);
    await writeFile(join(target, 'notes.txt'), 'mine');
    await expect(exportTo(target)).rejects.toMatchObject({ code: 'folder-not-empty' });
    await rm(join(target, 'notes.txt'));
    await mkdir(join(target, '.fortnight-killed'));
    await exportTo(target);
    await rm(join(target, '.fortnight-killed'), { recursive: true });
    await writeFile(join(target, 'notes.txt'), 'mine');
    await exportTo(target);
    await writeFile(join(target, 'people.parquet'), 'changed');
    await expect(exportTo(target)).rejects.toMatchObject({ code: 'foreign-file' });
    await rm(join(target, 'people.parquet'));
    await writeFile(join(root, 'elsewhere'), 'mine');
    await symlink(join(root, 'elsewhere'), join(target, 'people.parquet'));
    await expect(exportTo(target)).rejects.toMatchObject({ code: 'foreign-file' });
    expect(await readFile(join(root, 'elsewhere'), 'utf8')).toBe('mine');
    expect(await readFile(join(target, 'notes.txt'), 'utf8')).toBe('mine');
    expect((await readdir(target)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('stands in a repository only when asked, also by way of a link, and never in its git folder', async () => {
    await symlink(join(root, 'work'), join(root, 'link'));
    const inside = [join(root, 'work', 'facts'), join(root, 'link', 'new', 'facts'), join(root, 'work')];
    for (const path of inside) await expect(exportTo(path)).rejects.toMatchObject({ code: 'inside-repository' });
    await expect(exportTo(join(root, 'work', '.git', 'facts'), true)).rejects.toThrow(/where git keeps/);
    await exportTo(join(root, 'work', 'facts'), true);
    expect(await readdir(join(root, 'work', 'facts'))).toContain('people.parquet');
  });

  it('says in a sentence that a folder cannot be written', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(exportTo(join(root, 'file'))).rejects.toMatchObject({ name: 'FortnightError' });
    await expect(exportTo(join(root, 'file', 'below'))).rejects.toMatchObject({ name: 'FortnightError' });
  });
});
