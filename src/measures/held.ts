import { ALL_PAUSES, PAUSES, PRESENCE } from './fragments.ts';
import { HOLDERS } from './holders.ts';
import { faded, KNOWLEDGE, PARTS } from './knowledge.ts';
import { ALL_TOUCHES, ALL_UNDONE, TOUCHES, touchesOf, UNDONE } from './repairs.ts';

/** A part of the SQL of measures that many questions have in common, and what may stand in its place. */
export interface HeldFragment {
  /** As it stands in the SQL of measures. */
  readonly fragment: string;
  /**
   * Tables that hold what it computes, by name: each made by its SELECT, once for each set of values of the parameters that
   * the SELECT names; once at all where it names none.
   */
  readonly tables: Readonly<Record<string, string>>;
  /** The same expressions, read from those tables. */
  readonly instead: string;
}

/**
 * What is worth holding where many questions are asked of the same facts: on 100,000 commits these are most of the time of the
 * measures they stand in. A fragment stands before those it consists of. The reports are the same; that is tested.
 */
export const HELD_FRAGMENTS: readonly HeldFragment[] = [
  {
    fragment: HOLDERS,
    tables: { held_holders: `WITH ${HOLDERS} SELECT * FROM holders` },
    instead: `${PRESENCE}, ${PARTS},
holders AS (SELECT * FROM held_holders)`,
  },
  {
    fragment: PRESENCE,
    tables: { held_presence: `WITH ${PRESENCE} SELECT * FROM presence` },
    instead: `
presence AS (SELECT * FROM held_presence)`,
  },
  {
    fragment: KNOWLEDGE,
    // Who in which area is one number there: grouping by it takes half the time of grouping by three texts.
    tables: {
      held_spots: `WITH ${PARTS}
SELECT repository, area, person, row_number() OVER () AS spot FROM (SELECT DISTINCT repository, area, person FROM area_parts)`,
      held_spot_parts: `WITH ${PARTS}
SELECT s.spot, p.landed_at, CAST(p.weight AS DOUBLE) AS weight
FROM area_parts p JOIN held_spots s ON s.repository = p.repository AND s.area = p.area AND s.person = p.person
ORDER BY p.landed_at`,
    },
    instead: `${PARTS},
knowledge AS (
  SELECT s.repository, s.area, s.person, k.knowledge
  FROM (
    SELECT spot, ${faded('weight', 'landed_at', '$until', '$half_life')} / 1e6 AS knowledge
    FROM held_spot_parts WHERE landed_at < $until GROUP BY spot
  ) k
  JOIN held_spots s ON s.spot = k.spot
)`,
  },
  {
    fragment: PARTS,
    tables: {
      held_parts: `WITH ${PARTS} SELECT * FROM parts ORDER BY landed_at`,
      held_area_parts: `WITH ${PARTS} SELECT * FROM area_parts ORDER BY landed_at`,
    },
    instead: `
parts AS NOT MATERIALIZED (SELECT * FROM held_parts),
area_parts AS NOT MATERIALIZED (SELECT * FROM held_area_parts)`,
  },
  {
    fragment: PAUSES,
    tables: { held_pauses: ALL_PAUSES },
    instead: `
pauses AS (SELECT person, day, pause FROM held_pauses WHERE t < $until)`,
  },
  {
    fragment: UNDONE,
    tables: { held_undone: ALL_UNDONE },
    instead: `
undone AS (SELECT * FROM held_undone WHERE landed_at < $until)`,
  },
  {
    fragment: TOUCHES,
    tables: { held_touches: ALL_TOUCHES },
    instead: touchesOf('held_touches'),
  },
];
