/** Where a commit landed: with which mainline commit, and that one's place and committer time. */
export interface Landing {
  readonly id: string;
  readonly landedId: string;
  readonly position: number;
  readonly time: number | null;
}

/**
 * The shape of a history, held in flat arrays: about 50 bytes a commit, so that a long history fits into memory whole.
 * Commits may come in any order; a parent that never comes is not there (shallow or damaged clone).
 */
export class CommitGraph {
  readonly #bytes: number;
  readonly #probe: Buffer;
  #ids: Buffer;
  #table: Int32Array;
  #times: Float64Array;
  /** Where the parents of a commit begin in `#parents`; -1 while the commit is only known as a parent. */
  #first: Int32Array;
  #count: Int32Array;
  #parents: Int32Array;
  #size = 0;
  #parentSize = 0;
  #present = 0;

  constructor(hexLength: 40 | 64) {
    this.#bytes = hexLength / 2;
    this.#probe = Buffer.alloc(this.#bytes);
    this.#ids = Buffer.alloc(1024 * this.#bytes);
    this.#table = new Int32Array(4096).fill(-1);
    this.#times = new Float64Array(1024);
    this.#first = new Int32Array(1024).fill(-1);
    this.#count = new Int32Array(1024);
    this.#parents = new Int32Array(2048);
  }

  /** Commits that came. */
  get size(): number {
    return this.#present;
  }

  /** Adds a commit; false when it had come before. `time` is its committer time. */
  add(id: string, parents: readonly string[], time: number | null): boolean {
    const index = this.#indexOf(id);
    if ((this.#first[index] ?? -1) !== -1) return false;
    const first = this.#parentSize;
    for (const parent of parents) {
      const at = this.#indexOf(parent);
      if (this.#parentSize === this.#parents.length) this.#parents = grown(this.#parents, Int32Array);
      this.#parents[this.#parentSize++] = at;
    }
    this.#first[index] = first;
    this.#count[index] = this.#parentSize - first;
    this.#times[index] = time ?? Number.NaN;
    this.#present++;
    return true;
  }

  /** The commits that came. */
  ids(): string[] {
    const ids: string[] = [];
    for (let index = 0; index < this.#size; index++) if ((this.#first[index] ?? -1) !== -1) ids.push(this.#idOf(index));
    return ids;
  }

  /** Whether the commit came. */
  has(id: string): boolean {
    const index = this.#find(id);
    return index !== -1 && (this.#first[index] ?? -1) !== -1;
  }

  /**
   * The first-parent line from `head` down to, but without, `stop` (or to its end), newest first. Null when `stop` is given
   * and is not on it.
   */
  mainline(head: string, stop: string | null): Int32Array | null {
    const line: number[] = [];
    const last = stop === null ? -1 : this.#find(stop);
    if (stop !== null && last === -1) return null;
    let index = this.#find(head);
    while (index !== -1 && index !== last && (this.#first[index] ?? -1) !== -1) {
      line.push(index);
      index = this.#count[index] === 0 ? -1 : (this.#parents[this.#first[index] ?? 0] ?? -1);
    }
    return stop !== null && index !== last ? null : Int32Array.from(line);
  }

  /**
   * Goes along a mainline from its oldest commit and gives every commit that became reachable with each, once. `position` is
   * the place of the oldest; `landed` are commits that had landed before.
   */
  *landings(mainline: Int32Array, position: number, landed: ReadonlySet<string>): Generator<Landing> {
    const done = new Uint8Array(this.#size);
    for (const id of landed) {
      const index = this.#find(id);
      if (index !== -1) done[index] = 1;
    }
    const open: number[] = [];
    for (let place = mainline.length - 1; place >= 0; place--) {
      const landing = mainline[place] ?? -1;
      const landedId = this.#idOf(landing);
      const seconds = this.#times[landing] ?? Number.NaN;
      const time = Number.isNaN(seconds) ? null : seconds;
      open.push(landing);
      for (let index = open.pop(); index !== undefined; index = open.pop()) {
        const first = this.#first[index] ?? -1;
        if (done[index] === 1 || first === -1) continue;
        done[index] = 1;
        yield { id: index === landing ? landedId : this.#idOf(index), landedId, position, time };
        const end = first + (this.#count[index] ?? 0);
        for (let at = first; at < end; at++) open.push(this.#parents[at] ?? -1);
      }
      position++;
    }
  }

  #idOf(index: number): string {
    return this.#ids.toString('hex', index * this.#bytes, (index + 1) * this.#bytes);
  }

  #find(id: string): number {
    const slot = this.#slotOf(id);
    return this.#table[slot] ?? -1;
  }

  #indexOf(id: string): number {
    let slot = this.#slotOf(id);
    const known = this.#table[slot] ?? -1;
    if (known !== -1) return known;
    if (this.#size * 2 >= this.#table.length) {
      this.#rehash();
      slot = this.#slotOf(id);
    }
    const index = this.#size++;
    if (index * this.#bytes >= this.#ids.length) this.#grow();
    this.#probe.copy(this.#ids, index * this.#bytes);
    this.#table[slot] = index;
    return index;
  }

  /** The slot that holds the id, or the empty one where it would go. Leaves the id's bytes in `#probe`. */
  #slotOf(id: string): number {
    this.#probe.write(id, 'hex');
    const mask = this.#table.length - 1;
    let slot = this.#probe.readUInt32LE(0) & mask;
    for (;;) {
      const index = this.#table[slot] ?? -1;
      if (index === -1) return slot;
      const at = index * this.#bytes;
      if (this.#probe.compare(this.#ids, at, at + this.#bytes) === 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    const table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = table.length - 1;
    for (let index = 0; index < this.#size; index++) {
      let slot = this.#ids.readUInt32LE(index * this.#bytes) & mask;
      while (table[slot] !== -1) slot = (slot + 1) & mask;
      table[slot] = index;
    }
    this.#table = table;
  }

  #grow(): void {
    this.#ids = Buffer.concat([this.#ids, Buffer.alloc(this.#ids.length)]);
    this.#times = grown(this.#times, Float64Array);
    const length = this.#first.length;
    this.#first = grown(this.#first, Int32Array).fill(-1, length);
    this.#count = grown(this.#count, Int32Array);
  }
}

function grown<T extends Int32Array | Float64Array>(array: T, Kind: new (length: number) => T): T {
  const larger = new Kind(array.length * 2);
  larger.set(array);
  return larger;
}
