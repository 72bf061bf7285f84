import { lstat, readdir, readFile, rm, rmdir, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RepositoryLocation } from '../domain/repository.ts';
import {
  DERIVED,
  HISTORIES,
  isStagingAtWork,
  MANIFEST,
  MARKER,
  MARKER_TEXT,
  PARTS,
  repositoryDirectory,
  SEEN,
  STAGING,
  TOGETHER,
} from '../store/directory.ts';
import { isCode } from '../store/durable.ts';
import { PART_NAME } from '../store/manifest.ts';
import { usingDataDirectory } from './data-directory.ts';

/** What was removed, and what was left because Fortnight did not write it or is at work there. */
export interface Cleaned {
  /** Folders of the data directory, by name. */
  readonly removed: readonly string[];
  readonly bytes: number;
  /** Paths. */
  readonly left: readonly string[];
}

/**
 * Removes facts from the data directory: those of the given repositories, or all. Touches only folders that carry
 * Fortnight's marker, in them only what Fortnight writes, and follows no links. Facts of several repositories together go
 * with any of them: they are rebuilt in a moment.
 */
export async function cleanDataDirectory(
  dataDir: string,
  locations: readonly RepositoryLocation[] | null,
): Promise<Cleaned> {
  return await usingDataDirectory(dataDir, async () => {
    const wanted = locations?.map((location) => basename(repositoryDirectory(dataDir, location)));
    const sweep = new Sweep();
    const removed: string[] = [];
    for (const name of await namesIn(dataDir)) {
      const path = join(dataDir, name);
      if (wanted !== undefined && !wanted.includes(name) && !name.startsWith(TOGETHER)) continue;
      if (!(await isOurs(path))) continue;
      await sweep.factsFolder(path);
      removed.push(name);
    }
    // Where nothing is left, the data directory itself goes; it is made again when it is needed.
    await rmdir(dataDir).catch(() => undefined);
    return { removed, bytes: sweep.bytes, left: sweep.left };
  });
}

async function isOurs(path: string): Promise<boolean> {
  if (!(await lstat(path)).isDirectory()) return false;
  const marker = join(path, MARKER);
  const found = await lstat(marker).catch(() => null);
  return found?.isFile() === true && (await readFile(marker, 'utf8')) === MARKER_TEXT;
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Removes what is known to be Fortnight's, one folder after the other, and keeps count. */
class Sweep {
  bytes = 0;
  readonly left: string[] = [];

  async factsFolder(path: string): Promise<void> {
    // The manifest first: from then on nobody takes the rest for facts.
    for (const name of [MANIFEST, SEEN]) await this.#file(join(path, name));
    await this.#folder(join(path, PARTS), (part) => PART_NAME.test(basename(part)) && this.#file(part));
    await this.#folder(join(path, DERIVED), (key) => /^[0-9a-f]{32}$/.test(basename(key)) && this.#tree(key));
    await this.#folder(join(path, HISTORIES), (key) => /^[0-9a-f]{32}$/.test(basename(key)) && this.#tree(key));
    await this.#folder(join(path, STAGING), (work) => !isStagingAtWork(basename(work)) && this.#tree(work));
    await this.#file(join(path, MARKER), (await readdir(path)).length === 1);
    await this.#emptied(path);
  }

  async #folder(path: string, remove: (entry: string) => Promise<void> | false): Promise<void> {
    const found = await lstat(path).catch(() => null);
    // A link in the place of our folder stays, and is told of as something left.
    if (found?.isDirectory() !== true) return;
    for (const name of await readdir(path)) await remove(join(path, name));
    await this.#emptied(path);
  }

  async #file(path: string, isWanted = true): Promise<void> {
    const found = await lstat(path).catch(() => null);
    if (!isWanted || found?.isFile() !== true) return;
    this.bytes += found.size;
    await unlink(path);
  }

  /** Everything below a folder that is ours as a whole. `rm` removes links, not what they lead to. */
  async #tree(path: string): Promise<void> {
    if (!(await lstat(path)).isDirectory()) return;
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) this.bytes += (await lstat(join(entry.parentPath, entry.name))).size;
    }
    await rm(path, { recursive: true, force: true });
  }

  async #emptied(path: string): Promise<void> {
    try {
      await rmdir(path);
    } catch (error) {
      if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      for (const name of await readdir(path)) {
        const entry = join(path, name);
        if (!this.left.some((known) => known.startsWith(entry)) && name !== MARKER) this.left.push(entry);
      }
    }
  }
}
