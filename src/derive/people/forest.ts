/** Why a member hangs on another. */
export interface Tie<R> {
  readonly other: number;
  readonly rule: R;
  /** The reason in words, made when somebody asks. */
  words(): string;
}

/**
 * Groups of numbers 0 … n-1, joined pair by pair. Remembers one tie per join, so that every group is a tree whose ties
 * are all the reasons it is one.
 */
export class Forest<R> {
  readonly #parent: Int32Array;
  readonly #ties: { readonly a: number; readonly b: number; readonly rule: R; words(): string }[] = [];
  #tieOf: (Tie<R> | undefined)[] | undefined;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  /** Joins two groups, unless they are one already. */
  join(a: number, b: number, rule: R, words: () => string): void {
    const rootA = this.#root(a);
    const rootB = this.#root(b);
    if (rootA === rootB) return;
    // The smaller number stays the root: a group is known by its first member.
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    this.#ties.push({ a, b, rule, words });
    this.#tieOf = undefined;
  }

  /** Every group, its members ascending; groups in the order of their first member. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.#root(i);
      const group = groups.get(root);
      if (group) group.push(i);
      else groups.set(root, [i]);
    }
    return [...groups.values()];
  }

  /**
   * What ties a member to its group: the tie towards the group's first member. The first member itself gets the
   * earliest tie it takes part in. Undefined for whoever is alone.
   */
  tieOf(member: number): Tie<R> | undefined {
    this.#tieOf ??= this.#orient();
    return this.#tieOf[member];
  }

  #orient(): (Tie<R> | undefined)[] {
    const near: number[][] = Array.from(this.#parent, () => []);
    this.#ties.forEach(({ a, b }, t) => {
      (near[a] as number[]).push(t);
      (near[b] as number[]).push(t);
    });
    const tieOf: (Tie<R> | undefined)[] = new Array(this.#parent.length).fill(undefined);
    const seen = new Uint8Array(this.#parent.length);
    for (let first = 0; first < seen.length; first++) {
      if (seen[first] || this.#root(first) !== first) continue;
      seen[first] = 1;
      const queue = [first];
      for (let head = 0; head < queue.length; head++) {
        const member = queue[head] as number;
        for (const t of near[member] as number[]) {
          const { a, b, rule, words } = this.#ties[t] as { a: number; b: number; rule: R; words(): string };
          const other = a === member ? b : a;
          if (seen[other]) continue;
          seen[other] = 1;
          queue.push(other);
          tieOf[other] = { other: member, rule, words };
          tieOf[first] ??= { other, rule, words };
        }
      }
    }
    return tieOf;
  }

  #root(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root] as number;
    for (let i = member; i !== root; ) {
      const next = this.#parent[i] as number;
      this.#parent[i] = root;
      i = next;
    }
    return root;
  }
}
