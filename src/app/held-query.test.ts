import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quietEffects } from '../../test/command-line.ts';
import { temporaryFolder } from '../../test/git-fixture.ts';
import { TEAM_NOW, teamRepository } from '../../test/team-repository.ts';
import { bindings, concludeReport, defaultParameters } from '../domain/conclude.ts';
import type { Query } from '../domain/query.ts';
import { DAY } from '../domain/window.ts';
import { HELD_FRAGMENTS } from '../measures/held.ts';
import { heldQuery } from './held-query.ts';
import { measures } from './measures.ts';
import { type Opened, openScanned, scanPlace } from './open.ts';
import { DEFAULT_REQUEST } from './request.ts';
import { twoAtOnce } from './two-at-once.ts';

let query: Query;
/** Of a session: held, and with its tables in memory. */
let long: Opened['facts'];
let close: () => void;
beforeAll(async () => {
  const effects = quietEffects({ cwd: teamRepository(), now: TEAM_NOW, dataDir: temporaryFolder('data') });
  const place = { effects, request: DEFAULT_REQUEST };
  const workspace = await scanPlace(place);
  const [open, held] = [await openScanned(place, workspace), await openScanned(place, workspace, true)];
  close = () => {
    open.close();
    held.close();
  };
  query = await open.ask(DEFAULT_REQUEST, async ({ facts }) => facts.query);
  long = await held.ask(DEFAULT_REQUEST, async ({ facts }) => facts);
  await long.keepAtHand();
  await long.compact();
});
afterAll(() => close());

const people = async () =>
  (await query<{ person: string }>('SELECT person FROM people ORDER BY person')).map((p) => p.person);

describe('facts that stay open', () => {
  it('give every measure the report it has without them, at any moment', async () => {
    const held = heldQuery(query);
    const [lead = null] = await people();
    for (const measure of measures) {
      for (const daysAgo of [0, 60.5]) {
        const until = TEAM_NOW - daysAgo * DAY;
        const context = {
          window: { since: until - 90 * DAY, until },
          lead,
          leadName: 'Somebody',
          parameters: defaultParameters(measure),
        };
        const report = async (ask: Query) =>
          concludeReport(measure, await ask<never>(measure.sql, bindings(context)), context, ['engine']);
        expect(await report(held), measure.id).toEqual(await report(query));
      }
    }
  });

  it('give that report for any window and lead, asked in any order, two at once', async () => {
    const leads = [...(await people()), 'nobody at all', null];
    const window = fc.record({
      until: fc.double({ min: TEAM_NOW - 200 * DAY, max: TEAM_NOW + DAY, noNaN: true }),
      days: fc.integer({ min: 1, max: 400 }),
      lead: fc.constantFrom(...leads),
    });
    await fc.assert(
      fc.asyncProperty(window, async ({ until, days, lead }) => {
        await twoAtOnce(measures, async (measure) => {
          const context = {
            window: { since: until - days * DAY, until },
            lead,
            leadName: 'Somebody',
            parameters: defaultParameters(measure),
          };
          const report = async (ask: Query) =>
            concludeReport(measure, await ask<never>(measure.sql, bindings(context)), context, ['engine']);
          expect(await report(long.query), measure.id).toEqual(await report(query));
        });
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('ask a text that names no window once for all windows', async () => {
    let asked = 0;
    const held = heldQuery(async (sql, parameters) => {
      asked += 1;
      return await query(sql, parameters);
    });
    const sql = 'SELECT count(*) AS n FROM people WHERE person <> $lead';
    const rows = [await held(sql, { lead: 'x', until: 1 }), await held(sql, { lead: 'x', until: 2 })];
    expect([rows[1], asked]).toEqual([rows[0], 1]);
  });

  it('let go of tables that were made for moments nobody asks about any more', async () => {
    const held = heldQuery(query);
    const [measure] = measures.filter(({ id }) => id === 'known-to-one');
    for (let day = 0; day < 60; day += 1) {
      const until = TEAM_NOW - day * DAY;
      const told = { since: until - DAY, until, lead: null, half_life: 180, floor: 0.5, fraction: 0.1 };
      await held(measure?.sql ?? '', told);
    }
    const tables = await query<{ n: number }>(
      "SELECT count(*) AS n FROM duckdb_tables() WHERE table_name SIMILAR TO 'held_(holders|presence)_[0-9]+'",
    );
    expect(tables[0]?.n).toBeLessThanOrEqual(50);
  }, 60_000);

  it('hold something for every fragment: each is part of some measure', () => {
    for (const { fragment } of HELD_FRAGMENTS) {
      expect(measures.filter(({ sql }) => sql.includes(fragment)).length).toBeGreaterThan(0);
    }
  });

  it('answer the same question once, by whatever order its parameters are named', async () => {
    let asked = 0;
    const held = heldQuery(async (sql, parameters) => {
      asked += 1;
      return await query(sql, parameters);
    });
    const sql = 'SELECT $a + $b AS sum';
    const [one, other] = await Promise.all([held(sql, { a: 1, b: 2 }), held(sql, { b: 2, a: 1 })]);
    expect([one, other, asked]).toEqual([[{ sum: 3 }], [{ sum: 3 }], 1]);
    await held(sql, { a: 1, b: 3 });
    expect(asked).toBe(2);
  });

  it('are not changed by who sorts the rows that were given', async () => {
    const held = heldQuery(query);
    const sql = 'SELECT unnest([1, 2, 3]) AS n';
    (await held(sql)).reverse();
    expect(await held(sql)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('ask again what failed', async () => {
    let isBroken = true;
    const held = heldQuery(async (sql, parameters) => {
      if (isBroken) throw new Error('broken');
      return await query(sql, parameters);
    });
    await expect(held('SELECT 1 AS n')).rejects.toThrow('broken');
    isBroken = false;
    expect(await held('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
