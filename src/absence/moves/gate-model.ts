import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS, GATE_DAYS, streamOf, teammatesChanges, WORK_DAYS } from '../dependence.ts';
import type { History, LandedChange, PersonIndex } from '../history.ts';

/**
 * D of one person as a function of which changes change hands: the same arithmetic as `dependenceAt`, kept as counts, so
 * that adding or taking away a move costs its changes and reading D costs the streams with recent work.
 *
 * `sign` is -1 for the person away, whose landings are taken away, and 1 for a receiver, who is given them.
 */
export class GateModel {
  readonly #person: PersonIndex;
  readonly #sign: 1 | -1;
  readonly #places = new Map<PersonIndex, number>();
  /** Per stream: n, k and how many changes of 56 days. */
  readonly #count: number[] = [];
  readonly #through: number[] = [];
  readonly #work: number[] = [];
  readonly #gated: number;
  readonly #gatedThrough: number;
  readonly #total: number;
  readonly #moment: number;
  /** How many chosen moves hold each change. */
  readonly #held = new Map<LandedChange, number>();
  readonly #moved: number[] = [];
  #gateMoved = 0;

  constructor(history: History, person: PersonIndex, moment: number, sign: 1 | -1) {
    this.#person = person;
    this.#sign = sign;
    this.#moment = moment;
    const own = teammatesChanges(history, person, moment - AUTHOR_DAYS * DAY, moment);
    const gated = own.filter(({ landedAt }) => landedAt >= moment - GATE_DAYS * DAY);
    this.#gated = gated.length;
    this.#gatedThrough = gated.filter(({ lander }) => lander === person).length;
    for (const change of own) {
      const place = this.#place(streamOf(change));
      this.#count[place] = (this.#count[place] ?? 0) + 1;
      if (change.lander === person) this.#through[place] = (this.#through[place] ?? 0) + 1;
      if (change.landedAt >= moment - WORK_DAYS * DAY) this.#work[place] = (this.#work[place] ?? 0) + 1;
    }
    this.#total = this.#work.reduce((sum, work) => sum + work, 0);
  }

  #place(stream: PersonIndex): number {
    let place = this.#places.get(stream);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(stream, place);
      this.#count.push(0);
      this.#through.push(0);
      this.#work.push(0);
      this.#moved.push(0);
    }
    return place;
  }

  /** The changes change hands. One that several moves hold moves once. */
  add(changes: readonly LandedChange[]): void {
    for (const change of changes) {
      const held = this.#held.get(change) ?? 0;
      this.#held.set(change, held + 1);
      if (held === 0) this.#shift(change, 1);
    }
  }

  /** Undoes {@link add}. */
  remove(changes: readonly LandedChange[]): void {
    for (const change of changes) {
      const held = (this.#held.get(change) ?? 0) - 1;
      this.#held.set(change, held);
      if (held === 0) this.#shift(change, -1);
    }
  }

  isHeld(change: LandedChange): boolean {
    return (this.#held.get(change) ?? 0) > 0;
  }

  #shift(change: LandedChange, by: 1 | -1): void {
    if (change.authors.includes(this.#person)) return;
    const place = this.#places.get(streamOf(change));
    if (place === undefined) return;
    this.#moved[place] = (this.#moved[place] ?? 0) + by;
    if (change.landedAt >= this.#moment - GATE_DAYS * DAY) this.#gateMoved += by;
  }

  #gate(): number {
    return this.#gated === 0 ? 0 : (this.#gatedThrough + this.#sign * this.#gateMoved) / this.#gated;
  }

  /** Mean over the recent work of `weigh(g)`; 0 without any. */
  #mean(weigh: (share: number) => number): number {
    if (this.#total === 0) return 0;
    const gate = this.#gate();
    let sum = 0;
    for (let place = 0; place < this.#work.length; place += 1) {
      const work = this.#work[place] as number;
      if (work > 0) sum += work * weigh(this.#share(place, gate));
    }
    return sum / this.#total;
  }

  #share(place: number, gate: number): number {
    const through = (this.#through[place] as number) + this.#sign * (this.#moved[place] as number);
    return (through + 2 * gate) / ((this.#count[place] as number) + 2);
  }

  /** D, as `dependenceAt` would say it of the changed history. */
  dependence(): number {
    return this.#mean(weight);
  }

  /** The same without an upper end of each weight: falls also where an author still has no other way. */
  pressure(): number {
    return this.#mean((share) => Math.max(0, (share - 0.3) / 0.5));
  }

  /**
   * At most so much falls D when these changes move as well, whatever else moves before or after. A stream's g falls by
   * its own changes over n + 2 and by twice the fall of G over n + 2; its weight falls twice as fast, and never by more
   * than it is now, because moves only ever lower it.
   */
  mostRemoved(changes: readonly LandedChange[]): number {
    if (this.#total === 0) return 0;
    const fresh = new Map<number, number>();
    let gate = 0;
    for (const change of changes) {
      if (this.isHeld(change)) continue;
      const place = this.#places.get(streamOf(change));
      if (place !== undefined) fresh.set(place, (fresh.get(place) ?? 0) + 1);
      if (change.landedAt >= this.#moment - GATE_DAYS * DAY) gate += 1;
    }
    const now = this.#gate();
    const fall = this.#gated === 0 ? 0 : (2 * gate) / this.#gated;
    let sum = 0;
    for (let place = 0; place < this.#work.length; place += 1) {
      const work = this.#work[place] as number;
      if (work === 0) continue;
      const drop = (2 * ((fresh.get(place) ?? 0) + fall)) / ((this.#count[place] as number) + 2);
      if (drop > 0) sum += work * Math.min(drop, weight(this.#share(place, now)));
    }
    return sum / this.#total;
  }
}

const weight = (share: number): number => Math.min(1, Math.max(0, (share - 0.3) / 0.5));
