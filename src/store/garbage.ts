import { lstat, readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTS } from './directory.ts';
import { allParts, type Manifest } from './manifest.ts';

/**
 * How long a part is kept after the last manifest that named it was replaced. Another process may still read it, or may be
 * scanning on top of it; one that takes longer finds a part gone, and scans in full.
 */
const GRACE_MS = 3600 * 1000;

/**
 * Starts the time of grace of the parts that the next manifest no longer names. Must come before that manifest is
 * switched, so that no moment exists in which an old part has neither a name nor grace.
 */
export async function retireParts(directory: string, previous: Manifest | null, next: Manifest): Promise<void> {
  if (previous === null) return;
  const kept = new Set(allParts(next).map((part) => part.file));
  const now = new Date();
  const retired = allParts(previous).filter((part) => !kept.has(part.file));
  await Promise.all(retired.map((part) => utimes(join(directory, PARTS, part.file), now, now).catch(() => undefined)));
}

/** Removes parts that the manifest does not name and whose time of grace is over. Never fails. */
export async function collectGarbage(directory: string, manifest: Manifest, now: number = Date.now()): Promise<void> {
  const kept = new Set(allParts(manifest).map((part) => part.file));
  const names = await readdir(join(directory, PARTS)).catch(() => []);
  const unnamed = names.filter((name) => name.endsWith('.parquet') && !kept.has(name));
  await Promise.all(
    unnamed.map(async (name) => {
      const path = join(directory, PARTS, name);
      const found = await lstat(path).catch(() => null);
      if (found !== null && now - found.mtimeMs > GRACE_MS) await rm(path, { force: true }).catch(() => undefined);
    }),
  );
}
