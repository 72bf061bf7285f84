import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';

/** What a node of the map stands for. */
export const KIND = { root: 0, repository: 1, area: 2, folder: 3, file: 4 } as const;

/**
 * Repositories (where there are several), areas, folders and files as columns, because there may be 100,000 of them. The
 * children of a node stand side by side, the largest first: `first[i]` to `first[i] + kids[i]`. The root is 0.
 */
export interface Tree {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly parent: Int32Array;
  readonly first: Int32Array;
  readonly kids: Int32Array;
  /** Of the whole subtree. */
  readonly weight: Float64Array;
  /** Place of its area in `map.areas`; -1 above areas. */
  readonly area: Int32Array;
  /** Who knows it: place in `map.sets`; 0 for folders. */
  readonly set: Int32Array;
  /** Files in the subtree. */
  readonly files: Int32Array;
  /** Bytes of the subtree. */
  readonly bytes: Float64Array;
  /** The last part of its path; folders that hold one folder alone are one node, `a/b`. */
  readonly name: readonly string[];
  /** By area: what stands before the names inside it to make a path, `lib/` or nothing. */
  readonly prefix: readonly string[];
}

/** Its square root: a file a hundred times as large is ten times as large on the map, and none is nothing. */
export const weightOf = (bytes: number): number => Math.sqrt(bytes + 256);

interface Draft {
  name: string;
  readonly kind: number;
  readonly area: number;
  readonly set: number;
  weight: number;
  files: number;
  bytes: number;
  folders: Map<string, Draft> | null;
  children: Draft[];
}

const draft = (name: string, kind: number, area: number, set: number): Draft => {
  return { name, kind, area, set, weight: 0, files: 0, bytes: 0, folders: null, children: [] };
};

/** The map as a tree. Equal maps give equal trees. */
export function buildTree(map: Pick<KnowledgeMap, 'areas' | 'folders' | 'repositories'>): Tree {
  const root = draft('', KIND.root, -1, 0);
  const repositories = new Map<string, Draft>();
  const above = (repository: string): Draft => {
    if (map.repositories.length < 2) return root;
    const known = repositories.get(repository) ?? draft(repository, KIND.repository, -1, 0);
    if (!repositories.has(repository)) root.children.push(known);
    repositories.set(repository, known);
    return known;
  };
  const areas = map.areas.map((area, at) => {
    const own = draft(area.area ?? '', KIND.area, at, area.set);
    above(area.repository).children.push(own);
    return own;
  });
  const prefix = map.areas.map(({ area }) => (area === null ? '' : `${area}/`));
  for (const { area, path } of map.folders) if (!`${path}/`.startsWith(prefix[area] ?? '')) prefix[area] = '';
  for (const folder of map.folders) {
    const own = areas[folder.area];
    if (own === undefined) continue;
    const place = folderIn(own, folder.path.slice((prefix[folder.area] ?? '').length), folder.area);
    folder.names.split('/').forEach((name, i) => {
      const file = draft(name, KIND.file, folder.area, folder.sets[i] ?? 0);
      file.bytes = folder.sizes[i] ?? 0;
      file.weight = weightOf(file.bytes);
      file.files = 1;
      place.children.push(file);
    });
  }
  settle(root);
  return flatten(root, prefix);
}

/** The folder of a path inside an area, made where it is missing. */
function folderIn(area: Draft, inside: string, at: number): Draft {
  let place = area;
  if (inside === '') return place;
  for (const part of inside.split('/')) {
    place.folders ??= new Map();
    let next = place.folders.get(part);
    if (next === undefined) {
      next = draft(part, KIND.folder, at, 0);
      place.folders.set(part, next);
      place.children.push(next);
    }
    place = next;
  }
  return place;
}

/** Sums, joins chains of folders, and puts the largest first. Paths are at most a few hundred parts deep. */
function settle(node: Draft): void {
  if (node.kind === KIND.file) return;
  for (const child of node.children) settle(child);
  node.children = node.children.map((child) => {
    const [only] = child.children;
    if (child.kind !== KIND.folder || child.children.length !== 1 || only?.kind !== KIND.folder) return child;
    only.name = `${child.name}/${only.name}`;
    return only;
  });
  for (const child of node.children) {
    node.weight += child.weight;
    node.files += child.files;
    node.bytes += child.bytes;
  }
  node.children.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function flatten(root: Draft, prefix: readonly string[]): Tree {
  const order: Draft[] = [root];
  const parents: number[] = [-1];
  const firsts: number[] = [];
  for (let i = 0; i < order.length; i++) {
    firsts.push(order.length);
    for (const child of order[i]?.children ?? []) {
      order.push(child);
      parents.push(i);
    }
  }
  return {
    count: order.length,
    kind: Uint8Array.from(order, (node) => node.kind),
    parent: Int32Array.from(parents),
    first: Int32Array.from(firsts),
    kids: Int32Array.from(order, (node) => node.children.length),
    weight: Float64Array.from(order, (node) => node.weight),
    area: Int32Array.from(order, (node) => node.area),
    set: Int32Array.from(order, (node) => node.set),
    files: Int32Array.from(order, (node) => node.files),
    bytes: Float64Array.from(order, (node) => node.bytes),
    name: order.map((node) => node.name),
    prefix,
  };
}

/** A number of a column; 0 outside of it. */
export const at = (column: ArrayLike<number>, index: number): number => column[index] ?? 0;

/** From just under the root down to the node. */
export function pathTo(tree: Tree, node: number): number[] {
  const path: number[] = [];
  for (let step = node; step > 0; step = at(tree.parent, step)) path.unshift(step);
  return path;
}

/** Path of a file or folder in its repository; the name of an area. */
export function pathOf(tree: Tree, node: number): string {
  const parts: string[] = [];
  let step = node;
  for (; step > 0 && at(tree.kind, step) >= KIND.folder; step = at(tree.parent, step))
    parts.unshift(tree.name[step] ?? '');
  return parts.length === 0 ? (tree.name[node] ?? '') : (tree.prefix[at(tree.area, node)] ?? '') + parts.join('/');
}
