import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Facts, openFacts, openWorkspace } from '../src/app/workspace.ts';
import { locateRepository, quickFingerprint, scanGit } from '../src/collect/git/index.ts';
import { derivations } from '../src/derive/index.ts';

/** Fourteen public histories with everything private taken out; they lie beside the project where they are shared. */
const directory = process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
const bundleOf = (history: string) => join(directory, 'histories', `${history}.bundle`);

/** Where the histories lie, or why tests on them are skipped: for the title of a suite. */
export function whereabouts(histories: readonly string[]): { readonly areThere: boolean; readonly words: string } {
  const areThere = histories.every((history) => existsSync(bundleOf(history)));
  return { areThere, words: areThere ? directory : 'FORTNIGHT_SHARED or ../shared, absent: skipped' };
}

/** Clones a history into a folder, bare; gives its path. */
export function cloneHistory(history: string, folder: string): string {
  const clone = join(folder, `${history}.git`);
  execFileSync('git', ['clone', '--quiet', '--bare', bundleOf(history), clone]);
  return clone;
}

/** Clones, scans and derives histories; call `close` when done. */
export async function openHistories(
  histories: readonly string[],
): Promise<{ readonly facts: ReadonlyMap<string, Facts>; close(): void }> {
  const root = mkdtempSync(join(tmpdir(), 'fortnight-histories-'));
  const facts = new Map<string, Facts>();
  const close = () => {
    for (const opened of facts.values()) opened.close();
    rmSync(root, { recursive: true, force: true });
  };
  try {
    for (const history of histories) {
      const clone = cloneHistory(history, root);
      const workspace = await openWorkspace([await locateRepository(clone)], {
        dataDir: join(root, 'data'),
        collector: { scan: scanGit, fingerprint: quickFingerprint },
      });
      facts.set(history, await openFacts(workspace, { configs: new Map(), derivations, verify: true }));
    }
  } catch (error) {
    close();
    throw error;
  }
  return { facts, close };
}
