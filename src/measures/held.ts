import { ACTIVITY, ALL_ACTIVITY } from './fragments.ts';
import { PARTS } from './knowledge.ts';

/** A part of many measures' SQL that says the same whatever is asked, and what may stand in its place. */
export interface HeldFragment {
  /** As it stands in the SQL of measures. */
  readonly fragment: string;
  /** Tables that hold what it computes, by name: each made once, by its SELECT. */
  readonly tables: Readonly<Record<string, string>>;
  /** The same expressions, read from those tables. */
  readonly instead: string;
}

/**
 * What is worth holding where many questions are asked of the same facts: on 100,000 commits these two are most of the time
 * of every measure of knowledge. The reports are the same; that is tested.
 */
export const HELD_FRAGMENTS: readonly HeldFragment[] = [
  {
    fragment: PARTS,
    tables: {
      held_parts: `WITH ${PARTS} SELECT * FROM parts`,
      held_area_parts: `WITH ${PARTS} SELECT * FROM area_parts`,
    },
    instead: `
parts AS (SELECT * FROM held_parts),
area_parts AS (SELECT * FROM held_area_parts)`,
  },
  {
    fragment: ACTIVITY,
    tables: { held_activity: ALL_ACTIVITY },
    instead: `
activity AS (SELECT person, day FROM held_activity WHERE t < $until)`,
  },
];
