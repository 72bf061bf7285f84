import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS, GATE_DAYS, teammatesChanges, WORK_DAYS } from '../dependence.ts';
import type { History, LandedChange, PersonIndex } from '../history.ts';

/**
 * D of one person as a function of which changes change hands: the same arithmetic as `dependenceAt`, kept as counts, so
 * that adding or taking away a move costs its changes and reading D costs the authors with recent work.
 *
 * `sign` is -1 for the person away, whose landings are taken away, and 1 for a receiver, who is given them.
 */
export class GateModel {
  readonly #person: PersonIndex;
  readonly #sign: 1 | -1;
  readonly #since: number;
  /** Authors by place, and per place: changes of 182 days, those through the person, those that changed hands. */
  readonly #places = new Map<PersonIndex, number>();
  readonly #count: number[] = [];
  readonly #through: number[] = [];
  readonly #moved: number[] = [];
  /** Scratch of {@link mostRemoved}: nothing but zeros between two calls. */
  readonly #fresh: number[] = [];
  /** The recent work, by who wrote it together. */
  readonly #groups: readonly Group[];
  readonly #total: number;
  readonly #gated: number;
  readonly #gatedThrough: number;
  #gateMoved = 0;
  #weights: readonly number[] | null = null;
  /** Changes by number: the places of their authors (none: not a teammate's), whether 91 days hold them, how many moves do. */
  readonly #numbers = new Map<LandedChange, number>();
  readonly #placesOf: (readonly number[])[] = [];
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
    for (const { authors, lander } of own) {
      for (const author of authors) {
        const place = this.#place(author);
        this.#count[place] = (this.#count[place] as number) + 1;
        if (lander === person) this.#through[place] = (this.#through[place] as number) + 1;
      }
    }
    const work = own.filter(({ landedAt }) => landedAt >= moment - WORK_DAYS * DAY);
    this.#total = work.length;
    this.#groups = [...Map.groupBy(work, ({ authors }) => authors.join()).values()].map((changes) => {
      const places = changes[0]?.authors.map((author) => this.#place(author)) ?? [];
      return { places, work: changes.length, count: this.#sum(this.#count, places) };
    });
  }

  #place(author: PersonIndex): number {
    let place = this.#places.get(author);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(author, place);
      for (const column of [this.#count, this.#through, this.#moved, this.#fresh]) column.push(0);
    }
    return place;
  }

  #sum(column: readonly number[], places: readonly number[]): number {
    let sum = 0;
    for (const place of places) sum += column[place] as number;
    return sum;
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
      const isTeammates = !change.authors.includes(this.#person);
      this.#placesOf.push(isTeammates ? change.authors.map((author) => this.#place(author)) : []);
      this.#isGated.push(isTeammates && change.landedAt >= this.#since);
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
    this.#weights = null;
    for (const place of this.#placesOf[number] as readonly number[]) {
      this.#moved[place] = (this.#moved[place] as number) + by;
    }
    if (this.#isGated[number]) this.#gateMoved += by;
  }

  #gate(): number {
    return this.#gated === 0 ? 0 : (this.#gatedThrough + this.#sign * this.#gateMoved) / this.#gated;
  }

  /** g of the work of a group. */
  #share({ places, count }: Group, gate: number): number {
    const through = this.#sum(this.#through, places) + this.#sign * this.#sum(this.#moved, places);
    return (through + 2 * gate) / (count + 2);
  }

  /** Mean over the recent work of `weigh(g)`; 0 without any. */
  #mean(weigh: (share: number) => number): number {
    if (this.#total === 0) return 0;
    const gate = this.#gate();
    let sum = 0;
    for (const group of this.#groups) sum += group.work * weigh(this.#share(group, gate));
    return sum / this.#total;
  }

  /** The weight of each group as things stand: asked for many moves in a row, and made anew after a change. */
  #weightsNow(): readonly number[] {
    if (this.#weights === null) {
      const gate = this.#gate();
      this.#weights = this.#groups.map((group) => weight(this.#share(group, gate)));
    }
    return this.#weights;
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
   * At most so much falls D when these changes move as well, whatever else moves before or after. The g of some authors
   * falls by their own changes over n + 2 and by twice the fall of G over n + 2; its weight falls twice as fast, and never
   * by more than it is now, because moves only ever lower it.
   */
  mostRemoved(changes: readonly LandedChange[]): number {
    if (this.#total === 0) return 0;
    const numbers = this.#numbersOf(changes);
    let [gated, isAny] = [0, false];
    for (const number of numbers) {
      if (this.#held[number] !== 0) continue;
      isAny = true;
      if (this.#isGated[number]) gated += 1;
      for (const place of this.#placesOf[number] as readonly number[]) {
        this.#fresh[place] = (this.#fresh[place] as number) + 1;
      }
    }
    const fall = this.#gated === 0 ? 0 : (2 * gated) / this.#gated;
    const weights = this.#weightsNow();
    let sum = 0;
    for (let i = 0; isAny && i < weights.length; i += 1) {
      const now = weights[i] as number;
      if (now === 0) continue;
      const { places, work, count } = this.#groups[i] as Group;
      const own = places.length === 1 ? (this.#fresh[places[0] as number] as number) : this.#sum(this.#fresh, places);
      sum += work * Math.min(now, (2 * (own + fall)) / (count + 2));
    }
    for (const number of numbers) {
      for (const place of this.#placesOf[number] as readonly number[]) this.#fresh[place] = 0;
    }
    return sum / this.#total;
  }
}

/** Recent work of the same authors: their places, how many changes it has, and n, the changes of all of them. */
interface Group {
  readonly places: readonly number[];
  readonly work: number;
  readonly count: number;
}

const weight = (share: number): number => Math.min(1, Math.max(0, (share - 0.3) / 0.5));
