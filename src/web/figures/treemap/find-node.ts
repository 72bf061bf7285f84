import type { Layout } from './lay-out.ts';
import { at, KIND, type Tree } from './tree.ts';

/** The innermost node under a point, or null. */
export function nodeAt(tree: Tree, { root, box }: Layout, x: number, y: number): number | null {
  const isIn = (node: number): boolean =>
    x >= at(box, node * 4) && y >= at(box, node * 4 + 1) && x < at(box, node * 4 + 2) && y < at(box, node * 4 + 3);
  if (!isIn(root)) return null;
  let node = root;
  for (;;) {
    const first = at(tree.first, node);
    const end = first + at(tree.kids, node);
    let inside = -1;
    for (let i = first; i < end && inside < 0; i++) if (isIn(i)) inside = i;
    if (inside < 0) return node;
    node = inside;
  }
}

/** What of the node stands directly in `root`: where a click on it goes. Null for the root itself. */
export function childTowards(tree: Tree, root: number, node: number): number | null {
  for (let step = node; step > 0; step = at(tree.parent, step)) if (at(tree.parent, step) === root) return step;
  return null;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest node beside another, among those that stand directly in the root of the layout. */
export function neighbour(tree: Tree, { root, box }: Layout, from: number, direction: Direction): number | null {
  const first = at(tree.first, root);
  const centre = (node: number) => {
    const [l, t, r, b] = [0, 1, 2, 3].map((i) => at(box, node * 4 + i)) as [number, number, number, number];
    return { x: (l + r) / 2, y: (t + b) / 2, size: (r - l) * (b - t) };
  };
  const here = centre(from);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let node = first; node < first + at(tree.kids, root); node++) {
    if (node === from) continue;
    const there = centre(node);
    if (there.size < 1) continue;
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy;
    const aside = direction === 'left' || direction === 'right' ? Math.abs(dy) : Math.abs(dx);
    if (ahead <= 0.5) continue;
    // What stands straight ahead is nearer than what stands aside.
    const far = ahead + 2.5 * aside;
    if (far < least) [best, least] = [node, far];
  }
  return best;
}

/** Whether there is something to look into. */
export const isOpenable = (tree: Tree, node: number): boolean => at(tree.kind, node) !== KIND.file;
