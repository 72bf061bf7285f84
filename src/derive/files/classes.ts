import type { Config } from '../../domain/config.ts';
import { compilePattern, segmentsOf } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';
import { type AreaSource, type Areas, planAreas } from './areas.ts';
import { type Attributes, linguistAttributes, readAttributes } from './attributes.ts';
import { type Classified, classifier, type FileClass, type HeadFile, NO_ATTRIBUTES } from './classify.ts';
import type { PathRow } from './reading.ts';

export interface RepositoryPaths {
  /** Files at the head, and every path that ever changed, in the order of paths. */
  readonly paths: readonly PathRow[];
  readonly documents: ReadonlyMap<string, string>;
  readonly config: Config;
  /** Earlier paths of files at the head. */
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
}

/** Classes and areas of all paths of one repository. */
export interface Classes {
  /** Files at the head and paths that are gone. */
  readonly paths: readonly ClassedPath[];
  readonly areas: readonly { readonly area: string; readonly source: AreaSource; readonly files: number }[];
  /** What the configuration changed, and what was left out. */
  readonly notes: readonly string[];
}
export interface ClassedPath {
  readonly number: number;
  readonly path: string;
  readonly class: FileClass;
  readonly language: string | null;
  readonly area: string | null;
  /** As `files.is_counted`; null for a path that is gone. */
  readonly isCounted: boolean | null;
}

/** A file nobody touched of late still weighs a little, so that idle trees are cut by their files. */
const IDLE = 50;

export function classesOf({ paths, documents, config, ancestors }: RepositoryPaths): Classes {
  const attributes = readAttributes(
    [...documents]
      .filter(([path]) => /(?:^|\/)\.gitattributes$/.test(path))
      .map(([path, content]) => ({ path, content })),
  );
  const classify = classifier();
  const corrected = corrections(config);
  const one = (path: string, file: HeadFile | null): Classified & { readonly before: FileClass | null } => {
    const found = classify(path, file, attributesOf(attributes, path));
    const given = corrected(path);
    if (given === null || given === found.class) return { ...found, before: null };
    const isCounted = isProduct(given) && file !== null && file.size !== 0;
    return { class: given, language: found.language, isCounted, before: found.class };
  };
  const classified = paths.map((row) => {
    const file = isAtHead(row) ? row : null;
    return { number: row.number, path: row.path, activity: row.activity, file, ...one(row.path, file) };
  });
  const files = classified.filter(({ file }) => file !== null);
  const areas = planAreas(
    files.filter((file) => isProduct(file.class)).map(({ path, activity }) => ({ path, weight: IDLE + activity })),
    config,
    documents,
    files.map(({ path }) => path),
  );
  const atHead = files.map((file) => ({ ...file, area: areas.of(file.path) }));
  const areaAtHead = new Map(atHead.map(({ path, area }) => [path, area]));
  const heirs = heirsOf(ancestors);
  const past = classified
    .filter(({ file }) => file === null)
    .map((gone) => {
      const heir = heirs.get(gone.path);
      return {
        ...gone,
        isCounted: null,
        area: (heir === undefined ? null : areaAtHead.get(heir)) ?? areas.of(gone.path),
      };
    });
  return {
    paths: [...atHead, ...past],
    areas: areaRows(atHead, past, areas),
    notes: notesOf(files, attributes, areas, atHead),
  };
}

const isAtHead = (row: PathRow): row is PathRow & HeadFile => row.kind !== null;
const isProduct = (name: FileClass) => name === 'source' || name === 'test';

function attributesOf(attributes: Attributes, path: string) {
  const states = attributes.of(path);
  return states.size === 0 ? NO_ATTRIBUTES : linguistAttributes(states);
}

/** `files` of the configuration: the last pattern that matches decides. */
function corrections({ files }: Config): (path: string) => FileClass | null {
  if (files.length === 0) return () => null;
  const set = new PatternSet(files.map(({ pattern }) => compilePattern(pattern, 'ignore')));
  return (path) => {
    const rank = set.last(segmentsOf(path));
    return rank === null ? null : (files[rank]?.class ?? null);
  };
}

/**
 * For a path that is gone, the file at the head it became; of several the first. Its changes belong to the area of that
 * file: who knew `lib/` knows `src/` after the move.
 */
function heirsOf(ancestors: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>();
  for (const [path, before] of ancestors) for (const old of before) if (!heirs.has(old)) heirs.set(old, path);
  return heirs;
}

function areaRows(
  files: readonly { readonly class: FileClass; readonly area: string | null }[],
  past: readonly { readonly class: FileClass; readonly area: string | null }[],
  areas: Areas,
): Classes['areas'] {
  const counts = new Map<string, number>();
  for (const { area, class: name } of files)
    if (area !== null) counts.set(area, (counts.get(area) ?? 0) + (isProduct(name) ? 1 : 0));
  // An area of the configuration may hold nothing any more but what is gone.
  for (const { area } of past) if (area !== null && !counts.has(area)) counts.set(area, 0);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([area, count]) => ({ area, source: areas.sourceOf(area), files: count }));
}

function notesOf(
  files: readonly { readonly class: FileClass; readonly before: FileClass | null }[],
  attributes: Attributes,
  areas: Areas,
  atHead: readonly { readonly class: FileClass; readonly area: string | null }[],
): string[] {
  const notes: string[] = [];
  const product = atHead.filter((file) => isProduct(file.class));
  const drawn = product.flatMap(({ area }) =>
    area !== null && areas.sourceOf(area) === 'configuration' ? [area] : [],
  );
  if (drawn.length > 0) {
    notes.push(
      `fortnight.yml draws ${new Set(drawn).size} of the areas: ${drawn.length} of ${product.length} product files lie in them.`,
    );
  }
  const changed = files.filter((file) => file.before !== null);
  if (changed.length > 0) {
    const taken = changed.filter(
      (file) => file.before !== null && isProduct(file.before) && !isProduct(file.class),
    ).length;
    const given = changed.filter(
      (file) => file.before !== null && !isProduct(file.before) && isProduct(file.class),
    ).length;
    notes.push(
      `fortnight.yml gives another class to ${changed.length} of ${files.length} files: ${taken} sources or tests no longer count as such, ${given} others now do.`,
    );
  }
  const dropped = attributes.dropped + areas.dropped;
  if (dropped > 0)
    notes.push(`${dropped} rules of .gitattributes or CODEOWNERS are too many to look at and were left out.`);
  return notes;
}
