import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { RepositoryLocation } from '../domain/repository.ts';
import { isCode, makePrivateDirectory, removeQuietly } from './durable.ts';

/** The file by which Fortnight knows a folder as its own; `clean` touches no other. */
export const MARKER = 'fortnight-facts.txt';
export const MARKER_TEXT =
  'Fortnight keeps facts here that it read from a git repository. They can be rebuilt at any time;\n' +
  '`fortnight clean` removes them.\n';

export const MANIFEST = 'manifest.json';
export const PARTS = 'parts';
export const DERIVED = 'derived';
export const STAGING = 'staging';
/** What the repository looked like when it was last scanned; see `app/scan.ts`. */
export const SEEN = 'seen.json';
/** The folder of the demonstration, beside those of facts, and in it that of its repositories by what they are made from. */
export const DEMONSTRATION = 'demonstration';
export const HISTORIES = 'histories';
/** How the folder of several repositories together begins; no repository's folder is called so. */
export const TOGETHER = '@together-';

/** Where the facts of one repository rest: a readable name, and a hash of the path that identifies it. */
export function repositoryDirectory(dataDir: string, location: RepositoryLocation): string {
  return join(dataDir, `${plainName(location.name)}-${shortHash(location.commonDir)}`);
}

/** Where tables derived from several repositories together rest. */
export function togetherDirectory(dataDir: string, locations: readonly RepositoryLocation[]): string {
  const paths = locations.map((location) => location.commonDir).sort();
  return join(dataDir, `${TOGETHER}${shortHash(paths.join('\0'))}`);
}

/** Makes a folder of facts, marked as Fortnight's. */
export async function prepareDirectory(directory: string): Promise<void> {
  await makePrivateDirectory(join(directory, PARTS));
  try {
    await writeFile(join(directory, MARKER), MARKER_TEXT, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

/**
 * A new folder for work in progress. Its name tells which process works there, so that a later one can clear it away
 * when this one was killed.
 */
export async function makeStaging(directory: string): Promise<string> {
  const parent = join(directory, STAGING);
  await makePrivateDirectory(parent);
  const staging = join(parent, `${machine()}-${process.pid}-${startOf(process.pid)}-${randomBytes(6).toString('hex')}`);
  await mkdir(staging, { mode: 0o700 });
  return staging;
}

/** Older than this, work in progress is taken for abandoned even when its process cannot be asked. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Removes what killed processes left. Never fails: what cannot be removed now is removed later. */
export async function clearAbandonedStaging(directory: string, now: number = Date.now()): Promise<void> {
  const parent = join(directory, STAGING);
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    if (await isAbandoned(parent, name, now)) {
      await removeQuietly(join(parent, name));
    }
  }
}

/** Whether the process that made a staging folder of that name is alive on this machine. */
export function isStagingAtWork(name: string): boolean {
  const [where, pid = '', start] = name.split('-');
  if (where !== machine() || !/^\d+$/.test(pid)) return false;
  return isAlive(Number(pid)) && startOf(Number(pid)) === start;
}

/** When a process was started, as its system counts: the id of a dead one is given to another one sooner or later. */
function startOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The 22nd field; the second is the program's name in parentheses, which may hold anything.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    // Not Linux: the id alone must do.
    return '';
  }
}

async function isAbandoned(parent: string, name: string, now: number): Promise<boolean> {
  if (name.startsWith(`${machine()}-`) && !isStagingAtWork(name)) return true;
  // Of another machine, or working for an unreasonable time.
  const age = await stat(join(parent, name)).then(
    (found) => now - found.mtimeMs,
    () => 0,
  );
  return age > ABANDONED_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return isCode(error, 'EPERM');
  }
}

/** Process ids mean something only on one machine, and in one container of it. */
function machine(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: there are no such namespaces.
  }
  return shortHash(`${hostname()}\0${namespace}`);
}

/** A repository's folder can be called anything, also `..` or a terminal escape. */
function plainName(name: string): string {
  return (
    name
      .replace(/[^A-Za-z0-9._-]/g, '_')
      .replace(/^[.-]+/, '_')
      .slice(0, 60) || '_'
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
