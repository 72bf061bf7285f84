/** Characters of answers that are kept; some hundreds of them, or a dozen of the largest. */
const ROOM = 48_000_000;

interface Kept {
  readonly text: Promise<string>;
  /** Characters; 0 until it is there. */
  size: number;
}

/**
 * Answers as they are sent, each computed once: who asks the same while it is computed waits for the same computation. What
 * was not asked for longest goes when there is no more room. An answer that failed is not kept.
 */
export class AnswerCache {
  readonly #room: number;
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  constructor(room: number = ROOM) {
    this.#room = room;
  }

  async get(key: string, compute: () => Promise<string>): Promise<string> {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      // A map is in the order of its insertions: last is newest.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return await known.text;
    }
    const entry: Kept = { text: compute(), size: 0 };
    this.#kept.set(key, entry);
    try {
      const text = await entry.text;
      this.#settle(key, entry, text.length);
      return text;
    } catch (error) {
      if (this.#kept.get(key) === entry) this.#kept.delete(key);
      throw error;
    }
  }

  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  #settle(key: string, entry: Kept, size: number): void {
    if (this.#kept.get(key) !== entry) return;
    entry.size = size;
    this.#size += size;
    for (const [oldest, { size: freed }] of this.#kept) {
      if (this.#size <= this.#room) return;
      if (freed === 0) continue;
      this.#kept.delete(oldest);
      this.#size -= freed;
    }
  }
}
