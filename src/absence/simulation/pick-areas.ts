import type { PersonIndex } from '../history.ts';
import type { Random } from './random.ts';

/** Everybody has a home area by their place in the team, works in the next one at times, and anywhere now and then. */
const AT_HOME = 0.75;
const NEXT_DOOR = 0.3;
/** Chance that a change touches a second area, anywhere. */
const SECOND = 0.15;

/** Areas (by place among `count`) of one change of an author, ascending. */
export function pickAreas(author: PersonIndex, count: number, random: Random): number[] {
  const home = (author + (random.chance(NEXT_DOOR) ? 1 : 0)) % count;
  const first = random.chance(AT_HOME) ? home : random.between(0, count - 1);
  const second = random.between(0, count - 1);
  return random.chance(SECOND) && second !== first ? [first, second].sort((a, b) => a - b) : [first];
}

/** Chance that {@link pickAreas} gives at least one of `wanted`. */
export function chanceOfAny(author: PersonIndex, count: number, wanted: readonly number[]): number {
  const is = (area: number) => (wanted.includes(area % count) ? 1 : 0);
  const anywhere = wanted.length / count;
  const first = AT_HOME * ((1 - NEXT_DOOR) * is(author) + NEXT_DOOR * is(author + 1)) + (1 - AT_HOME) * anywhere;
  return first + (1 - first) * SECOND * anywhere;
}
