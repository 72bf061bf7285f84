import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readlink, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { isCode } from '../../store/durable.ts';

/** A folder held open: what is done through `path` happens in that very folder, whatever its name leads to meanwhile. */
export interface PinnedFolder {
  readonly path: string;
  /** Throws when the folder no longer lies where it did. Asked before anything becomes visible in it. */
  check(): Promise<void>;
  /** Waits until the names in it rest on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const FOLDER = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Opens the folder below `base` that `parts` name, step by step, following no link. `base` is a real path. With `make` (a mode) what
 * is missing is made. Null where it does not exist. Throws a `FortnightError` (`unsafe-path`) where a part is a link, or was swapped.
 */
export async function pinFolder(
  base: string,
  parts: readonly string[],
  make: number | null,
): Promise<PinnedFolder | null> {
  let held = await opened(base, base);
  try {
    for (let depth = 0; depth < parts.length; depth += 1) {
      if (held === null) return null;
      const expected = join(base, ...parts.slice(0, depth + 1));
      const path = join(held.path, parts[depth] ?? '');
      let next = await opened(path, expected);
      if (next === null && make !== null) {
        await held.check();
        await mkdir(path, { mode: make }).catch((error: unknown) => {
          if (!isCode(error, 'EEXIST')) throw error;
        });
        await held.sync();
        next = await opened(path, expected);
      }
      await held.close();
      held = next;
    }
    await held?.check();
    return held;
  } catch (error) {
    await held?.close();
    throw error;
  }
}

async function opened(path: string, expected: string): Promise<PinnedFolder | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, FOLDER);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    if (isCode(error, 'ELOOP', 'ENOTDIR', 'EMLINK')) throw unsafe(expected);
    throw error;
  }
  const magic = `/proc/self/fd/${handle.fd}`;
  const isMagic = process.platform === 'linux' && (await readlink(magic).catch(() => null)) !== null;
  return {
    // Where the system has no way to name an open folder, its name is checked before and after instead.
    path: isMagic ? magic : expected,
    async check() {
      const lies = isMagic ? await readlink(magic) : await realpath(expected).catch(() => null);
      const [there, ours] = [await stat(expected).catch(() => null), await handle.stat()];
      if (lies !== expected || there?.ino !== ours.ino || there.dev !== ours.dev) throw unsafe(expected);
    },
    async sync() {
      await handle.sync().catch((error: unknown) => {
        // Some file systems know no such thing, and need none.
        if (!isCode(error, 'EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP')) throw error;
      });
    },
    close: () => handle.close(),
  };
}

const unsafe = (path: string) =>
  new FortnightError(
    'unsafe-path',
    `${path} is no folder, or a link leads elsewhere, so nothing is read or written there.`,
    {
      hint: 'Put a folder in its place.',
      exitCode: EXIT.usage,
    },
  );
