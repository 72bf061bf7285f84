import { DAY } from '../../domain/window.ts';
import { AUTHOR_DAYS, landedBetween } from '../dependence.ts';
import type { History, LandedChange, PersonIndex } from '../history.ts';
import { GateModel } from './gate-model.ts';
import { type Option, WORK_WEEKS } from './option.ts';
import type { Candidates } from './options.ts';

/** Rounding of sums must not decide what is allowed. */
const SLACK = 1e-9;

/** What bounds a choice of moves. */
export interface Limits {
  readonly target: number;
  /** Changes of others a week over their own spare capacity that a receiver may be given. */
  readonly load: number;
  /** Greatest D that may pass through a receiver afterwards, unless it does already; the target unless said. */
  readonly next?: number;
}

interface Receiver {
  readonly gate: GateModel;
  /** Greatest D that may pass through them afterwards: the target, or what it is already. */
  readonly mostDependence: number;
  /** Most changes of others they may be given in 56 days. */
  readonly mostWork: number;
  /** How many chosen moves hold each change of others, and how many changes that are. */
  readonly held: Map<LandedChange, number>;
  work: number;
}

/**
 * A choice of moves, changed one move at a time. Each receiver is bounded as if they took everything any of their moves
 * covers, also where another's covers it too: so a choice that breaks a bound breaks it with every further move, which
 * both the search and its proof rest on, and the bound holds whoever really takes a change.
 */
export class Selection {
  readonly #away: GateModel;
  readonly #receivers = new Map<PersonIndex, Receiver>();
  readonly #limits: Limits;
  readonly #chosen = new Set<Option>();
  readonly #held = new Map<LandedChange, number>();
  #work = 0;
  #learning = 0;

  constructor(history: History, person: PersonIndex, moment: number, candidates: Candidates, limits: Limits) {
    // Nothing older is looked at, and building each model must not cost the whole history.
    const near = { ...history, changes: landedBetween(history, moment - AUTHOR_DAYS * DAY, moment) };
    const { options, team } = candidates;
    this.#limits = limits;
    this.#away = new GateModel(near, person, moment, -1);
    const spare = new Map(team.map((mate) => [mate.person, mate.spare]));
    for (const { receiver } of options) {
      if (this.#receivers.has(receiver)) continue;
      const gate = new GateModel(near, receiver, moment, 1);
      this.#receivers.set(receiver, {
        gate,
        mostDependence: Math.max(limits.next ?? limits.target, gate.dependence()) + SLACK,
        mostWork: (limits.load + (spare.get(receiver) ?? 0)) * WORK_WEEKS + SLACK,
        held: new Map(),
        work: 0,
      });
    }
  }

  get chosen(): readonly Option[] {
    return [...this.#chosen];
  }

  /** D of the person away under the choice. */
  get dependence(): number {
    return this.#away.dependence();
  }

  get pressure(): number {
    return this.#away.pressure();
  }

  get target(): number {
    return this.#limits.target;
  }

  get reachesTarget(): boolean {
    return this.dependence <= this.#limits.target + SLACK;
  }

  /** Changes a week that somebody else lands under the choice, and those of learning, spread over the same 8 weeks. */
  get load(): number {
    return (this.#work + this.#learning) / WORK_WEEKS;
  }

  /** See {@link GateModel.mostRemoved}. */
  mostRemoved(option: Option): number {
    return this.#away.mostRemoved(option.changes);
  }

  /** Takes a move in, unless its receiver would then be over a bound. */
  add(option: Option): boolean {
    const receiver = this.#receivers.get(option.receiver);
    if (receiver === undefined || this.#chosen.has(option)) return false;
    // Landing one's own changes passes nobody's work through oneself, and is no work on that of others.
    if (option.kind !== 'landing-rights') {
      receiver.gate.add(option.changes);
      receiver.work += shift(receiver.held, option.work, 1);
      if (receiver.work > receiver.mostWork || receiver.gate.dependence() > receiver.mostDependence) {
        this.#giveBack(receiver, option);
        return false;
      }
    }
    this.#chosen.add(option);
    this.#away.add(option.changes);
    this.#work += shift(this.#held, option.work, 1);
    this.#learning += option.learns.changes;
    return true;
  }

  /** Takes a chosen move out. */
  remove(option: Option): void {
    const receiver = this.#receivers.get(option.receiver);
    if (receiver === undefined || !this.#chosen.delete(option)) return;
    if (option.kind !== 'landing-rights') this.#giveBack(receiver, option);
    this.#away.remove(option.changes);
    this.#work += shift(this.#held, option.work, -1);
    this.#learning -= option.learns.changes;
  }

  #giveBack(receiver: Receiver, option: Option): void {
    receiver.gate.remove(option.changes);
    receiver.work += shift(receiver.held, option.work, -1);
  }

  /** The choice becomes exactly these moves, which were allowed together before. */
  become(options: readonly Option[]): void {
    for (const option of this.chosen) this.remove(option);
    for (const option of options) this.add(option);
  }
}

/** Holds or lets go of changes; gives by how many the held ones became more or fewer. */
function shift(held: Map<LandedChange, number>, changes: readonly LandedChange[], by: 1 | -1): number {
  let difference = 0;
  for (const change of changes) {
    const before = held.get(change) ?? 0;
    held.set(change, before + by);
    if (by === 1 ? before === 0 : before === 1) difference += by;
  }
  return difference;
}
