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

/** Lays a node out in a rectangle: squarified (Bruls, Huizing, van Wijk 2000), areas by weight. */
export function layOut(tree: Tree, root: number, width: number, height: number): Layout {
  const box = new Float32Array(tree.count * 4);
  const heads = new Uint8Array(tree.count);
  const cells: number[] = [];
  const frames: number[] = [];
  put(box, root, 0, 0, width, height);
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
    squarify(tree, node, inner, box);
    const first = at(tree.first, node);
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

interface Room {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Fills the room with the children of a node, row by row along its shorter side, each row as square as can be. */
function squarify(tree: Tree, node: number, room: Room, box: Float32Array): void {
  const first = at(tree.first, node);
  const end = first + at(tree.kids, node);
  let { x, y, w, h } = room;
  let left = at(tree.weight, node);
  let i = first;
  while (i < end && left > 0) {
    const short = Math.max(1e-9, Math.min(w, h));
    const scale = (w * h) / left;
    let sum = 0;
    let worst = Number.POSITIVE_INFINITY;
    let j = i;
    const largest = at(tree.weight, i) * scale;
    for (; j < end; j++) {
      const size = at(tree.weight, j) * scale;
      const whole = sum + size;
      // The children stand largest first: the largest and the newest are the extremes of the row.
      const side = whole * whole;
      const ratio = Math.max((short * short * largest) / side, side / (short * short * Math.max(size, 1e-12)));
      if (ratio > worst) break;
      worst = ratio;
      sum = whole;
    }
    const thick = sum / short;
    let along = 0;
    for (let k = i; k < j; k++) {
      const length = thick === 0 ? 0 : (at(tree.weight, k) * scale) / thick;
      if (w >= h) put(box, k, x, y + along, thick, length);
      else put(box, k, x + along, y, length, thick);
      along += length;
      left -= at(tree.weight, k);
    }
    if (w >= h) {
      x += thick;
      w = Math.max(0, w - thick);
    } else {
      y += thick;
      h = Math.max(0, h - thick);
    }
    i = j;
  }
}
