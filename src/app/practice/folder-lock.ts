import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FortnightError } from '../../domain/errors.ts';
import { isCode } from '../../store/durable.ts';
import { isGone, type LockOwner, ownerOf, ownerText, thisOwner } from './lock-owner.ts';

/** A lock that this process holds. */
export interface HeldLock {
  /** Its owner before died while it held it: what it left half done may lie about. */
  readonly wasAbandoned: boolean;
  /** Throws where it was taken from us, which happens when this machine slept for minutes. Asked before anything becomes visible. */
  check(): Promise<void>;
}

/** Whoever waits longer is told who holds it. Milliseconds. */
const LONGEST_WAIT = 15_000;
/** Within this process one waits for the other in turn, without looking at the disk. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Runs an action while no other process runs one under the same lock. The lock is a file that says who made it. It appears whole, with a
 * second name for a file that is written already, so that nobody ever reads half of it. Of one whose process is gone the next takes
 * possession; of several that try at once one does (see {@link takeOver}). The folder of the lock holds nothing but locks: it is looked through.
 */
export async function withLock<T>(path: string, action: (held: HeldLock) => Promise<T>): Promise<T> {
  const before = turns.get(path) ?? Promise.resolve();
  const turn = before.catch(() => undefined).then(() => locked(path, action));
  turns.set(path, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(path) === turn) turns.delete(path);
  }
}

async function locked<T>(path: string, action: (held: HeldLock) => Promise<T>): Promise<T> {
  const owner = thisOwner(randomBytes(12).toString('hex'));
  const wasAbandoned = await acquire(path, owner);
  const isOurs = async () => (await holderOf(path))?.owner?.nonce === owner.nonce;
  try {
    await sweep(path);
    return await action({
      wasAbandoned,
      async check() {
        if (!(await isOurs())) throw busy(path, 'It was taken over while this process slept.');
      },
    });
  } finally {
    if (await isOurs()) await rm(path, { force: true });
  }
}

/** Waits for the lock; gives whether it was taken from a process that is gone. */
async function acquire(path: string, owner: LockOwner): Promise<boolean> {
  const until = Date.now() + LONGEST_WAIT;
  for (;;) {
    if (await appears(path, owner)) return false;
    const holder = await holderOf(path);
    if (holder !== null && isGone(holder.owner, holder.written, Date.now() / 1000)) {
      if (await takeOver(path, holder.id, owner)) return true;
    } else if (Date.now() > until) {
      throw busy(
        path,
        `It is held by process ${holder?.owner?.pid ?? '?'} of ${holder?.owner?.host ?? 'another machine'}.`,
      );
    }
    await sleep(1 + Math.random() * 9);
  }
}

/**
 * Takes the lock of an owner that is gone. Were each to remove it and to make its own, the second would remove that of the first. So the
 * right to replace that very lock is a lock itself, named after it: one process has it, checks that the lock is still the abandoned one,
 * and puts its own in its place by one rename. A name is never used twice, so whoever comes late finds another lock there and lets go.
 */
async function takeOver(path: string, abandoned: string, owner: LockOwner): Promise<boolean> {
  const claim = `${path}.after-${abandoned}`;
  if (!(await appears(claim, owner))) {
    const other = await holderOf(claim);
    if (other === null || !isGone(other.owner, other.written, Date.now() / 1000)) return false;
    // Names grow with each that died while it took over: after a few only patience is left.
    if (claim.length - path.length > 150 || !(await takeOver(claim, other.id, owner))) return false;
  }
  try {
    if ((await holderOf(path))?.id !== abandoned) return false;
    await rename(await written(path, owner), path);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

/** Makes the file with its content, unless one of that name is there. */
async function appears(path: string, owner: LockOwner): Promise<boolean> {
  const temporary = await written(path, owner);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function written(path: string, owner: LockOwner): Promise<string> {
  const temporary = `${path}.new-${randomBytes(6).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(ownerText(owner));
  } finally {
    await file.close();
  }
  return temporary;
}

/** Who holds a lock, since when (seconds), and what tells it from every other; null where there is none. */
async function holderOf(path: string) {
  try {
    const [text, { mtimeMs, ino }] = [await readFile(path, 'utf8'), await stat(path)];
    const owner = ownerOf(text);
    return { owner, written: mtimeMs / 1000, id: owner?.nonce ?? `torn-${ino}-${Math.floor(mtimeMs)}` };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Removes what those that died left beside the lock, also while they only waited for it; we hold it, so that no claim upon an earlier one is worth anything. */
async function sweep(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.new-`) && !name.startsWith(`${basename(path)}.after-`)) continue;
    const holder = await holderOf(join(folder, name));
    const isLeft = holder !== null && isGone(holder.owner, holder.written, Date.now() / 1000);
    if (isLeft) await rm(join(folder, name), { force: true });
  }
}

const busy = (path: string, why: string) =>
  new FortnightError('records-busy', `Another process is writing records here. ${why}`, {
    hint: `Try again; if no other Fortnight runs anywhere, remove ${path}.`,
  });
