import type { Query } from '../domain/query.ts';
import { HELD_FRAGMENTS, type HeldFragment } from '../measures/held.ts';
import { HeldTables } from './held-tables.ts';
import { valuesIn } from './values-in.ts';

/** Texts and numbers of rows that are kept; a measure of a large history has some ten thousand. */
const ROOM = 500_000;
/** Rows that weigh more are of a history read whole, which whoever reads it holds itself. */
const HEAVIEST = 250_000;

/**
 * A query for facts that stay open: what many measures compute alike is computed once, and what was asked is remembered by
 * its text and the parameters it names: a measure that names no window is asked once for all of them. The facts being the
 * same, so are the rows: nobody may change them.
 */
export function heldQuery(query: Query, fragments: readonly HeldFragment[] = HELD_FRAGMENTS): Query {
  const tables = new HeldTables(query, fragments);
  const kept = new Map<string, { readonly rows: Promise<object[]>; weight: number }>();
  let weight = 0;

  return async <R extends object>(sql: string, parameters: Parameters<Query>[1] = {}): Promise<R[]> => {
    const key = `${valuesIn(sql, parameters)}${sql}`;
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return [...(await known.rows)] as R[];
    }
    const entry = { rows: tables.with(sql, parameters, (text) => query<object>(text, parameters)), weight: 0 };
    kept.set(key, entry);
    try {
      const rows = await entry.rows;
      const own = weigh(rows, HEAVIEST);
      if (kept.get(key) !== entry) return rows as R[];
      if (own >= HEAVIEST) kept.delete(key);
      else weight += entry.weight = own;
      for (const [oldest, { weight: freed }] of kept) {
        if (weight <= ROOM) break;
        kept.delete(oldest);
        weight -= freed;
      }
      return [...rows] as R[];
    } catch (error) {
      if (kept.get(key) === entry) kept.delete(key);
      throw error;
    }
  };
}

/** Values in rows, a long text as many; counting ends at `enough`. */
function weigh(value: unknown, enough: number): number {
  if (typeof value === 'string') return 1 + value.length / 64;
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 1;
  for (const one of Object.values(value)) {
    sum += weigh(one, enough - sum);
    if (sum >= enough) break;
  }
  return sum;
}
