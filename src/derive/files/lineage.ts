/** Ancestors kept of one file, nearest first, and of all files together: a stranger's history must not fill the memory. */
export const MOST_OF_A_FILE = 500;
export const MOST_OF_ALL = 1_000_000;

export interface Rename {
  readonly path: string;
  readonly old_path: string;
}

/**
 * The paths each file had before, at any remove: the old side of every rename onto the file, or onto one of those, at any
 * time. So the truck factor study takes it: a path that was used twice has the ancestors of both uses. Renames in a circle
 * come to an end; files with none are not in the answer.
 */
export function lineages(
  files: Iterable<string>,
  renames: Iterable<Rename>,
): { readonly ancestors: ReadonlyMap<string, readonly string[]>; readonly isCut: boolean } {
  const before = new Map<string, string[]>();
  for (const { path, old_path } of renames) {
    const known = before.get(path);
    if (known === undefined) before.set(path, [old_path]);
    else known.push(old_path);
  }
  const ancestors = new Map<string, readonly string[]>();
  let left = MOST_OF_ALL;
  let isCut = false;
  for (const file of files) {
    if (!before.has(file)) continue;
    const most = Math.min(MOST_OF_A_FILE, left);
    // Its own path counts among those seen: one more than the ancestors.
    const seen = new Set([file]);
    walk: for (const path of seen)
      for (const old of before.get(path) ?? []) {
        if (seen.size > most && !seen.has(old)) {
          isCut = true;
          break walk;
        }
        seen.add(old);
      }
    seen.delete(file);
    left -= seen.size;
    ancestors.set(file, [...seen]);
  }
  return { ancestors, isCut };
}
