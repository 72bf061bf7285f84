import { at, KIND, pathTo, type Tree } from './tree.ts';

/** A node in an address: the names on the way to it. Two of one key are the same place to a person. */
export const keyOf = (tree: Tree, node: number): string =>
  pathTo(tree, node)
    .map((step) => tree.name[step] ?? '')
    .join('//');

/** The node of a key; the root when there is none (any more). */
export function nodeOf(tree: Tree, key: string): number {
  if (key === '') return 0;
  for (let node = 1; node < tree.count; node++)
    if (at(tree.kind, node) !== KIND.file && key.endsWith(tree.name[node] ?? '') && keyOf(tree, node) === key)
      return node;
  return 0;
}
