import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askOpen, WINDOW } from '../../test/ask.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { FIGURE_KINDS, type Report } from '../domain/report.ts';
import { DERIVED_TABLES, type DerivedTable } from '../domain/tables.ts';
import { DAY } from '../domain/window.ts';
import { MEASURES } from './index.ts';

const PEOPLE = ['Ada Lead', 'Bo Mate', 'Cy Mate', 'Dee Mate', 'Eve Mate'];
const MACHINES = [
  { person: 'Robo Bot', kind: 'bot' },
  { person: 'Auto Agent', kind: 'agent' },
];
const EVERYBODY = [...PEOPLE, ...MACHINES.map((m) => m.person)];
const LEAD = 'Ada Lead';

const who = fc.constantFrom(...EVERYBODY);
const where = fc.constantFrom('core', 'docs', 'ui');
const repository = fc.constantFrom('one', 'two');
/** Around the window, on its edges, unknown, and absurd. */
const when = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: WINDOW.since - 300 * DAY, max: WINDOW.until + 10 * DAY }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, WINDOW.since, WINDOW.until, WINDOW.until - 1, 0, -5_000_000_000, 2 ** 40),
  },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4, nil: null });

const change = fc.record({
  repository,
  landed_at: when,
  began_at: when,
  worked_at: when,
  route: fc.constantFrom('pull', 'branch', 'squash', 'patch', 'direct'),
  lander: maybe(who),
  authors: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
  areas: fc.uniqueArray(where),
  reviews: fc.uniqueArray(
    fc.record({ person: who, kind: fc.constantFrom('approval', 'sign-off', 'test'), reviewed_at: when }),
    {
      maxLength: 2,
      selector: (review) => `${review.person} ${review.kind}`,
    },
  ),
  path: fc.constantFrom('core/a.ts', 'core/b.ts', 'docs/c.ts', 'ui/d.ts'),
  status: fc.constantFrom('A', 'M', 'R', 'D', 'T'),
  parent_count: fc.constantFrom(0, 1, 1, 1, 2),
  is_bulk: fc.boolean(),
  is_fix: fc.boolean(),
  is_revert: fc.boolean(),
  release: fc.option(fc.record({ releaser: maybe(who), released_at: when, is_prerelease: fc.boolean() }), { freq: 3 }),
});

const team: fc.Arbitrary<LiteralTables> = fc
  .record({
    list: fc.array(change, { maxLength: 60, size: 'max' }),
    isShallow: fc.boolean(),
    isPartial: fc.boolean(),
    firstTime: when,
  })
  .map(({ list, isShallow, isPartial, firstTime }) => {
    const all = list.map((c, i) => ({ ...c, change: `c${i}` }));
    return {
      repositories: [
        { repository: 'one', is_shallow: isShallow, first_time: firstTime },
        { repository: 'two', is_partial: isPartial },
      ],
      people: [...PEOPLE.map((person) => ({ person })), ...MACHINES],
      changes: all.map((c) => ({
        ...pick(
          c,
          'repository',
          'change',
          'landed_at',
          'began_at',
          'worked_at',
          'route',
          'lander',
          'is_fix',
          'is_revert',
        ),
        files: c.areas.length,
        areas: c.areas.length,
        directories: c.areas.length,
        is_human: c.authors.some((a) => PEOPLE.includes(a)),
      })),
      change_authors: all.flatMap((c) => c.authors.map((person) => ({ ...pick(c, 'repository', 'change'), person }))),
      change_areas: all.flatMap((c) => c.areas.map((area) => ({ ...pick(c, 'repository', 'change'), area }))),
      reviews: all.flatMap((c) => c.reviews.map((review) => ({ ...pick(c, 'repository', 'change'), ...review }))),
      commits: all.map((c, i) => ({
        ...pick(c, 'repository', 'change', 'parent_count', 'is_bulk', 'is_fix', 'is_revert'),
        id: c.change,
        author: c.authors[0] ?? LEAD,
        committer: c.lander,
        author_time: c.worked_at,
        committer_time: c.landed_at,
        reverts: c.is_revert ? `c${i >> 1}` : null,
      })),
      commit_authors: all.flatMap((c) =>
        c.authors.map((person) => ({ repository: c.repository, commit_id: c.change, person })),
      ),
      file_changes: all.map((c) => ({ ...pick(c, 'repository', 'path', 'status'), commit_id: c.change })),
      files: ['one', 'two'].flatMap((of) =>
        ['core/a.ts', 'core/b.ts', 'docs/c.ts', 'ui/d.ts'].map((path) => ({
          repository: of,
          path,
          area: path.split('/')[0] ?? null,
        })),
      ),
      releases: all.flatMap((c) =>
        c.release === null
          ? []
          : [{ repository: c.repository, name: `v${c.change}`, commit_id: c.change, ...c.release }],
      ),
    };
  });

function pick<T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

/** Everything a report says outside of cells that name people. */
function saidOutsidePeopleCells(report: Report): string {
  return JSON.stringify(report, (_, value) =>
    typeof value === 'object' && value !== null && 'people' in value ? null : value,
  );
}

const reversed = (tables: LiteralTables): LiteralTables =>
  Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, [...rows].reverse()]));

describe('every measure', () => {
  it('is named once, in kebab-case, and asks a question', () => {
    expect(new Set(MEASURES.map((m) => m.id)).size).toBe(MEASURES.length);
    for (const measure of MEASURES) {
      expect(measure.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(measure.question).toMatch(/^[A-Z][^?]*\?$/);
      expect(FIGURE_KINDS).toContain(measure.figureKind);
      for (const text of [measure.formula, measure.misleads, measure.source]) expect(text).toMatch(/[.)]$/);
      for (const parameter of measure.parameters) {
        expect(parameter.default).toBeGreaterThanOrEqual(parameter.min);
        expect(parameter.default).toBeLessThanOrEqual(parameter.max);
        expect(measure.sql).toContain(`$${parameter.name.replaceAll('-', '_')}`);
      }
    }
  });

  it.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    '%s names the tables that it reads',
    (_, measure) => {
      const read = (Object.keys(DERIVED_TABLES) as DerivedTable[]).filter((table) =>
        new RegExp(`\\b(FROM|JOIN)\\s+${table}\\b`).test(measure.sql),
      );
      expect([...measure.reads].sort()).toEqual(read.sort());
    },
  );

  it('answers on nothing at all, without a figure made of nothing', async () => {
    const query = await openTables({});
    for (const measure of MEASURES) {
      for (const lead of [LEAD, null]) {
        const report = await askOpen(measure, query, { lead });
        expect(report.rows.filter((row) => row.evidence.length > 0)).toEqual([]);
        expect([null, 0]).toContain(report.figure);
      }
    }
  });

  it('gives any team a report of the documented shape that names nobody else outside of people cells, the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(team, fc.constantFrom(LEAD, 'Bo Mate', null), async (tables, lead) => {
        const [query, other] = [await openTables(tables), await openTables(reversed(tables))];
        for (const measure of MEASURES) {
          const report = await askOpen(measure, query, { lead });
          for (const row of report.rows) {
            expect(Object.keys(row.cells).sort()).toEqual(report.columns.map((c) => c.key).sort());
            expect(row.evidenceTotal).toBeGreaterThanOrEqual(row.evidence.length);
          }
          const said = saidOutsidePeopleCells(report);
          expect(EVERYBODY.filter((name) => name !== lead && said.includes(name))).toEqual([]);
          expect(await askOpen(measure, other, { lead })).toEqual(report);
        }
      }),
      { numRuns: 15 },
    );
  });
});
