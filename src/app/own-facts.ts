import { lstat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { isInside, realPlace } from './real-place.ts';

const HINT = 'Give another folder: --data-dir DIR.';

/**
 * Refuses a data directory that lies in the repository: nothing is written there, and facts that came with it would be a
 * stranger's.
 */
export async function refuseInside(dataDir: string, { name, gitDir, commonDir, workTree }: RepositoryLocation) {
  const place = await realPlace(dataDir);
  for (const folder of [gitDir, commonDir, ...(workTree === null ? [] : [workTree])]) {
    if (!isInside(place, folder)) continue;
    throw new FortnightError('inside-repository', `The data directory ${dataDir} lies inside the repository ${name}.`, {
      hint: HINT,
      exitCode: EXIT.usage,
    });
  }
}

/** Refuses a folder of facts that somebody else put there: theirs could say anything, in our name. */
export async function refuseForeign(directory: string): Promise<void> {
  const found = await lstat(directory).catch(() => null);
  if (found === null) return;
  // Systems without owners give -1.
  const own = userInfo().uid;
  if (found.isDirectory() && (own === -1 || found.uid === own)) return;
  const what = found.isDirectory() ? 'belongs to somebody else' : 'is not a folder';
  throw new FortnightError('foreign-facts', `${directory} ${what}, so what it holds is not believed.`, { hint: HINT });
}
