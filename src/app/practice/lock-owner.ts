import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';

/** Who holds a lock. */
const ownerSchema = z.object({
  pid: z.int().positive(),
  /** When the process began, as its system counts; a later process of the same number is another one. */
  started: z.string().nullable(),
  host: z.string(),
  /** One start of the machine, and one namespace of processes on it: numbers of processes mean nothing outside. */
  boot: z.string(),
  space: z.string(),
  nonce: z.string().regex(/^[0-9a-f]{8,64}$/),
});
export type LockOwner = z.infer<typeof ownerSchema>;

/** A lock of a machine we know nothing of is left alone for so long, in seconds: nobody writes a record for minutes. */
const FOREIGN_SECONDS = 600;
/** One that says nothing, as a power failure may leave it. */
const TORN_SECONDS = 10;

const textOf = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    // Only Linux tells; elsewhere the host and the number of the process are all there is.
    return '';
  }
};

/** This process as an owner. */
export function thisOwner(nonce: string): LockOwner {
  return {
    pid: process.pid,
    started: startOf('self'),
    host: hostname(),
    boot: textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    space: textOf(() => readlinkSync('/proc/self/ns/pid')),
    nonce,
  };
}

export const ownerText = (owner: LockOwner): string => `${JSON.stringify(owner)}\n`;

/** Null for what is no owner: a torn file. */
export function ownerOf(text: string): LockOwner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether whoever wrote a lock is certainly gone. `written` is the time of its file, both in seconds since 1970. */
export function isGone(owner: LockOwner | null, written: number, now: number): boolean {
  if (owner === null) return now - written > TORN_SECONDS;
  const here = thisOwner(owner.nonce);
  if (owner.host !== here.host || owner.space !== here.space || owner.boot !== here.boot) {
    const isOfEarlierStart = owner.host === here.host && owner.boot !== here.boot && written < now - uptime() - 5;
    return isOfEarlierStart || now - written > FOREIGN_SECONDS;
  }
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
  const started = startOf(String(owner.pid));
  return owner.started !== null && started !== null && started !== owner.started;
}

/** When a process began; `gone` when it is dead and only not yet buried; null where the system does not tell. */
function startOf(pid: string): string | null {
  const text = textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in brackets and may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (text === '') return null;
  return fields[0] === 'Z' || fields[0] === 'X' ? 'gone' : (fields[19] ?? null);
}
