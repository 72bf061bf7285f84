import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Facts, openFacts, openWorkspace } from '../src/app/workspace.ts';
import { locateRepository, quickFingerprint, scanGit } from '../src/collect/git/index.ts';
import { derivations } from '../src/derive/index.ts';
import { madeOnce } from './made-once.ts';

/** Fourteen public histories with everything private taken out; they lie beside the project where they are shared. */
const directory = process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
const bundleOf = (history: string) => join(directory, 'histories', `${history}.bundle`);

/** Where the histories lie, or why tests on them are skipped: for the title of a suite. */
export function whereabouts(histories: readonly string[]): { readonly areThere: boolean; readonly words: string } {
  const areThere = histories.every((history) => existsSync(bundleOf(history)));
  return { areThere, words: areThere ? directory : 'FORTNIGHT_SHARED or ../shared, absent: skipped' };
}

/** Path of a bare clone of a history, which tests only read. */
export async function clonedHistory(history: string): Promise<string> {
  const cloneIn = (folder: string) => join(folder, `${history}.git`);
  const folder = await madeOnce(`clone-${history}`, async (making) => {
    execFileSync('git', ['clone', '--quiet', '--bare', bundleOf(history), cloneIn(making)]);
  });
  return cloneIn(folder);
}

/** The facts of a history by the whole way: cloned, scanned, derived. Close them when done. */
export async function openHistory(history: string): Promise<Facts> {
  const location = await locateRepository(await clonedHistory(history));
  const open = async (dataDir: string): Promise<Facts> => {
    const workspace = await openWorkspace([location], {
      dataDir,
      collector: { scan: scanGit, fingerprint: quickFingerprint },
    });
    return await openFacts(workspace, { configs: new Map(), derivations, verify: true });
  };
  return await open(await madeOnce(`facts-${history}`, async (folder) => (await open(folder)).close()));
}

/** The facts of several; call `close` when done. */
export async function openHistories(
  histories: readonly string[],
): Promise<{ readonly facts: ReadonlyMap<string, Facts>; close(): void }> {
  const facts = new Map<string, Facts>();
  const close = () => {
    for (const opened of facts.values()) opened.close();
  };
  try {
    for (const history of histories) facts.set(history, await openHistory(history));
  } catch (error) {
    close();
    throw error;
  }
  return { facts, close };
}
