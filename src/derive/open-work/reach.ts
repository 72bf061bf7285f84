/** Commits the head does not hold, numbered so that every commit stands before its parents. */
export interface UnlandedGraph {
  readonly size: number;
  /** Parents of commit `i`, as far as the head does not hold them either: `parents` from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly parents: Uint32Array;
}

/** Which commits up to 32 tips reach. */
export interface Reach {
  /** Tips of this pass: bit `b` of a mask stands for `tips[first + b]`. */
  readonly first: number;
  readonly count: number;
  /** By commit. Overwritten by the next pass. */
  readonly masks: Uint32Array;
  /** No commit before this one is reached. */
  readonly from: number;
}

/** Tips that are followed together: the bits of a mask. */
export const TIPS_PER_PASS = 32;

/**
 * Follows the tips through the graph, 32 at a time: each pass looks at each commit once, however many of the tips reach it, so
 * that thousands of branches of one long line cost hardly more than one.
 */
export function* reachOf({ size, starts, parents }: UnlandedGraph, tips: readonly number[]): Generator<Reach> {
  const masks = new Uint32Array(size);
  for (let first = 0; first < tips.length; first += TIPS_PER_PASS) {
    const count = Math.min(TIPS_PER_PASS, tips.length - first);
    masks.fill(0);
    let from = size;
    for (let bit = 0; bit < count; bit++) {
      const tip = tips[first + bit] as number;
      masks[tip] = (masks[tip] as number) | (1 << bit);
      from = Math.min(from, tip);
    }
    for (let commit = from; commit < size; commit++) {
      const mask = masks[commit] as number;
      if (mask === 0) continue;
      const end = starts[commit + 1] as number;
      for (let i = starts[commit] as number; i < end; i++) {
        const parent = parents[i] as number;
        masks[parent] = (masks[parent] as number) | mask;
      }
    }
    yield { first, count, masks, from };
  }
}

/**
 * An order in which every commit stands before its parents. `parentsOf` gives the places of those that are among the `size`
 * commits; commits on a circle, which no git makes, are left out.
 */
export function childrenFirst(size: number, parentsOf: (commit: number) => readonly number[]): readonly number[] {
  const children = new Uint32Array(size);
  for (let commit = 0; commit < size; commit++) {
    for (const parent of parentsOf(commit)) children[parent] = (children[parent] as number) + 1;
  }
  const order: number[] = [];
  for (let commit = 0; commit < size; commit++) if (children[commit] === 0) order.push(commit);
  for (let next = 0; next < order.length; next++) {
    for (const parent of parentsOf(order[next] as number)) {
      children[parent] = (children[parent] as number) - 1;
      if (children[parent] === 0) order.push(parent);
    }
  }
  return order;
}
