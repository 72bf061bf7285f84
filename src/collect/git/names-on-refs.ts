import type { RepositoryLocation } from '../../domain/repository.ts';
import { readObjects } from './object-stream.ts';
import { readRefs } from './read-refs.ts';
import { openSafeGit, type SafeGit } from './safe-git.ts';
import { followRefs } from './tips.ts';

/** A folder of a million files is no folder of records. */
const MOST_BYTES = 1 << 24;

/**
 * Names of what lies directly in a folder on any branch, remote branch or tag: what is taken somewhere, merged or not. The folder is given
 * from the root, with `/` between; where a ref has none, it adds nothing.
 */
export async function namesOnRefs(location: RepositoryLocation, folder: string): Promise<ReadonlySet<string>> {
  await using git = await openSafeGit(location);
  const { commits } = await followRefs(git, await readRefs(git, location));
  let trees = await treesOf(git, commits);
  for (const part of folder.split('/').filter((name) => name !== '')) {
    const next = new Set<string>();
    for await (const { name, isFolder, id } of entriesOf(git, trees)) if (isFolder && name === part) next.add(id);
    trees = [...next];
  }
  const names = new Set<string>();
  for await (const { name, isFolder } of entriesOf(git, trees)) if (!isFolder) names.add(name);
  return names;
}

async function treesOf(git: SafeGit, commits: readonly string[]): Promise<string[]> {
  const trees = new Set<string>();
  for await (const { type, content } of readObjects(git, commits, 1 << 12)) {
    const tree = type === 'commit' ? /^tree ([0-9a-f]+)\n/.exec(content.toString('latin1'))?.[1] : undefined;
    if (tree?.length === git.hexLength) trees.add(tree);
  }
  return [...trees];
}

/** `mode name NUL id`, again and again, the id in bytes. */
async function* entriesOf(git: SafeGit, trees: readonly string[]) {
  const idLength = git.hexLength / 2;
  for await (const { type, size, content } of readObjects(git, trees, MOST_BYTES)) {
    if (type !== 'tree' || size > MOST_BYTES) continue;
    for (let at = 0; at < content.length; ) {
      const end = content.indexOf(0, at);
      if (end === -1 || end + idLength >= content.length + 1) break;
      const [mode = '', ...name] = content.toString('utf8', at, end).split(' ');
      const id = content.toString('hex', end + 1, end + 1 + idLength);
      yield { name: name.join(' '), isFolder: mode === '40000', id };
      at = end + 1 + idLength;
    }
  }
}
