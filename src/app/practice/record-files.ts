import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedName } from '../../records/record-path.ts';
import { isCode } from '../../store/durable.ts';
import type { PinnedFolder } from './pinned-folder.ts';

/** Nobody writes a larger record; what is larger is another file. Bytes. */
const MOST_BYTES = 1 << 20;
/** Folders below that hold records, as some logs have one a year. */
const DEEPEST = 3;
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const TEMPORARY = /^\.fortnight-[0-9a-f]{16}\.tmp$/;

/** Writes bytes beside their place and flushes them. */
export async function written(folder: PinnedFolder, bytes: Uint8Array, mode: number): Promise<string> {
  const path = join(folder.path, `.fortnight-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}

/** Removes what a process that died under the lock left unfinished; we hold the lock, so nobody is at it. */
export async function sweep(path: string): Promise<void> {
  for (const name of readdirSync(path)) if (TEMPORARY.test(name)) await rm(join(path, name), { force: true });
}

/** The bytes of a file; a text that says why not; null where there is none. Never follows a link, never waits for a pipe. */
export function bytesOf(path: string): Uint8Array | string | null {
  let file: number;
  try {
    file = openSync(path, READ);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    if (isCode(error, 'ELOOP', 'EMLINK')) return 'it is a link, and what it leads to is not looked at';
    if (isCode(error, 'EACCES', 'EPERM')) return 'permission is denied';
    if (isCode(error, 'ENXIO', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG')) return 'it is no file';
    throw error;
  }
  try {
    const { size, isFile } = statOf(file);
    if (!isFile) return 'it is no file';
    if (size > MOST_BYTES) return 'it is larger than any record';
    const bytes = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return length > size ? 'it grew while it was read' : bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function statOf(file: number) {
  const found = fstatSync(file);
  return { size: found.size, isFile: found.isFile(), mode: found.mode & 0o777 };
}

export function modeOf(path: string): number | null {
  try {
    const file = openSync(path, READ);
    try {
      return statOf(file).mode;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/**
 * Names of the files of a folder that could be records, below it with `/` between; what looks like one and is none; and how many are encrypted where these
 * are not, or the other way round.
 */
export function namesIn(root: string, ending: string) {
  const names: string[] = [];
  const refused: { name: string; why: string }[] = [];
  let others = 0;
  const look = (folder: string, depth: number) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < DEEPEST) look(path, depth + 1);
        continue;
      }
      const isPlain = /\.md$/i.test(path);
      if (!isPlain && !/\.md\.age$/i.test(path)) continue;
      if (isPlain !== (ending === '')) {
        others += 1;
        refused.push({ name: path, why: isPlain ? 'it is not encrypted, as the others are' : 'it is encrypted' });
        continue;
      }
      const name = path.slice(0, path.length - ending.length);
      try {
        names.push(checkedName(name));
      } catch {
        refused.push({ name, why: 'its name would be another one on other machines' });
      }
    }
  };
  look('', 0);
  return { names: names.sort(), refused, others };
}
