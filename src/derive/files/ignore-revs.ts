/** Where `git blame` by convention, and the forges, look for commits that only reformat. */
export const IGNORE_REVS_PATH = '.git-blame-ignore-revs';

const MOST = 100_000;

/**
 * Commit ids of `.git-blame-ignore-revs`: a full id a line, comments from `#`. As git does, short ids are not accepted (git
 * refuses the file then; we leave the line aside). Total.
 */
export function readIgnoreRevs(content: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of content.replace(/^\uFEFF/, '').split('\n')) {
    const comment = line.indexOf('#');
    const id = (comment < 0 ? line : line.slice(0, comment)).trim().toLowerCase();
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id) && found.size < MOST) found.add(id);
  }
  return found;
}
