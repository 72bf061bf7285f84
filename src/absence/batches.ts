import type { LandedChange, PersonIndex } from './history.ts';

/** Seconds between two landings that still make them one change. */
const BATCH_GAP = 1800;

/** A landing on the mainline, and what decides whether it continues the one before it. */
export interface Landing {
  readonly change: LandedChange;
  /** Whoever wrote and whoever committed its one commit, a forge being one committer; null of a merge. */
  readonly hands: string | null;
  /** When the first of it landed, in seconds: earlier than `change.landedAt` where it is a batch already. */
  readonly firstAt: number;
}

/**
 * Landings, in the order of time, as changes: a run of landings without a merge by the same author and committer, each at
 * most 30 minutes after the one before, is one change, whatever its route; anything landing between them ends it. Measures
 * count direct commits alone in batches. The absence room counts squashes and applied patches so too, because the
 * calibration was made with it, and to be held against a calibration is to be counted as it counted.
 */
export function inBatches(landings: readonly Landing[]): LandedChange[] {
  const changes: LandedChange[] = [];
  const last = new Map<string, { readonly hands: string | null; readonly place: number }>();
  for (const { change, hands, firstAt } of landings) {
    const before = last.get(change.repository);
    const run = before === undefined ? undefined : changes[before.place];
    const continues =
      before !== undefined &&
      run !== undefined &&
      hands !== null &&
      hands === before.hands &&
      Math.abs(firstAt - run.landedAt) <= BATCH_GAP;
    const place = continues ? before.place : changes.length;
    changes[place] = continues ? together(run, change) : change;
    last.set(change.repository, { hands, place });
  }
  return changes;
}

function together(run: LandedChange, next: LandedChange): LandedChange {
  const authors = union(run.authors, next.authors);
  return {
    ...next,
    ids: [...(run.ids ?? [run.id]), next.id],
    authors,
    approvers: union(run.approvers, next.approvers).filter((approver) => !authors.includes(approver)),
    areas: union(run.areas, next.areas),
    files: run.files + next.files,
    workedAt: later(run.workedAt, next.workedAt),
  };
}

const later = (a: number | null, b: number | null): number | null => (a === null || (b !== null && b > a) ? b : a);
const union = (a: readonly PersonIndex[], b: readonly PersonIndex[]): readonly PersonIndex[] => [
  ...new Set([...a, ...b]),
];
