import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startOf } from '../absence/calendar.ts';
import { DEMO_SEED, DEMO_TEAM } from '../absence/simulation/demo-team.ts';
import { simulate } from '../absence/simulation/simulate.ts';
import { toFastImport } from '../absence/simulation/to-fast-import.ts';
import { importStream } from '../collect/git/index.ts';
import type { Effects } from '../domain/effects.ts';
import { clearAbandonedStaging, DEMONSTRATION, HISTORIES, makeStaging, prepareDirectory } from '../store/directory.ts';
import { isCode, makePrivateDirectory, removeQuietly, syncDirectory } from '../store/durable.ts';
import { dataDirectory, usingDataDirectory } from './data-directory.ts';
import { DEMO_ID } from './demo-id.ts';
import type { Place } from './open.ts';
import { refuseForeign } from './own-facts.ts';
import { memoryFolders } from './practice/memory-folder.ts';
import { DEFAULT_REQUEST } from './request.ts';

/** How the made-up product is called. */
const NAME = 'demo-shop';

/** The moment at which the demonstration is looked at: where its history ends, in seconds. */
const DEMO_NOW = startOf(DEMO_TEAM.from + DEMO_TEAM.days);

/**
 * A team to look at when there is no repository at hand: a real git repository with a made-up past, kept in the data directory
 * and made once, in seconds. Everything said of it is computed as for any repository; its clock stands where its history
 * ends. `data` is the data directory as a person gave it; null: the usual one.
 */
export async function demoPlace(effects: Effects, data: string | null): Promise<Place> {
  const directory = dataDirectory(data, effects);
  const repository = await usingDataDirectory(directory, () => demoRepository(join(directory, DEMONSTRATION)));
  return {
    // Nothing of its practice ever touches the disk, where records of a person lie.
    effects: { ...effects, now: () => DEMO_NOW, recordFolder: memoryFolders() },
    request: { ...DEFAULT_REQUEST, paths: [repository], dataDirectory: directory },
  };
}

/** The text from which the demonstration's repository is made. */
export const demoStream = (): Iterable<string> => toFastImport(simulate(DEMO_TEAM, DEMO_SEED));

/** Finds the repository in its folder or makes it: whole, then renamed, so that several processes may do so at once. */
async function demoRepository(folder: string): Promise<string> {
  await refuseForeign(folder);
  const place = join(folder, HISTORIES, DEMO_ID);
  const repository = join(place, `${NAME}.git`);
  if (await isThere(repository)) return repository;
  await prepareDirectory(folder);
  await clearAbandonedStaging(folder);
  const staging = await makeStaging(folder);
  try {
    const made = join(staging, DEMO_ID);
    await mkdir(made, { mode: 0o700 });
    await importStream(join(made, `${NAME}.git`), demoStream());
    await makePrivateDirectory(join(folder, HISTORIES));
    await rename(made, place).catch((error: unknown) => {
      // Another process was quicker, with the same.
      if (!isCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
    });
    await syncDirectory(join(folder, HISTORIES));
  } finally {
    await removeQuietly(staging);
  }
  return repository;
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
