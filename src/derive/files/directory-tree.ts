/** Directories deeper than this count as part of the one at this depth. */
const DEEPEST = 12;

/** A directory of product files at the head, and how busy it is. */
export interface Directory {
  /** Empty for the root. */
  readonly path: string;
  readonly children: Map<string, Directory>;
  /** Product files in it, at any depth. */
  files: number;
  /** Activity of those; any unit. */
  weight: number;
}

/** The tree of directories of these files. Weights of a file count for each directory above it. */
export function directoryTree(files: Iterable<{ readonly path: string; readonly weight: number }>): Directory {
  const root: Directory = { path: '', children: new Map(), files: 0, weight: 0 };
  for (const { path, weight } of files) {
    let directory = root;
    directory.files++;
    directory.weight += weight;
    for (const name of path.split('/', DEEPEST + 1).slice(0, -1)) {
      let child = directory.children.get(name);
      if (child === undefined) {
        child = {
          path: directory.path === '' ? name : `${directory.path}/${name}`,
          children: new Map(),
          files: 0,
          weight: 0,
        };
        directory.children.set(name, child);
      }
      child.files++;
      child.weight += weight;
      directory = child;
    }
  }
  return root;
}

/** The directory of a path, cut at the depth of the tree. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '';
  const names = path.slice(0, slash).split('/', DEEPEST);
  return names.join('/');
}

/** The directory above; null above the root. */
export function parentOf(directory: string): string | null {
  if (directory === '') return null;
  return directory.slice(0, Math.max(directory.lastIndexOf('/'), 0));
}
