import { DERIVED_TABLES, type DerivedTable } from '../src/domain/tables.ts';
import type { Derivation } from '../src/domain/workbench.ts';
import { columnDefinitions } from '../src/store/columns.ts';

export interface LiteralDerivation {
  /** Statements that make tables otherwise than empty. */
  readonly tables?: Partial<Record<DerivedTable, string>>;
  /** Called at every run. */
  readonly onRun?: () => void;
}

/** Makes every derived table empty, but for `people`: one per author of a commit. */
export function derivationOf({ tables = {}, onRun }: LiteralDerivation = {}): Derivation {
  return {
    makes: (Object.keys(DERIVED_TABLES) as DerivedTable[]).filter((table) => table !== 'repositories'),
    async derive(bench) {
      onRun?.();
      for (const table of this.makes) {
        if (table === 'people') continue;
        await bench.run(tables[table] ?? `CREATE TABLE ${table} (${columnDefinitions(DERIVED_TABLES[table].columns)})`);
      }
      const authors = await bench.query<{ author: string }>('SELECT DISTINCT author FROM raw_commits');
      const people = authors.map(({ author }) => ({ person: author, name: author, kind: 'human' }));
      await bench.insert('people', people);
      return [`${authors.length} authors`];
    },
  };
}
