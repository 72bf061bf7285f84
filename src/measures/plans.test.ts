import { beforeAll, describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import { bindings, defaultParameters } from '../domain/conclude.ts';
import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { MEASURES } from './index.ts';

const UNTIL = 2000 * DAY;
/** Two hours apart. */
const COMMITS = Array.from({ length: 4000 }, (_, i) => ({
  i,
  id: i.toString(16).padStart(40, '0'),
  time: UNTIL - (4000 - i) * 7200,
  person: `person ${i % 40}`,
  lander: `person ${(i * 7) % 40}`,
  area: `area ${i % 14}`,
  path: `src/${i % 500}.ts`,
}));

/** A history long enough that the engine plans as it does for real ones. */
const TABLES = {
  commits: COMMITS.map(({ i, id, time, person, lander }) => ({
    ...{ id, change: id, author: person, committer: lander, author_time: time, committer_time: time },
    reverts: i % 90 === 50 ? (COMMITS[i - 50]?.id ?? null) : null,
  })),
  commit_authors: COMMITS.map(({ id, person }) => ({ commit_id: id, person })),
  changes: COMMITS.map(({ id, time, lander }) => ({ change: id, landed_at: time, began_at: time - DAY, lander })),
  change_authors: COMMITS.map(({ id, person }) => ({ change: id, person })),
  change_areas: COMMITS.map(({ id, area }) => ({ change: id, area })),
  reviews: COMMITS.filter(({ i }) => i % 5 === 0).map(({ id, time, lander }) => ({
    ...{ change: id, person: lander, reviewed_at: time },
  })),
  releases: COMMITS.filter(({ i }) => i % 60 === 0).map(({ i, id, time }) => ({
    ...{ name: `v1.${i}`, commit_id: id, released_at: time },
  })),
  areas: COMMITS.slice(0, 14).map(({ area }) => ({ area })),
  files: COMMITS.slice(0, 500).map(({ path, area }) => ({ path, area })),
  file_changes: COMMITS.map(({ id, path, area }) => ({ commit_id: id, path, area })),
};

/** A node of DuckDB's `EXPLAIN (FORMAT json)`. */
interface Step {
  readonly name: string;
  readonly extra_info?: { readonly Conditions?: string | readonly string[] };
  readonly children?: readonly Step[];
}

/** Joins, at any depth, whose only condition compares repositories; joins to the table of repositories itself are meant. */
function looseJoins(step: Step): string[] {
  const conditions = [step.extra_info?.Conditions ?? []].flat();
  const children = step.children ?? [];
  const isLoose = conditions.length > 0 && conditions.every((condition) => condition === 'repository = repository');
  const found = isLoose && !children.some(isTableOfRepositories) ? [JSON.stringify(step.extra_info)] : [];
  return [...found, ...children.flatMap(looseJoins)];
}

function isTableOfRepositories(step: Step): boolean {
  const text = JSON.stringify(step);
  return text.includes('repositories') && !text.includes('JOIN');
}

const plan = async (query: Query, sql: string, parameters = {}): Promise<string[]> => {
  const [row] = await query<{ explain_value: string }>(`EXPLAIN (FORMAT json) ${sql}`, parameters);
  return (JSON.parse(row?.explain_value ?? '') as Step[]).flatMap(looseJoins);
};

describe('the plan of a query', () => {
  let query: Query;
  beforeAll(async () => {
    query = await openTables(TABLES);
  });

  // The engine infers that two tables joined to a third have equal repositories, and may pair them by that alone: with
  // one repository, every row with every row.
  it.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    'of %s pairs no two tables by their repository alone',
    async (_, measure) => {
      const context = {
        ...{ window: { since: UNTIL - 180 * DAY, until: UNTIL }, lead: 'person 0', leadName: 'person 0' },
        parameters: defaultParameters(measure),
      };
      expect(await plan(query, measure.sql, bindings(context))).toEqual([]);
    },
  );

  it('is told apart from one that does', async () => {
    const pairs = 'SELECT count(*) FROM changes c JOIN reviews r ON r.repository = c.repository';
    expect(await plan(query, pairs)).toHaveLength(1);
  });
});
