/** More globs than this are a list of files, not the name of a part. */
const MOST = 6;

interface Folder {
  files: number;
  own: number;
  readonly ownFiles: string[];
  readonly folders: Map<string, Folder>;
}

/**
 * The fewest globs (as `.gitignore` reads them) that name just these of all files: whole folders where everything in them belongs,
 * single files else. Empty where six do not do, or a path cannot be written as one.
 */
export function areaGlobs(own: readonly string[], all: readonly string[]): string[] {
  const mine = new Set(own);
  // Git shows a path that is no text in quotes.
  if (own.some((path) => path.startsWith('"'))) return [];
  const root = emptyFolder();
  for (const path of all) add(root, path, mine.has(path));
  const globs = [...globsIn(root, '')];
  return globs.length <= MOST ? globs : [];
}

const emptyFolder = (): Folder => ({ files: 0, own: 0, ownFiles: [], folders: new Map() });

function add(root: Folder, path: string, isOwn: boolean): void {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  let folder = root;
  count(folder, isOwn);
  for (const part of parts) {
    const next = folder.folders.get(part) ?? emptyFolder();
    folder.folders.set(part, next);
    folder = next;
    count(folder, isOwn);
  }
  if (isOwn) folder.ownFiles.push(name);
}

function count(folder: Folder, isOwn: boolean): void {
  folder.files += 1;
  if (isOwn) folder.own += 1;
}

function* globsIn(folder: Folder, above: string): Iterable<string> {
  if (folder.own === 0) return;
  if (folder.own === folder.files) {
    yield `${above}**`;
    return;
  }
  // A leading slash: a bare name would stand at any depth.
  for (const name of folder.ownFiles.sort()) yield above === '' ? `/${escaped(name)}` : `${above}${escaped(name)}`;
  for (const name of [...folder.folders.keys()].sort()) {
    const inner = folder.folders.get(name);
    if (inner !== undefined) yield* globsIn(inner, `${above}${escaped(name)}/`);
  }
}

const escaped = (name: string): string => name.replace(/[\\*?[\]]/g, (symbol) => `\\${symbol}`).replace(/^!/, '\\!');
