import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Called before each step that makes something durable or visible. A test kills the process there; nothing else may
 * depend on it.
 */
export type CrashPoint = (step: CrashStep) => void;

/** The steps of making facts complete, in their order. */
export const CRASH_STEPS = [
  'part-sync',
  'part-rename',
  'parts-directory-sync',
  'manifest-write',
  'manifest-sync',
  'manifest-rename',
  'manifest-directory-sync',
  'collect-garbage',
  'derived-sync',
  'derived-rename',
  'derived-directory-sync',
] as const;
export type CrashStep = (typeof CRASH_STEPS)[number];

export const noCrash: CrashPoint = () => undefined;

/**
 * Makes a folder that only its owner can look into, with its parents. (Node's own recursive way never ends where a parent
 * exists but nothing can be made in it, as in /proc.)
 */
export async function makePrivateDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (isCode(error, 'EEXIST') && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (!isCode(error, 'ENOENT') || parent === path) throw error;
    await makePrivateDirectory(parent);
    // Another process may have made it meanwhile; but for that, what fails now fails for good.
    await mkdir(path, { mode: 0o700 }).catch((again: unknown) => {
      if (!isCode(again, 'EEXIST')) throw again;
    });
  }
}

/** Waits until the content of a file rests on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the names in a folder rest on the disk. Some file systems know no such thing, and need none. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } catch (error) {
    if (!isCode(error, 'EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP')) throw error;
  } finally {
    await directory.close();
  }
}

/** Puts a whole file in the place of another: readers see the old one or the new one, also after a power failure. */
export async function replaceFile(
  directory: string,
  name: string,
  content: string,
  staging: string,
  crash: CrashPoint = noCrash,
): Promise<void> {
  const temporary = join(staging, `${name}.${randomBytes(6).toString('hex')}`);
  crash('manifest-write');
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(content);
    crash('manifest-sync');
    await file.sync();
  } finally {
    await file.close();
  }
  crash('manifest-rename');
  await rename(temporary, join(directory, name));
  crash('manifest-directory-sync');
  await syncDirectory(directory);
}

/** Removes what nobody needs any more. What cannot be removed now is removed by a later scan. */
export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same of a file, read into one buffer again and again: what is read whole lies about until somebody collects it. */
export async function sha256OfFile(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(2 ** 18);
  const file = await open(path, 'r');
  try {
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Whether an error of the file system has one of these codes. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && codes.includes(code);
}
