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
  readonly #since: number;
  /** Streams by place, and per place: n, k, how many changes of 56 days, how many changed hands. */
  readonly #places = new Map<PersonIndex, number>();
  readonly #count: number[] = [];
  readonly #through: number[] = [];
  readonly #work: number[] = [];
  readonly #moved: number[] = [];
  /** Scratch of {@link mostRemoved}: nothing but zeros between two calls. */
  readonly #fresh: number[] = [];
  /** Places with recent work. */
  readonly #busy: readonly number[];
  readonly #total: number;
  readonly #gated: number;
  readonly #gatedThrough: number;
  #gateMoved = 0;
  /** Changes by number: the place of their stream (-1: not of a teammate), whether 91 days hold them, how many moves do. */
  readonly #numbers = new Map<LandedChange, number>();
  readonly #placeOf: number[] = [];
  readonly #isGated: boolean[] = [];
  readonly #held: number[] = [];
  /** Numbers of the changes of a move, looked up once. */
  readonly #known = new WeakMap<readonly LandedChange[], readonly number[]>();

  constructor(history: History, person: PersonIndex, moment: number, sign: 1 | -1) {
    this.#person = person;
    this.#sign = sign;
    this.#since = moment - GATE_DAYS * DAY;
    const own = teammatesChanges(history, person, moment - AUTHOR_DAYS * DAY, moment);
    const gated = own.filter(({ landedAt }) => landedAt >= this.#since);
    this.#gated = gated.length;
    this.#gatedThrough = gated.filter(({ lander }) => lander === person).length;
    for (const change of own) {
      const place = this.#place(streamOf(change));
      this.#count[place] = (this.#count[place] ?? 0) + 1;
      if (change.lander === person) this.#through[place] = (this.#through[place] ?? 0) + 1;
      if (change.landedAt >= moment - WORK_DAYS * DAY) this.#work[place] = (this.#work[place] ?? 0) + 1;
    }
    this.#total = this.#work.reduce((sum, work) => sum + work, 0);
    this.#busy = this.#work.flatMap((work, place) => (work > 0 ? [place] : []));
  }

  #place(stream: PersonIndex): number {
    let place = this.#places.get(stream);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(stream, place);
      for (const column of [this.#count, this.#through, this.#work, this.#moved, this.#fresh]) column.push(0);
    }
    return place;
  }

  #numbersOf(changes: readonly LandedChange[]): readonly number[] {
    let numbers = this.#known.get(changes);
    if (numbers === undefined) {
      numbers = changes.map((change) => this.#number(change));
      this.#known.set(changes, numbers);
    }
    return numbers;
  }

  #number(change: LandedChange): number {
    let number = this.#numbers.get(change);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(change, number);
      this.#placeOf.push(change.authors.includes(this.#person) ? -1 : (this.#places.get(streamOf(change)) ?? -1));
      this.#isGated.push(change.landedAt >= this.#since);
      this.#held.push(0);
    }
    return number;
  }

  /** The changes change hands. One that several moves hold moves once. */
  add(changes: readonly LandedChange[]): void {
    for (const number of this.#numbersOf(changes)) {
      const held = this.#held[number] as number;
      this.#held[number] = held + 1;
      if (held === 0) this.#shift(number, 1);
    }
  }

  /** Undoes {@link add}. */
  remove(changes: readonly LandedChange[]): void {
    for (const number of this.#numbersOf(changes)) {
      const held = (this.#held[number] as number) - 1;
      this.#held[number] = held;
      if (held === 0) this.#shift(number, -1);
    }
  }

  #shift(number: number, by: 1 | -1): void {
    const place = this.#placeOf[number] as number;
    if (place < 0) return;
    this.#moved[place] = (this.#moved[place] as number) + by;
    if (this.#isGated[number]) this.#gateMoved += by;
  }

  #gate(): number {
    return this.#gated === 0 ? 0 : (this.#gatedThrough + this.#sign * this.#gateMoved) / this.#gated;
  }

  #share(place: number, gate: number): number {
    const through = (this.#through[place] as number) + this.#sign * (this.#moved[place] as number);
    return (through + 2 * gate) / ((this.#count[place] as number) + 2);
  }

  /** Mean over the recent work of `weigh(g)`; 0 without any. */
  #mean(weigh: (share: number) => number): number {
    if (this.#total === 0) return 0;
    const gate = this.#gate();
    let sum = 0;
    for (const place of this.#busy) sum += (this.#work[place] as number) * weigh(this.#share(place, gate));
    return sum / this.#total;
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
    const numbers = this.#numbersOf(changes);
    const fresh = this.#fresh;
    let [gated, isAny] = [0, false];
    for (const number of numbers) {
      const place = this.#placeOf[number] as number;
      if (place < 0 || (this.#held[number] as number) > 0) continue;
      fresh[place] = (fresh[place] as number) + 1;
      isAny = true;
      if (this.#isGated[number]) gated += 1;
    }
    if (!isAny) return 0;
    const now = this.#gate();
    const fall = this.#gated === 0 ? 0 : (2 * gated) / this.#gated;
    let sum = 0;
    for (const place of this.#busy) {
      const drop = (2 * ((fresh[place] as number) + fall)) / ((this.#count[place] as number) + 2);
      if (drop > 0) sum += (this.#work[place] as number) * Math.min(drop, weight(this.#share(place, now)));
    }
    for (const number of numbers) {
      const place = this.#placeOf[number] as number;
      if (place >= 0) fresh[place] = 0;
    }
    return sum / this.#total;
  }
}

const weight = (share: number): number => Math.min(1, Math.max(0, (share - 0.3) / 0.5));
