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
import { openScanned, scanPlace } from './open.ts';
import { DEFAULT_REQUEST } from './request.ts';

let query: Query;
let close: () => void;
beforeAll(async () => {
  const effects = quietEffects({ cwd: teamRepository(), now: TEAM_NOW, dataDir: temporaryFolder('data') });
  const place = { effects, request: DEFAULT_REQUEST };
  const open = await openScanned(place, await scanPlace(place));
  close = () => open.close();
  query = await open.ask(DEFAULT_REQUEST, async ({ facts }) => facts.query);
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
