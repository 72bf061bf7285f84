import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Reads a small file of a repository: a regular file only (a named pipe would hang us), at most `limit` bytes, and, where
 * `inside` is given, only if its real path lies in one of those folders. Null when there is none, or it is none of that.
 */
export function readSmallFile(path: string | Buffer, limit: number, inside?: readonly string[]): Buffer | null {
  let descriptor: number | undefined;
  try {
    if (inside !== undefined) {
      const real = realpathSync.native(path, 'latin1');
      const bytesOf = (folder: string) => Buffer.from(folder).toString('latin1');
      if (!inside.some((folder) => real.startsWith(bytesOf(folder) + sep))) return null;
    }
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > limit) return null;
    const buffer = Buffer.allocUnsafe(stat.size);
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
