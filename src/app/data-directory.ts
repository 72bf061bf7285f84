import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';

/**
 * Where facts rest: `--data-dir`, else `FORTNIGHT_DATA_DIR`, else `$XDG_CACHE_HOME/fortnight`, else `~/.cache/fortnight`.
 * A cache, because facts can be rebuilt from the repository at any time.
 */
export function dataDirectory(option: string | null, effects: Pick<Effects, 'env' | 'cwd'>): string {
  const { env, cwd } = effects;
  const chosen = option ?? env.FORTNIGHT_DATA_DIR ?? '';
  if (option === '') {
    throw new FortnightError('usage', 'The data directory has an empty name.', {
      hint: 'Give a folder: --data-dir DIR.',
      exitCode: EXIT.usage,
    });
  }
  if (chosen !== '') return resolve(cwd, chosen);
  // The XDG specification: a relative path there is to be ignored.
  const cache = env.XDG_CACHE_HOME ?? '';
  const home = env.HOME ?? '';
  // A relative home would lie in whatever folder, and repository, one is in.
  return join(isAbsolute(cache) ? cache : join(isAbsolute(home) ? home : userInfo().homedir, '.cache'), 'fortnight');
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'files are not allowed to grow so large',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a part of its path is not a folder',
  EISDIR: 'a folder stands where a file belongs',
  ENOENT: 'a folder in it cannot be made or has vanished',
  ELOOP: 'its path leads in circles',
  ENAMETOOLONG: 'its path is too long',
};
/** These say of themselves that a write failed, and we write nowhere else. */
const ALWAYS_OURS = new Set(['EROFS', 'ENOSPC', 'EDQUOT', 'EFBIG']);
/** The engine tells the same in words. */
const ENGINE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/i, 'ENOSPC'],
  [/File too large/i, 'EFBIG'],
  [/Disk quota exceeded/i, 'EDQUOT'],
  [/Read-only file system/i, 'EROFS'],
  [/Permission denied/i, 'EACCES'],
];

/** Runs something that uses the data directory; when the directory is at fault, says so in a sentence. */
export async function usingDataDirectory<T>(directory: string, action: () => Promise<T>): Promise<T> {
  return await using(directory, action, 'data directory', 'Make room there or give another folder: --data-dir DIR.');
}

/** The same for a folder that somebody wants something written to. */
export async function usingFolder<T>(directory: string, action: () => Promise<T>): Promise<T> {
  return await using(directory, action, 'folder', 'Make room there or choose another folder.');
}

async function using<T>(directory: string, action: () => Promise<T>, what: string, hint: string): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const reason = reasonOf(error, directory);
    if (reason === null) throw error;
    throw new FortnightError('unusable-directory', `The ${what} ${directory} cannot be used: ${reason}.`, {
      hint,
      cause: error,
    });
  }
}

function reasonOf(error: unknown, directory: string): string | null {
  if (!(error instanceof Error) || error instanceof FortnightError) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code ?? ENGINE_WORDS.find(([words]) => words.test(error.message))?.[1];
  if (known === undefined) return null;
  const isOurs =
    ALWAYS_OURS.has(known) || (path ?? error.message).includes(directory) || directory.startsWith(path ?? '\0');
  return isOurs ? (REASONS[known] ?? null) : null;
}
