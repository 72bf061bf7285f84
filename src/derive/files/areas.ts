import type { Config } from '../../domain/config.ts';
import { compilePattern, segmentsOf } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';
import { cutAreas, flatten } from './area-cut.ts';
import { directoryOf, directoryTree, parentOf } from './directory-tree.ts';
import { directoryOfRule, OWNERS_PATHS, type Owners, readOwners } from './owners.ts';
import { workspacePackages } from './workspaces.ts';

/** What named an area; see the table `areas`. */
export type AreaSource = 'configuration' | 'codeowners' | 'workspace' | 'directories';

export interface Areas {
  /** Area of a path, also of one that is gone; null when it lies in no part that is left. */
  of(path: string): string | null;
  sourceOf(area: string): AreaSource;
  /** Rules of CODEOWNERS left out to bound the work. */
  readonly dropped: number;
}

/** A product file at the head and how busy it was of late. */
export interface BusyFile {
  readonly path: string;
  readonly weight: number;
}

/** Name of the area of files at the root. */
export const ROOT_AREA = '.';

/**
 * The areas of a repository: patterns of the configuration (of several that match, the last listed counts); else the
 * directories that CODEOWNERS rules name; else workspace packages; and what none of them names is cut by activity.
 * An area but for those of the configuration is a directory and has its path for a name.
 */
export function planAreas(
  files: readonly BusyFile[],
  config: Config,
  documents: ReadonlyMap<string, string>,
  allPaths: Iterable<string>,
): Areas {
  const configured = configuredAreas(config);
  const rest = files.filter(({ path }) => configured(path) === null);
  const { named, source, dropped } = namedDirectories(rest, documents, allPaths);
  const tree = directoryTree(rest);
  const directories = flatten(tree);
  const { areas, hollow } = cutAreas(tree, named);

  /** The nearest area above a directory. Of directories nothing is left in only those above say something. */
  const ofDirectory = remember((directory: string): string | null => {
    let at = directory;
    while (!directories.has(at)) at = parentOf(at) ?? '';
    if (at === '' && directory !== '') return null;
    while (!areas.has(at) && !hollow.has(at)) at = parentOf(at) ?? '';
    return areas.has(at) ? at || ROOT_AREA : null;
  });
  return {
    of: (path) => configured(path) ?? (rest.length === 0 ? null : ofDirectory(directoryOf(path))),
    sourceOf(area) {
      if (Object.hasOwn(config.areas, area)) return 'configuration';
      return named.has(area) ? source : 'directories';
    },
    dropped,
  };
}

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

function configuredAreas(config: Config): (path: string) => string | null {
  const rules = Object.entries(config.areas).flatMap(([area, patterns]) => patterns.map((text) => ({ area, text })));
  if (rules.length === 0) return () => null;
  const set = new PatternSet(rules.map(({ text }) => compilePattern(text, 'ignore')));
  return (path) => {
    const rank = set.last(segmentsOf(path));
    return rank === null ? null : (rules[rank]?.area ?? null);
  };
}

interface Named {
  readonly named: ReadonlySet<string>;
  readonly source: AreaSource;
  readonly dropped: number;
}

/** Directories that somebody called a part. One alone does not divide anything. */
function namedDirectories(
  files: readonly BusyFile[],
  documents: ReadonlyMap<string, string>,
  allPaths: Iterable<string>,
): Named {
  const text = OWNERS_PATHS.map((path) => documents.get(path)).find((content) => content !== undefined);
  const owners = text === undefined ? null : readOwners(text);
  const owned = owners === null ? new Set<string>() : ownedDirectories(owners, files);
  const dropped = owners?.dropped ?? 0;
  if (owned.size >= 2) return { named: owned, source: 'codeowners', dropped };
  const packages = workspacePackages(documents, allPaths);
  if (packages.size >= 2) return { named: packages, source: 'workspace', dropped };
  return { named: new Set(), source: 'directories', dropped };
}

/**
 * The directories of the rules that count for some file and name somebody. One within another with the very same owners is
 * no part of its own.
 */
function ownedDirectories(owners: Owners, files: readonly BusyFile[]): ReadonlySet<string> {
  const found = new Map<string, string>();
  for (const { path } of files)
    for (const rule of owners.rulesOf(path)) {
      if (rule.owners.length === 0 || rule.excludes) continue;
      const directory = directoryOfRule(rule, path);
      if (directory !== null) found.set(directory, [...rule.owners].sort().join(' '));
    }
  return new Set([...found.keys()].filter((directory) => !isSameAbove(directory, found)));
}

function isSameAbove(directory: string, owners: ReadonlyMap<string, string>): boolean {
  for (let above = parentOf(directory); above !== null; above = parentOf(above))
    if (owners.has(above)) return owners.get(above) === owners.get(directory);
  return false;
}
