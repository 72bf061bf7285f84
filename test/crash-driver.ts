/**
 * `node test/crash-driver.ts DATA_DIR COMMITS`: scans a literal history of so many commits into a data directory, as
 * `fortnight scan` would, to be killed by test/crash.test.ts at any moment. Prints `ready` before it begins.
 */
import { type Collector, scanRepository } from '../src/app/scan.ts';
import type { RepositoryLocation } from '../src/domain/repository.ts';
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

if (import.meta.main) {
  const [dataDir = '', commits = '0'] = process.argv.slice(2);
  process.stdout.write('ready\n');
  await scanRepository(LOCATION, { dataDir, collector: collectorOf(Number(commits)) });
}
