import { type Directory, parentOf } from './directory-tree.ts';

/** Most areas a repository is cut into; a screen and a head hold no more. */
export const MOST_AREAS = 40;
/** Large repositories are cut until there are about so many. */
const AIM = 30;

/**
 * Cuts a tree of directories into areas: which directories are areas by themselves. A file belongs to the nearest of them
 * above it. `named` are directories that somebody already called a part (owners, workspace packages); they stay whole
 * unless one holds more than half of all activity, and only the least busy are given up when there are more than
 * {@link MOST_AREAS}.
 *
 * The rest is cut by activity: the root always comes apart into its directories; then the busiest area comes apart, for as
 * long as it is busier than an equal share and there are fewer areas than aimed at (1.2 times the square root of the product
 * files, 30 at most). Of its directories those with a good part of an equal share become areas, the small ones
 * stay together under the name of their parent. The same tree is always cut the same way.
 */
export function cutAreas(root: Directory, named: ReadonlySet<string>): Cut {
  const all = flatten(root);
  const known = [...named].filter((path) => path !== '' && all.has(path));
  const fixed = new Set(busiest(known, all, MOST_AREAS - 1));
  const cut: Cut = { areas: new Set(['', ...fixed]), hollow: new Set() };
  const aim = Math.min(AIM, Math.max(1, Math.round(1.2 * Math.sqrt(root.files))));
  const share = root.weight / aim;
  // The root first: what lies in it is what people call the parts.
  promote(root, cut, 0);
  dropHollow(cut, all);
  const settled = new Set<string>(['']);
  while (cut.areas.size < aim) {
    const next = heaviestOf(cut.areas, settled, all);
    if (next === null || next.rest <= share) break;
    settled.add(next.path);
    if (fixed.has(next.path) && next.rest <= root.weight / 2) continue;
    const directory = all.get(next.path);
    if (directory !== undefined) promote(forkOf(directory), cut, share / 2.5);
    dropHollow(cut, all);
  }
  return cut;
}

/** Areas by their directories (empty: the root), and directories that came apart without leaving a file. */
export interface Cut {
  readonly areas: Set<string>;
  readonly hollow: Set<string>;
}

/** Where a directory divides: of `src/main/java/com/acme` that holds all of `src/main`, the last. */
function forkOf(directory: Directory): Directory {
  let fork = directory;
  for (;;) {
    const [child, ...others] = fork.children.values();
    if (child === undefined || others.length > 0 || child.files < fork.files) return fork;
    fork = child;
  }
}

/** Makes the children areas that weigh enough, the heaviest first, as long as there is room. */
function promote(directory: Directory, { areas }: Cut, least: number): void {
  const children = [...directory.children.values()].filter((child) => child.weight >= least && !areas.has(child.path));
  const room = Math.max(0, MOST_AREAS - areas.size);
  for (const child of children.sort(byWeight).slice(0, room)) areas.add(child.path);
}

function busiest(paths: readonly string[], all: ReadonlyMap<string, Directory>, most: number): string[] {
  const directories = paths.flatMap((path) => all.get(path) ?? []);
  return directories
    .sort(byWeight)
    .slice(0, most)
    .map(({ path }) => path);
}

const byWeight = (a: Directory, b: Directory) => b.weight - a.weight || (a.path < b.path ? -1 : 1);

function heaviestOf(
  areas: ReadonlySet<string>,
  settled: ReadonlySet<string>,
  all: ReadonlyMap<string, Directory>,
): { readonly path: string; readonly rest: number } | null {
  let heaviest: { readonly path: string; readonly rest: number } | null = null;
  for (const [path, { weight }] of remainders(areas, all)) {
    if (settled.has(path)) continue;
    if (heaviest === null || weight > heaviest.rest || (weight === heaviest.rest && path < heaviest.path))
      heaviest = { path, rest: weight };
  }
  return heaviest;
}

/** What is left of each area when the areas within it are taken out. */
function remainders(areas: ReadonlySet<string>, all: ReadonlyMap<string, Directory>) {
  const left = new Map<string, { weight: number; files: number }>();
  for (const path of areas) left.set(path, { weight: all.get(path)?.weight ?? 0, files: all.get(path)?.files ?? 0 });
  for (const path of areas) {
    const directory = all.get(path);
    let above = parentOf(path);
    while (above !== null && !areas.has(above)) above = parentOf(above);
    const around = above === null ? undefined : left.get(above);
    if (around === undefined || directory === undefined) continue;
    around.weight -= directory.weight;
    around.files -= directory.files;
  }
  return left;
}

function dropHollow({ areas, hollow }: Cut, all: ReadonlyMap<string, Directory>): void {
  for (const [path, { files }] of remainders(areas, all)) {
    if (files > 0) continue;
    areas.delete(path);
    hollow.add(path);
  }
}

export function flatten(root: Directory): ReadonlyMap<string, Directory> {
  const found = new Map<string, Directory>();
  const open = [root];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    found.set(directory.path, directory);
    open.push(...directory.children.values());
  }
  return found;
}
