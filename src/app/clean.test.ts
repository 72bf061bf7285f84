import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derivationOf } from '../../test/literal-derivation.ts';
import { collect, longHistory } from '../../test/literal-facts.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { repositoryDirectory } from '../store/directory.ts';
import { cleanDataDirectory } from './clean.ts';
import type { Collector } from './scan.ts';
import { openFacts, openWorkspace } from './workspace.ts';

let root: string;
let dataDir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fortnight-clean-'));
  dataDir = join(root, 'data');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const locationOf = (name: string): RepositoryLocation => ({
  name,
  gitDir: `/nowhere/${name}/.git`,
  commonDir: `/nowhere/${name}/.git`,
  workTree: `/nowhere/${name}`,
});
const collector: Collector = {
  fingerprint: async () => '',
  scan: async (_, __, sink) => await collect(longHistory(10), sink),
};

async function look(...names: string[]): Promise<void> {
  const workspace = await openWorkspace(names.map(locationOf), { dataDir, collector });
  (await openFacts(workspace, { configs: new Map(), derivations: [derivationOf()] })).close();
}

describe('cleaning', () => {
  it('removes all facts, and the data directory with the last of them', async () => {
    await look('one');
    await look('one', 'two');
    const { removed, bytes, left } = await cleanDataDirectory(dataDir, null);
    expect(removed).toHaveLength(3);
    expect(bytes).toBeGreaterThan(10_000);
    expect(left).toEqual([]);
    expect(await readdir(root)).toEqual([]);
    expect(await cleanDataDirectory(dataDir, null)).toEqual({ removed: [], bytes: 0, left: [] });
  });

  it('removes the facts of one repository, and those of several together', async () => {
    await look('one', 'two');
    await look('one');
    await cleanDataDirectory(dataDir, [locationOf('one')]);
    const kept = repositoryDirectory(dataDir, locationOf('two'));
    expect((await readdir(dataDir)).map((name) => join(dataDir, name))).toEqual([kept]);
    await look('one', 'two');
  });

  it('touches nothing that Fortnight did not write, and follows no link', async () => {
    await look('one');
    const facts = repositoryDirectory(dataDir, locationOf('one'));
    const precious = join(root, 'precious');
    await mkdir(join(precious, 'parts'), { recursive: true });
    await writeFile(join(precious, 'parts', 'mine.txt'), 'mine');
    await mkdir(join(dataDir, 'unmarked', 'parts'), { recursive: true });
    await writeFile(join(dataDir, 'unmarked', 'manifest.json'), '{}');
    await mkdir(join(dataDir, 'wrongly marked'));
    await writeFile(join(dataDir, 'wrongly marked', 'fortnight-facts.txt'), 'mine');
    await symlink(precious, join(dataDir, 'linked'));
    await writeFile(join(facts, 'notes.md'), 'mine');
    await writeFile(join(facts, 'parts', 'notes.parquet'), 'mine');
    await rename(join(facts, 'derived'), join(root, 'derived'));
    await symlink(join(root, 'derived'), join(facts, 'derived'));
    await symlink(precious, join(facts, 'staging', 'linked'));
    const { left } = await cleanDataDirectory(dataDir, null);
    expect([...left].sort()).toEqual(
      [
        join(facts, 'derived'),
        join(facts, 'notes.md'),
        join(facts, 'parts', 'notes.parquet'),
        join(facts, 'staging', 'linked'),
      ].sort(),
    );
    expect((await readdir(dataDir)).sort()).toEqual(
      [facts.split('/').at(-1), 'linked', 'unmarked', 'wrongly marked'].sort(),
    );
    expect(await readFile(join(precious, 'parts', 'mine.txt'), 'utf8')).toBe('mine');
    expect(await readdir(join(root, 'derived'))).toHaveLength(1);
    expect(await readFile(join(facts, 'notes.md'), 'utf8')).toBe('mine');
    // What was left stays Fortnight's folder, and can be used and cleaned again.
    await look('one');
    expect((await cleanDataDirectory(dataDir, null)).removed).toHaveLength(1);
  });
});
