import { DAY } from '../domain/window.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from './history.ts';

/** G looks back so far, in days (absence.md: 13 weeks). */
export const GATE_DAYS = 91;
/** D weighs the changes of so many days. */
export const WORK_DAYS = 56;
/** An author's own share is known from so many days. */
export const AUTHOR_DAYS = 182;
/** Share of teammates' changes with a known lander below which nothing is concluded from landing. */
export const VISIBILITY_FLOOR = 0.6;

/** One change of a teammate in the 56 days before, and how far it depended on the person. */
export interface DependentChange {
  readonly change: LandedChange;
  /** g: the share of its authors' changes that pass through the person, drawn towards G by two pseudo-changes. */
  readonly share: number;
  /** clip((g - 0.3) / 0.5, 0, 1): 0 where the author has other ways, 1 where there is none. */
  readonly weight: number;
}

/**
 * What passes only through one person, as seen at one moment, from what had landed before it.
 *
 * Definitions of `absence.md`: G is the share of teammates' changes of 91 days that the person landed. D is the mean over
 * teammates' changes of 56 days of clip((g - 0.3) / 0.5, 0, 1), with g = (k + 2G) / (n + 2), n the teammates' changes of its
 * authors in 182 days and k those of them the person landed, added up over its authors: as the calibration was made. A
 * teammate's change is one the person is no author of. Days are meant whole (UTC), so ask at the beginning of one.
 *
 * It misleads where landing is hidden: a forge's squash counts as not landed by the person, so G and D are lower bounds;
 * below {@link VISIBILITY_FLOOR} nothing may be concluded.
 */
export interface Dependence {
  /** Teammates' changes of the last 91 days, and those of them whose lander is known. */
  readonly changes: number;
  readonly visible: number;
  /** Of those, the ones the person landed. */
  readonly landed: number;
  /** Share of teammates' changes with a known lander; null without a change. */
  readonly visibility: number | null;
  readonly gate: number | null;
  readonly dependence: number | null;
  /** A shallow clone begins within the 182 days: others may have landed before, and nobody can tell. */
  readonly isCutOff: boolean;
  /** Teammates' changes of the last 56 days, in the order of the history. */
  readonly work: readonly DependentChange[];
}

/** Index of the first change that landed at or after `moment`. */
export function firstAt(changes: readonly LandedChange[], moment: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as LandedChange).landedAt < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Changes that landed in [from, to), in order. */
export function landedBetween(history: History, from: number, to: number): readonly LandedChange[] {
  return history.changes.slice(firstAt(history.changes, from), firstAt(history.changes, to));
}

/** Changes of [from, to) that the person is no author of. */
export function teammatesChanges(
  history: History,
  person: PersonIndex,
  from: number,
  to: number,
): readonly LandedChange[] {
  return landedBetween(history, from, to).filter((change) => !change.authors.includes(person));
}

/** What passes only through `person`, seen at `moment` (seconds since 1970): looks at nothing that landed later. */
export function dependenceAt(history: History, person: PersonIndex, moment: number): Dependence {
  const gated = teammatesChanges(history, person, moment - GATE_DAYS * DAY, moment);
  const visible = gated.filter((change) => change.lander !== null).length;
  const landed = gated.filter((change) => change.lander === person).length;
  const gate = gated.length === 0 ? null : landed / gated.length;
  const tallies = tallyAuthors(teammatesChanges(history, person, moment - AUTHOR_DAYS * DAY, moment), person);
  const work = teammatesChanges(history, person, moment - WORK_DAYS * DAY, moment).map((change): DependentChange => {
    const [count, through] = change.authors.reduce(
      ([n, k], author) => [n + (tallies.get(author)?.count ?? 0), k + (tallies.get(author)?.landed ?? 0)],
      [0, 0],
    );
    const share = (through + 2 * (gate ?? 0)) / (count + 2);
    return { change, share, weight: clip((share - 0.3) / 0.5) };
  });
  return {
    changes: gated.length,
    visible,
    landed,
    visibility: gated.length === 0 ? null : visible / gated.length,
    gate,
    dependence: work.length === 0 ? null : work.reduce((sum, { weight }) => sum + weight, 0) / work.length,
    isCutOff: (history.cutOffAt ?? Number.NEGATIVE_INFINITY) > moment - AUTHOR_DAYS * DAY,
    work,
  };
}

/** Whose stream of work a change belongs to: its first author. */
export const streamOf = (change: LandedChange): PersonIndex => change.authors[0] ?? -1;

/** Of each author's changes, how many there are and how many the person landed. */
function tallyAuthors(changes: readonly LandedChange[], person: PersonIndex) {
  const tallies = new Map<PersonIndex, { count: number; landed: number }>();
  for (const { authors, lander } of changes) {
    for (const author of authors) {
      const tally = tallies.get(author) ?? { count: 0, landed: 0 };
      tally.count += 1;
      if (lander === person) tally.landed += 1;
      tallies.set(author, tally);
    }
  }
  return tallies;
}

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** The same mean weight within each area that the work of {@link Dependence} touched; null stands for no area at all. */
export function dependenceByArea({ work }: Dependence): ReadonlyMap<AreaIndex | null, readonly DependentChange[]> {
  const byArea = new Map<AreaIndex | null, DependentChange[]>();
  for (const dependent of work) {
    const areas: readonly (AreaIndex | null)[] = dependent.change.areas.length > 0 ? dependent.change.areas : [null];
    for (const area of areas) {
      const there = byArea.get(area);
      if (there === undefined) byArea.set(area, [dependent]);
      else there.push(dependent);
    }
  }
  return byArea;
}
