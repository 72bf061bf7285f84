import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derivationOf } from '../../test/literal-derivation.ts';
import { collect, idOf, type LiteralHistory, longHistory } from '../../test/literal-facts.ts';
import { type Config, EMPTY_CONFIG } from '../domain/config.ts';
import type { DerivedTable } from '../domain/tables.ts';
import type { Derivation } from '../domain/workbench.ts';
import { openDerived } from './derived.ts';
import { readFacts } from './previous.ts';
import type { FactsOfRepository } from './raw.ts';
import { ScanWriter } from './scan-writer.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fortnight-derived-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function scanned(name: string, history: LiteralHistory): Promise<FactsOfRepository> {
  const directory = join(folder, name);
  const writer = await ScanWriter.open(directory, await readFacts(directory));
  try {
    return { name, directory, manifest: await writer.finish(await collect(history, writer)) };
  } finally {
    await writer.close();
  }
}

const configs = (...names: string[]) => new Map<string, Config>(names.map((name) => [name, EMPTY_CONFIG]));
const history = longHistory(50);

describe('derived tables', () => {
  it('are made once for the same facts and settings', async () => {
    const runs = { count: 0 };
    const repositories = [await scanned('one', history)];
    const request = {
      repositories,
      configs: configs('one'),
      derivations: [derivationOf({ onRun: () => runs.count++ })],
      directory: join(folder, 'one'),
    };
    for (let i = 0; i < 2; i++) {
      const { session, notes } = await openDerived(request);
      expect(await session.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
      expect(notes).toEqual(['7 authors']);
      session.close();
    }
    expect(runs.count).toBe(1);
    const other = new Map([['one', { ...EMPTY_CONFIG, lead: 'Ada' }]]);
    (await openDerived({ ...request, configs: other })).session.close();
    expect(runs.count).toBe(2);
    const later = [await scanned('one', longHistory(51))];
    (await openDerived({ ...request, repositories: later })).session.close();
    expect(runs.count).toBe(3);
  });

  it('say of each repository what its scan said', async () => {
    const repositories = [await scanned('one', history), await scanned('two', { commits: [] })];
    const { session } = await openDerived({
      repositories,
      configs: configs('one', 'two'),
      derivations: [derivationOf()],
      directory: join(folder, 'together'),
    });
    expect(await session.query('SELECT * FROM repositories ORDER BY repository')).toEqual([
      {
        repository: 'one',
        head_id: idOf('commit 49'),
        head_time: 1_400_000_000 + 49 * 40_000,
        first_time: 1_400_000_000,
        is_shallow: false,
        is_partial: false,
        forge_url: null,
      },
      {
        repository: 'two',
        head_id: null,
        head_time: null,
        first_time: null,
        is_shallow: false,
        is_partial: false,
        forge_url: null,
      },
    ]);
    session.close();
  });

  it('must be what was promised', async () => {
    const repositories = [await scanned('one', history)];
    const wrong: readonly [Partial<Record<DerivedTable, string>>, RegExp][] = [
      [{ areas: 'CREATE TABLE areas (repository VARCHAR, area VARCHAR, source VARCHAR, files BIGINT)' }, /areas lacks/],
      [{ areas: 'CREATE TABLE areas (repository VARCHAR, area VARCHAR, source VARCHAR)' }, /files INTEGER/],
      [
        { change_authors: `CREATE TABLE change_authors AS SELECT 'r' repository, NULL::VARCHAR change, 'p' person` },
        /NULLs/,
      ],
      [
        {
          change_authors: `CREATE TABLE change_authors AS SELECT 'r' repository, 'c' change, 'p' person FROM range(2)`,
        },
        /several rows/,
      ],
      [{ releases: 'SELECT 1' }, /releases lacks/],
    ];
    for (const [override, message] of wrong) {
      await expect(
        openDerived({
          repositories,
          configs: configs('one'),
          derivations: [derivationOf({ tables: override })],
          directory: join(folder, 'one'),
          verify: true,
        }),
      ).rejects.toThrow(message);
    }
    expect(await readdir(join(folder, 'one', 'staging'))).toEqual([]);
  });

  it('are made again with more memory when a step ran out of it', async () => {
    const runs = { count: 0 };
    const limits: string[] = [];
    const greedy: Derivation = {
      makes: [],
      async derive(bench) {
        const [row] = await bench.query<{ given: string }>(`SELECT current_setting('memory_limit') AS given`);
        limits.push(row?.given ?? '');
        if (limits.length === 1) await bench.run(`SELECT list(random()) FROM range(100000000)`);
        return [];
      },
    };
    const { session } = await openDerived({
      repositories: [await scanned('one', history)],
      configs: configs('one'),
      derivations: [greedy, derivationOf({ onRun: () => runs.count++ })],
      directory: join(folder, 'one'),
    });
    session.close();
    expect(runs.count).toBe(1);
    expect(limits).toHaveLength(2);
    expect(limits[0]).toMatch(/^160/);
  });

  it('are made anew where they are damaged', async () => {
    const runs = { count: 0 };
    const request = {
      repositories: [await scanned('one', history)],
      configs: configs('one'),
      derivations: [derivationOf({ onRun: () => runs.count++ })],
      directory: join(folder, 'one'),
    };
    (await openDerived(request)).session.close();
    const [key = ''] = await readdir(join(folder, 'one', 'derived'));
    const place = join(folder, 'one', 'derived', key);
    await truncate(join(place, 'people.parquet'), 20);
    (await openDerived(request)).session.close();
    await writeFile(join(place, 'index.json'), '{}');
    const { session, discardIfDamaged } = await openDerived(request);
    expect(runs.count).toBe(3);
    expect(await session.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
    expect(await discardIfDamaged()).toBe(false);
    const bytes = await readFile(join(place, 'people.parquet'));
    await writeFile(join(place, 'people.parquet'), bytes.fill(0, 4, 40));
    expect(await discardIfDamaged()).toBe(true);
    session.close();
    expect(await readdir(join(folder, 'one', 'derived'))).toEqual([]);
  });

  it('may be made by two at once', async () => {
    const request = {
      repositories: [await scanned('one', history)],
      configs: configs('one'),
      derivations: [derivationOf()],
      directory: join(folder, 'one'),
    };
    const sessions = await Promise.all([openDerived(request), openDerived(request), openDerived(request)]);
    for (const { session } of sessions) {
      expect(await session.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
      session.close();
    }
    expect(await readdir(join(folder, 'one', 'derived'))).toHaveLength(1);
  });

  it('of states not used for long are removed', async () => {
    const repositories = [await scanned('one', history)];
    const directory = join(folder, 'one');
    const derived = join(directory, 'derived');
    for (let i = 0; i < 7; i++) {
      const settings = new Map([['one', { ...EMPTY_CONFIG, lead: `Lead ${i}` }]]);
      const derivations = [derivationOf()];
      (await openDerived({ repositories, configs: settings, derivations, directory })).session.close();
      const long = new Date(Date.now() - 3600_000 + i * 1000);
      for (const name of await readdir(derived)) await utimes(join(derived, name), long, long);
    }
    expect(await readdir(derived)).toHaveLength(4);
  });
});
