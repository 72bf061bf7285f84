import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FortnightError } from '../../domain/errors.ts';
import { readSmallFile } from './small-file.ts';

/** Git follows alternates of alternates this far. */
const MAX_DEPTH = 5;

/** What looking at the object folders found. */
export interface ObjectStoreCheck {
  /** Some pack says that a remote holds what it lacks. */
  readonly hasPromisorPacks: boolean;
  readonly warnings: readonly string[];
}

/**
 * Looks at the folders git will read objects from, alternates included, before git does. Git opens what it finds there by
 * name: a named pipe or a device in the place of a file would hang it, so a store with anything but files is refused.
 */
export function checkObjectStore(objects: string): ObjectStoreCheck {
  const seen = new Set<string>();
  const warnings: string[] = [];
  let hasPromisorPacks = false;
  const visit = (folder: string, depth: number) => {
    const real = realFolder(folder);
    if (real === null) {
      if (depth > 0)
        warnings.push('A folder of borrowed objects (objects/info/alternates) is missing: some history may be too.');
      return;
    }
    if (seen.has(real) || depth > MAX_DEPTH) return;
    seen.add(real);
    for (const part of entries(real)) {
      if (part.name !== 'pack' && part.name !== 'info' && !/^[0-9a-f]{2}$/.test(part.name)) continue;
      const inner = entries(join(real, part.name));
      const isLoose = part.name.length === 2;
      for (const entry of inner) {
        if (!isLoose || /^[0-9a-f]{38}(?:[0-9a-f]{24})?$/.test(entry.name)) refuseOddFile(join(real, part.name), entry);
      }
      if (part.name === 'pack') hasPromisorPacks ||= inner.some((entry) => entry.name.endsWith('.promisor'));
    }
    for (const alternate of alternatesOf(real)) visit(alternate, depth + 1);
  };
  visit(objects, 0);
  return { hasPromisorPacks, warnings: [...new Set(warnings)] };
}

function realFolder(folder: string): string | null {
  try {
    const real = realpathSync(folder);
    return statSync(real).isDirectory() ? real : null;
  } catch {
    return null;
  }
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function refuseOddFile(folder: string, entry: Dirent): void {
  if (entry.isFile()) return;
  const stat = entry.isSymbolicLink() ? statSync(join(folder, entry.name), { throwIfNoEntry: false }) : entry;
  if (stat === undefined || stat.isFile()) return;
  if (stat.isDirectory()) return;
  throw new FortnightError(
    'odd-object-store',
    `${join(folder, entry.name)} is not a regular file, and git would read it.`,
    {
      hint: 'Clone the repository again, and look at where this copy came from.',
    },
  );
}

/** Lines of `info/alternates`, relative ones taken from the object folder as git does. */
function alternatesOf(objects: string): string[] {
  const text = readSmallFile(join(objects, 'info', 'alternates'), 1 << 20)?.toString('utf8') ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => resolve(objects, unquoted(line)));
}

function unquoted(line: string): string {
  if (!line.startsWith('"')) return line;
  try {
    return String(JSON.parse(line));
  } catch {
    return line;
  }
}
