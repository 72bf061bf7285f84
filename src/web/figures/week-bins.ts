import type { Week } from '../../domain/weeks.ts';

/** Weeks that are drawn as one column: their mean a week. */
export interface WeekBin {
  /** In seconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly landed: number;
  readonly through: number;
  readonly own: number;
  /** Null where nothing was usual yet in any of them. */
  readonly usual: number | null;
}

const WEEK = 7 * 86_400;
/** A column narrower than this is no column any more, in pixels. */
const LEAST = 2.4;

/** How many weeks stand in one column, so that every column can be seen. */
export const weeksInColumn = (weeks: number, pixels: number): number =>
  Math.max(1, Math.ceil((LEAST * weeks) / Math.max(1, pixels)));

/** So many weeks in one, from the newest back: the oldest column may hold fewer. */
export function binned(weeks: readonly Week[], size: number): readonly WeekBin[] {
  const first = weeks.length % size;
  const starts = Array.from({ length: Math.floor(weeks.length / size) }, (_, i) => first + i * size);
  return [...(first > 0 ? [weeks.slice(0, first)] : []), ...starts.map((at) => weeks.slice(at, at + size))].map(
    (some) => ({
      from: some[0]?.from ?? 0,
      to: (some.at(-1)?.from ?? 0) + WEEK,
      landed: mean(some, 'landed'),
      through: mean(some, 'through'),
      own: mean(some, 'own'),
      usual: meanUsual(some),
    }),
  );
}

const mean = (weeks: readonly Week[], key: 'landed' | 'through' | 'own'): number =>
  weeks.reduce((sum, week) => sum + week[key], 0) / Math.max(1, weeks.length);

function meanUsual(weeks: readonly Week[]): number | null {
  const known = weeks.flatMap(({ usual }) => (usual === null ? [] : [usual]));
  return known.length === 0 ? null : known.reduce((sum, usual) => sum + usual, 0) / known.length;
}
