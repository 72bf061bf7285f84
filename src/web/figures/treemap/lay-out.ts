import { squarify } from './squarify.ts';
import { at, KIND, type Tree } from './tree.ts';

/** Where everything inside a node stands, in CSS pixels from its own corner. */
export interface Layout {
  readonly root: number;
  readonly width: number;
  readonly height: number;
  /** Four numbers for each node of the tree: left, top, right, bottom; all zero for what is not laid out. */
  readonly box: Float32Array;
  /** Nodes that are drawn as one cell: files, and what is too small to look into. In the order of the tree. */
  readonly cells: Int32Array;
  /** Nodes with something laid out inside, from the outermost to the innermost. */
  readonly frames: Int32Array;
  /** Pixels at the top of a frame that hold its name; 0 for none. */
  readonly heads: Uint8Array;
}

/** Pixels of an edge below which what is inside cannot be seen. */
const LEAST = 1.5;

/** Lays a node out in a rectangle, areas by weight. */
export function layOut(tree: Tree, root: number, width: number, height: number): Layout {
  const box = new Float32Array(tree.count * 4);
  const heads = new Uint8Array(tree.count);
  const cells: number[] = [];
  const frames: number[] = [];
  const weightOf = (node: number) => at(tree.weight, node);
  const place = (node: number, x: number, y: number, w: number, h: number) => put(box, node, x, y, w, h);
  place(root, 0, 0, width, height);
  const waiting = [root];
  for (let next = 0; next < waiting.length; next++) {
    const node = waiting[next] ?? 0;
    const kids = at(tree.kids, node);
    const left = at(box, node * 4);
    const top = at(box, node * 4 + 1);
    const wide = at(box, node * 4 + 2) - left;
    const high = at(box, node * 4 + 3) - top;
    if (kids === 0 || (node !== root && (wide < LEAST || high < LEAST))) {
      if (at(tree.files, node) > 0) cells.push(node);
      continue;
    }
    frames.push(node);
    const { edge, head } = node === root ? { edge: 0, head: 0 } : frameOf(at(tree.kind, node), wide, high);
    heads[node] = head;
    const inner = {
      x: left + edge,
      y: top + Math.max(edge, head),
      w: wide - 2 * edge,
      h: high - edge - Math.max(edge, head),
    };
    const first = at(tree.first, node);
    const things = { from: first, end: first + kids, weightOf, weight: at(tree.weight, node) };
    squarify(things, inner, place);
    for (let i = first; i < first + kids; i++) waiting.push(i);
  }
  return { root, width, height, box, heads, cells: Int32Array.from(cells), frames: Int32Array.from(frames) };
}

/** Room for an edge and a name, where there is enough of it. */
function frameOf(kind: number, wide: number, high: number): { edge: number; head: number } {
  const isArea = kind === KIND.area || kind === KIND.repository;
  const edge = isArea ? (Math.min(wide, high) > 12 ? 2 : 0.5) : Math.min(wide, high) > 14 ? 1 : 0;
  if (isArea && wide > 44 && high > 34) return { edge, head: 20 };
  if (!isArea && wide > 56 && high > 40) return { edge, head: 15 };
  return { edge, head: 0 };
}

function put(box: Float32Array, node: number, x: number, y: number, w: number, h: number): void {
  box[node * 4] = x;
  box[node * 4 + 1] = y;
  box[node * 4 + 2] = x + Math.max(0, w);
  box[node * 4 + 3] = y + Math.max(0, h);
}
