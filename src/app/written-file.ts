import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { isCode } from '../store/durable.ts';
import { replaceConfigFile } from './config-file.ts';
import { isInside, realPlace } from './real-place.ts';

export interface WrittenFile {
  /** As the person gave it, and where they stand. */
  readonly file: string;
  readonly cwd: string;
  /** Repositories in whose git directories nothing is written. */
  readonly locations: readonly RepositoryLocation[];
  /** Whether what stands there now is an earlier one of ours; anything else is somebody's own and stays. */
  readonly isOurs: (text: string) => boolean;
}

/** Where a file may be written. Throws a {@link FortnightError} where it may not: ask before the work, not after it. */
export async function placeToWrite({ file, cwd, locations, isOurs }: WrittenFile): Promise<string> {
  const path = resolve(cwd, file);
  const folder = await realPlace(dirname(path));
  const git = locations.find(({ gitDir, commonDir }) => isInside(folder, gitDir) || isInside(folder, commonDir));
  const refuse = (reason: string) =>
    new FortnightError('not-written', `${file} is not written: ${reason}.`, {
      hint: 'Choose another file.',
      exitCode: EXIT.usage,
    });
  if (git !== undefined) throw refuse(`it would lie in the folder where git keeps ${git.name}`);
  try {
    if (!isOurs(await readFile(path, 'utf8'))) throw refuse('another file of that name is there');
  } catch (error) {
    if (isCode(error, 'EISDIR')) throw refuse('a folder of that name is there');
    if (!isCode(error, 'ENOENT')) throw error;
  }
  return path;
}

/** Writes a file whole: the old text or the new one stands there, whatever happens. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await replaceConfigFile(dirname(path), basename(path), text, 0o644);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EACCES') && !isCode(error, 'EROFS')) throw error;
    throw new FortnightError('not-written', `${path} cannot be written.`, {
      hint: 'Does its folder exist, and may you write there?',
      cause: error,
    });
  }
}
