import type { Parameter, Query } from '../domain/query.ts';
import type { HeldFragment } from '../measures/held.ts';
import { valuesIn } from './values-in.ts';

/** Tables kept that were made for certain values: two trends of eight windows and what is asked beside them. */
const KEPT = 48;

interface Made {
  /** What stands in the SQL in place of the fragment. */
  readonly instead: string;
  readonly names: readonly string[];
  readonly making: Promise<void>;
  /** Made for certain values: it goes when others were asked for. */
  readonly isOfValues: boolean;
  /** Queries that are reading it. */
  readers: number;
}

type Values = Readonly<Record<string, Parameter>>;

/** Tables that stand in the place of fragments of SQL, made when first needed. */
export class HeldTables {
  readonly #query: Query;
  readonly #fragments: readonly HeldFragment[];
  readonly #made = new Map<string, Made>();
  #number = 0;

  constructor(query: Query, fragments: readonly HeldFragment[]) {
    this.#query = query;
    this.#fragments = fragments;
  }

  /** Gives `use` the text in which tables stand for fragments; they stay until it is done. */
  async with<T>(sql: string, values: Values, use: (text: string) => Promise<T>): Promise<T> {
    return await this.#with(sql, values, this.#fragments, use);
  }

  async #with<T>(
    sql: string,
    values: Values,
    fragments: readonly HeldFragment[],
    use: (text: string) => Promise<T>,
  ): Promise<T> {
    const read: Made[] = [];
    let text = sql;
    try {
      for (const [i, held] of fragments.entries()) {
        if (!text.includes(held.fragment)) continue;
        const made = this.#ready(held, values, fragments.slice(i));
        made.readers += 1;
        read.push(made);
        await made.making;
        text = text.replaceAll(held.fragment, made.instead);
      }
      return await use(text);
    } finally {
      for (const made of read) made.readers -= 1;
      await this.#dropUnused();
    }
  }

  #ready(held: HeldFragment, values: Values, fragments: readonly HeldFragment[]): Made {
    const selects = Object.values(held.tables).join();
    const told = valuesIn(selects, values);
    const key = `${told}${held.fragment}`;
    const known = this.#made.get(key);
    if (known !== undefined) {
      this.#made.delete(key);
      this.#made.set(key, known);
      return known;
    }
    const isOfValues = told !== '[]';
    const number = isOfValues ? `_${++this.#number}` : '';
    const names = Object.keys(held.tables);
    const instead = names.reduce((text, name) => text.replaceAll(name, `${name}${number}`), held.instead);
    const making = this.#make(held, number, values, fragments);
    const made = { instead, names: names.map((name) => `${name}${number}`), making, isOfValues, readers: 0 };
    this.#made.set(key, made);
    // What failed is tried again by the next.
    making.catch(() => this.#made.delete(key));
    return made;
  }

  async #make(held: HeldFragment, number: string, values: Values, fragments: readonly HeldFragment[]): Promise<void> {
    for (const [name, select] of Object.entries(held.tables)) {
      // It consists of smaller ones, which may stand already.
      await this.#with(select, values, fragments.slice(1), async (text) => {
        await this.#query(`CREATE OR REPLACE TABLE ${name}${number} AS ${text}`, values);
      });
    }
  }

  async #dropUnused(): Promise<void> {
    let excess = [...this.#made.values()].filter(({ isOfValues }) => isOfValues).length - KEPT;
    for (const [key, { names, isOfValues, readers }] of this.#made) {
      if (excess <= 0) return;
      if (!isOfValues || readers > 0) continue;
      excess -= 1;
      this.#made.delete(key);
      for (const name of names) await this.#query(`DROP TABLE IF EXISTS ${name}`);
    }
  }
}
