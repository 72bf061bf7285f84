import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derivationOf } from '../../test/literal-derivation.ts';
import { collect, historyBefore, type LiteralHistory, longHistory } from '../../test/literal-facts.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import type { Collector } from './scan.ts';
import { openFacts, openRaw, openWorkspace } from './workspace.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fortnight-workspace-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const locationOf = (path: string): RepositoryLocation => ({
  name: path.split('/').at(-1) ?? '',
  gitDir: `${path}/.git`,
  commonDir: `${path}/.git`,
  workTree: path,
});

/** Each repository has as many commits as its path has letters. */
const collector: Collector = {
  fingerprint: async ({ commonDir }) => commonDir,
  scan: async ({ commonDir }, previous, sink) => {
    const history: LiteralHistory = { ...longHistory(commonDir.length), warnings: ['An object is missing.'] };
    return await collect(history, sink, { before: historyBefore(history, previous) });
  },
};
const options = { configs: new Map(), derivations: [derivationOf()] };
const commits = (path: string) => `${path}/.git`.length;

describe('a workspace', () => {
  it('opens one repository for questions', async () => {
    const workspace = await openWorkspace([locationOf('/nowhere/one')], { dataDir, collector });
    const facts = await openFacts(workspace, options);
    expect(facts.repositories).toMatchObject([{ repository: 'one', is_shallow: false }]);
    expect(await facts.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
    expect(facts.notes).toEqual(['7 authors']);
    expect(facts.warnings).toEqual(['An object is missing.']);
    facts.close();
  });

  it('opens several as one, each under a name of its own, and the same one once', async () => {
    const paths = ['/a/api', '/bb/api', '/c/web', '/c/web', '/x/bb/api'];
    const workspace = await openWorkspace(paths.map(locationOf), { dataDir, collector });
    const raw = await openRaw(workspace);
    const rows = await raw.query('SELECT repository, count(*) AS n FROM raw_commits GROUP BY ALL ORDER BY ALL');
    expect(rows).toEqual([
      { repository: 'a/api', n: commits('/a/api') },
      { repository: 'bb/api', n: commits('/bb/api') },
      { repository: 'bb/api (2)', n: commits('/x/bb/api') },
      { repository: 'web', n: commits('/c/web') },
    ]);
    raw.close();
    const facts = await openFacts(workspace, options);
    expect(facts.repositories.map(({ repository }) => repository)).toEqual(['a/api', 'bb/api', 'bb/api (2)', 'web']);
    expect(facts.warnings).toContain('web: An object is missing.');
    facts.close();
    expect((await readdir(dataDir)).filter((name) => name.startsWith('@together-'))).toHaveLength(1);
  });

  it('reads a repository again when its facts turn out to be damaged', async () => {
    const location = locationOf('/nowhere/one');
    const workspace = await openWorkspace([location], { dataDir, collector });
    const [repository] = workspace.repositories;
    if (repository === undefined) throw new Error('no repository');
    const parts = join(repository.directory, 'parts');
    // Of the same length, so that only a reader can notice.
    for (const name of await readdir(parts)) {
      await writeFile(join(parts, name), (await readFile(join(parts, name))).fill(0));
    }
    const forbidden = { ...workspace, options: { ...workspace.options, scan: 'never' } } as const;
    await expect(openFacts(forbidden, options)).rejects.toMatchObject({ code: 'damaged-facts' });
    const facts = await openFacts(workspace, options);
    expect(await facts.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
    facts.close();
  });

  it('notices one bit that fell over, in what was read as in what was derived from it', async () => {
    const workspace = await openWorkspace([locationOf('/nowhere/one')], { dataDir, collector });
    const [{ directory = '' } = {}] = workspace.repositories;
    const names = async () => {
      const facts = await openFacts(workspace, options);
      const found = await facts.query('SELECT name FROM people ORDER BY name');
      facts.close();
      return found;
    };
    const fall = async (folder: string, table: string) => {
      const [name = ''] = (await readdir(folder)).filter((file) => file.startsWith(table));
      const bytes = await readFile(join(folder, name));
      bytes[8] = (bytes[8] ?? 0) ^ 1;
      await writeFile(join(folder, name), bytes);
    };
    const before = await names();
    const [key = ''] = await readdir(join(directory, 'derived'));
    await fall(join(directory, 'derived', key), 'people');
    expect(await names()).toEqual(before);
    await rm(join(directory, 'derived'), { recursive: true });
    await fall(join(directory, 'parts'), 'commits-');
    expect(await names()).toEqual(before);
  });

  it('says that derived tables are damaged, and makes them again for the next command', async () => {
    const workspace = await openWorkspace([locationOf('/nowhere/one')], { dataDir, collector });
    (await openFacts(workspace, options)).close();
    const whole = await openFacts(workspace, options);
    await expect(whole.query('SELECT * FROM nothing')).rejects.toThrow(/nothing/);
    whole.close();
    const derived = join(workspace.repositories[0]?.directory ?? '', 'derived');
    const [key = ''] = await readdir(derived);
    const file = join(derived, key, 'people.parquet');
    const facts = await openFacts(workspace, options);
    await writeFile(file, (await readFile(file)).fill(0, 4, 60));
    await expect(facts.query('SELECT * FROM people')).rejects.toMatchObject({ code: 'damaged-facts' });
    facts.close();
    const again = await openFacts(workspace, options);
    expect(await again.query('SELECT count(*) AS n FROM people')).toEqual([{ n: 7 }]);
    again.close();
  });

  it('passes on what a derivation fails with', async () => {
    const workspace = await openWorkspace([locationOf('/nowhere/one')], { dataDir, collector });
    const derivations = [derivationOf({ tables: { areas: 'CREATE TABLE areas AS SELECT 1 AS one' } })];
    await expect(openFacts(workspace, { ...options, derivations })).rejects.toThrow(/areas/);
  });
});
