/**
 * `node test/crash-driver.ts DATA_DIR COMMITS`: scans a literal history of so many commits into a data directory and
 * derives its tables, as `fortnight` would, to be killed by test/crash.test.ts at any moment. Prints `ready` first.
 */
import type { Collector } from '../src/app/scan.ts';
import { type Facts, openFacts, openWorkspace } from '../src/app/workspace.ts';
import type { RepositoryLocation } from '../src/domain/repository.ts';
import { derivationOf } from './literal-derivation.ts';
import { collect, historyBefore, longHistory } from './literal-facts.ts';

export const LOCATION: RepositoryLocation = {
  name: 'literal',
  gitDir: '/nowhere/literal/.git',
  commonDir: '/nowhere/literal/.git',
  workTree: '/nowhere/literal',
};

/** Scans the first so many commits of a long history, by increments where there are facts already. */
export function collectorOf(commits: number): Collector {
  const history = longHistory(commits);
  return {
    fingerprint: async () => String(commits),
    scan: (_, previous, sink) => collect(history, sink, { before: historyBefore(history, previous) }),
  };
}

/** Scans, derives, and opens what was derived. */
export async function answer(dataDir: string, commits: number): Promise<Facts> {
  const workspace = await openWorkspace([LOCATION], { dataDir, collector: collectorOf(commits) });
  return await openFacts(workspace, { configs: new Map(), derivations: [derivationOf()] });
}

if (import.meta.main) {
  const [dataDir = '', commits = '0'] = process.argv.slice(2);
  process.stdout.write('ready\n');
  (await answer(dataDir, Number(commits))).close();
}
