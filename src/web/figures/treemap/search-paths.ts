import { at, KIND, pathOf, type Tree } from './tree.ts';

export interface Found {
  /** 1 for each file whose path holds the words, and for everything around it. */
  readonly marks: Uint8Array;
  /** The files, in the order of the tree. */
  readonly files: readonly number[];
}

const paths = new WeakMap<Tree, readonly string[]>();

/** Files whose path holds a text, whatever its capitals; null when there is nothing to look for. */
export function searchPaths(tree: Tree, text: string): Found | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  let known = paths.get(tree);
  if (known === undefined) {
    known = tree.name.map((_, node) => (at(tree.kind, node) === KIND.file ? pathOf(tree, node).toLowerCase() : ''));
    paths.set(tree, known);
  }
  const marks = new Uint8Array(tree.count);
  const files: number[] = [];
  known.forEach((path, node) => {
    if (path === '' || !path.includes(wanted)) return;
    files.push(node);
    marks[node] = 1;
  });
  // Children stand behind their parents.
  for (let node = tree.count - 1; node > 0; node--) if (marks[node] === 1) marks[at(tree.parent, node)] = 1;
  return { marks, files };
}
