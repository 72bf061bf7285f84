import { type Reach, reachOf } from './reach.ts';
import type { NamesOfCommits, Unlanded } from './unlanded.ts';

/** What is counted of one tip. */
export interface Tally {
  /** Commits of its own, merges not counted. */
  readonly commits: number;
  /** Some of them are not known to have landed in another form. */
  readonly isOpen: boolean;
  readonly beganAt: number | null;
  readonly workedAt: number | null;
  readonly people: readonly string[];
  readonly areas: readonly string[];
  /** Requests, and merges of work the head does not hold, among its own commits. */
  readonly received: number;
  /** Some commit it reaches has a parent that the head holds, or that is not in this clone. */
  readonly isRelated: boolean;
  /** Last landing of a squash that bears the subject of one of its commits and is by the same author. */
  readonly squashedAt: number | null;
  /** Which of its rivals (places among the tips) it reaches. */
  readonly reaches: readonly number[];
}

/**
 * Counts, for each of the tips, what it reaches. A commit that `isForeign` says belongs to another line is followed but not
 * counted. `rivalsOf` names, by their places among the tips, those of which it is asked whether this one reaches them; it may
 * name the tip itself, which is passed over.
 *
 * Nothing is done commit by commit and tip by tip: a mask holds 32 tips, sets are unions of masks, and numbers are added bit by
 * bit in planes, so that the cost is that of the passes of {@link reachOf}.
 */
export function tallyTips(
  unlanded: Unlanded,
  tips: readonly number[],
  isForeign: Uint8Array | null,
  rivalsOf: (tip: number) => readonly number[],
): Tally[] {
  const tallies: Tally[] = [];
  for (const reach of reachOf(unlanded.graph, tips))
    tallies.push(...tallyPass(unlanded, tips, reach, isForeign, rivalsOf));
  return tallies;
}

function tallyPass(
  unlanded: Unlanded,
  tips: readonly number[],
  { first, count, masks, from }: Reach,
  isForeign: Uint8Array | null,
  rivalsOf: (tip: number) => readonly number[],
): Tally[] {
  const {
    graph,
    isMerge,
    isLanded,
    isReceived,
    isAnchored,
    byAuthorTime,
    byAuthorTimeDown,
    authorTimes,
    bySquash,
    squashTimes,
  } = unlanded;
  const commits = new Planes();
  const received = new Planes();
  let [open, related] = [0, 0];
  const people = new MaskSets(unlanded.people);
  const areas = new MaskSets(unlanded.areas);
  for (let commit = from; commit < graph.size; commit++) {
    const mask = masks[commit] as number;
    if (mask === 0) continue;
    if (isAnchored[commit] === 1) related |= mask;
    if (isForeign?.[commit] === 1) continue;
    if (isReceived[commit] === 1) received.add(mask);
    if (isMerge[commit] === 1) continue;
    commits.add(mask);
    if (isLanded[commit] === 0) open |= mask;
    people.add(commit, mask);
    areas.add(commit, mask);
  }
  const isOwnWork = (commit: number) => isMerge[commit] === 0 && isForeign?.[commit] !== 1;
  const firsts = firstOfEach(count, byAuthorTime, (commit) => (isOwnWork(commit) ? (masks[commit] as number) : 0));
  const lasts = firstOfEach(count, byAuthorTimeDown, (commit) => (isOwnWork(commit) ? (masks[commit] as number) : 0));
  const squashes = firstOfEach(count, bySquash, (commit) => (isOwnWork(commit) ? (masks[commit] as number) : 0));
  const timeOf = (times: Float64Array, commit: number | null | undefined) =>
    commit === null || commit === undefined ? null : (times[commit] as number);
  const [peopleOf, areasOf] = [people.byBit(count), areas.byBit(count)];
  return Array.from({ length: count }, (_, bit): Tally => {
    const flag = 1 << bit;
    const own = first + bit;
    return {
      commits: commits.of(bit),
      isOpen: (open & flag) !== 0,
      beganAt: timeOf(authorTimes, firsts[bit]),
      workedAt: timeOf(authorTimes, lasts[bit]),
      people: peopleOf[bit] ?? [],
      areas: areasOf[bit] ?? [],
      received: received.of(bit),
      isRelated: (related & flag) !== 0,
      squashedAt: timeOf(squashTimes, squashes[bit]),
      reaches: rivalsOf(own).filter((tip) => tip !== own && ((masks[tips[tip] as number] as number) & flag) !== 0),
    };
  });
}

/** 32 counters: plane `p` holds bit `p` of each. */
class Planes {
  readonly #planes: number[] = [];

  add(mask: number): void {
    let carry = mask;
    for (let p = 0; carry !== 0; p++) {
      const plane = this.#planes[p] ?? 0;
      this.#planes[p] = plane ^ carry;
      carry &= plane;
    }
  }

  of(bit: number): number {
    return this.#planes.reduce((sum, plane, p) => sum + ((plane >>> bit) & 1) * 2 ** p, 0);
  }
}

/** For each name the tips that reach a commit which brings it. */
class MaskSets {
  readonly #from: NamesOfCommits;
  readonly #masks: Uint32Array;

  constructor(from: NamesOfCommits) {
    this.#from = from;
    this.#masks = new Uint32Array(from.names.length);
  }

  add(commit: number, mask: number): void {
    const places = this.#from.of[commit];
    if (places === undefined) return;
    for (const place of places) this.#masks[place] = (this.#masks[place] as number) | mask;
  }

  /** The names of each of so many bits. One look at each name for all of them: there may be as many names as tips. */
  byBit(count: number): string[][] {
    const found = Array.from({ length: count }, (): string[] => []);
    for (const [place, name] of this.#from.names.entries()) {
      for (let mask = this.#masks[place] as number; mask !== 0; mask &= mask - 1) {
        found[31 - Math.clz32(mask & -mask)]?.push(name);
      }
    }
    return found.map((names) => names.sort());
  }
}

/** For each bit the first commit of the order whose mask has it. */
function firstOfEach(count: number, order: Iterable<number>, maskOf: (commit: number) => number): (number | null)[] {
  const found: (number | null)[] = Array.from({ length: count }, () => null);
  let open = count === 32 ? -1 : (1 << count) - 1;
  for (const commit of order) {
    const fresh = maskOf(commit) & open;
    if (fresh === 0) continue;
    for (let bit = 0; bit < count; bit++) if ((fresh & (1 << bit)) !== 0) found[bit] = commit;
    open &= ~fresh;
    if (open === 0) break;
  }
  return found;
}
