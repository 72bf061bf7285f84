/** More globs than this are a list of files, not the name of a part. */
const MOST = 6;

interface Folder {
  files: number;
  own: number;
  /** Of the files right in it; true: one's own. */
  readonly names: Map<string, boolean>;
  readonly folders: Map<string, Folder>;
}

/**
 * A few globs (as `.gitignore` reads them: the last that fits decides) that name just these of all files: whole folders, folders
 * without what in them belongs elsewhere, single files. Empty where six do not do, or a path cannot be written as one.
 */
export function areaGlobs(own: readonly string[], all: readonly string[]): string[] {
  const mine = new Set(own);
  // Git shows a path that is no text in quotes.
  if (all.some((path) => path.startsWith('"'))) return [];
  const root = emptyFolder();
  for (const path of all) add(root, path, mine.has(path));
  const globs = globsIn(root, '', true);
  return globs.length <= MOST ? globs : [];
}

const emptyFolder = (): Folder => ({ files: 0, own: 0, names: new Map(), folders: new Map() });

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
  folder.names.set(name, isOwn);
}

function count(folder: Folder, isOwn: boolean): void {
  folder.files += 1;
  if (isOwn) folder.own += 1;
}

/** The globs of the files of one's own in a folder; of all others, to be taken out again, where `isOwn` is false. */
function globsIn(folder: Folder, above: string, isOwn: boolean): string[] {
  const wanted = isOwn ? folder.own : folder.files - folder.own;
  const mark = isOwn ? '' : '!';
  if (wanted === 0) return [];
  if (wanted === folder.files) return [`${mark}${above}**`];
  // A leading slash: a bare name would stand at any depth.
  const files = [...folder.names]
    .filter(([, own]) => own === isOwn)
    .map(([name]) => `${mark}${above === '' ? '/' : above}${escaped(name)}`)
    .sort();
  const inner = [...folder.folders].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const listed = [...files, ...inner.flatMap(([name, one]) => globsIn(one, `${above}${escaped(name)}/`, isOwn))];
  if (!isOwn) return listed;
  const without = [`${above}**`, ...globsIn(folder, above, false)];
  return without.length < listed.length ? without : listed;
}

const escaped = (name: string): string => name.replace(/[\\*?[\]]/g, (symbol) => `\\${symbol}`).replace(/^!/, '\\!');
