import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import { bindings, concludeReport, defaultParameters } from '../domain/conclude.ts';
import { DAY } from '../domain/window.ts';
import { cover } from '../measures/cover.ts';
import { backtestCover } from './backtest.ts';
import { findCases, findTerms, type Settled } from './backtest-cases.ts';

/** A change: on which day, by whom, landed by whom if not by them, in which area. */
type Told = readonly [day: number, by: string, lander?: string | null, area?: string];

const DEFAULTS = defaultParameters(cover);
const NEVER = 1e6 * DAY;

async function open(told: readonly Told[], bots: readonly string[] = []) {
  const changes = told.map(([day, by, lander = by, area = 'core'], i) => {
    return { change: `c${i}`, landed_at: day * DAY, by, lander, area };
  });
  const names = new Set(changes.flatMap(({ by, lander }) => (lander === null ? [by] : [by, lander])));
  return await openTables({
    people: [...names].map((person) => ({ person, kind: bots.includes(person) ? 'bot' : 'human' })),
    changes: changes.map(({ change, landed_at, lander }) => ({ change, landed_at, lander })),
    change_authors: changes.map(({ change, by }) => ({ change, person: by })),
    change_areas: changes.map(({ change, area }) => ({ change, area })),
    commits: changes.map(({ change, by }) => ({ id: change, change, author: by })),
  });
}

async function casesOf(told: readonly Told[], bots: readonly string[] = [], settledBy: Settled = 'without-lead') {
  const query = await open(told, bots);
  const terms = await findTerms(query, { lead: 'lea', until: NEVER });
  return await findCases(query, terms, DEFAULTS, { until: NEVER, settledBy });
}

/** Amy and Bo are known and active; the cases of the tests begin at day 200. */
const PAST: readonly Told[] = [
  [1, 'lea'],
  [150, 'amy'],
  [151, 'amy'],
  [152, 'bo'],
];

describe('a case of the cover backtest', () => {
  it('is an area of a change the lead had a part in, settled by the next change there without the lead', async () => {
    const cases = await casesOf([...PAST, [200, 'lea'], [201, 'amy', 'lea'], [202, 'bo'], [203, 'amy']]);
    expect(cases).toEqual([
      { repository: 'repo', handover: 0, place: 2, place_by_last: 1, place_by_most: 2, is_reachable: true },
      { repository: 'repo', handover: 0, place: 2, place_by_last: 1, place_by_most: 2, is_reachable: true },
    ]);
  });

  it('is none when nobody took the area up without the lead within 180 days', async () => {
    expect(await casesOf([...PAST, [200, 'lea'], [201, 'amy', 'lea'], [202, 'bo', 'bo', 'docs'], [382, 'bo']])).toEqual(
      [],
    );
  });

  it('counts everybody with a part in that change, best placed first', async () => {
    const [found] = await casesOf([...PAST, [200, 'lea'], [202, 'bo', 'amy']]);
    expect(found).toMatchObject({ place: 1, place_by_most: 1 });
  });

  it('is not settled by a change nobody known had a part in', async () => {
    const cases = await casesOf([...PAST, [200, 'lea'], [201, 'stranger', null], [202, 'bo']]);
    expect(cases).toMatchObject([{ place: 2, is_reachable: true }]);
  });

  it('is settled by the next author, whoever landed it, when that is the question', async () => {
    const told: Told[] = [...PAST, [200, 'lea'], [201, 'lea', 'bo'], [202, 'amy', 'lea'], [203, 'bo']];
    const places = (await casesOf(told, [], 'author')).map((c) => c.place);
    expect(places).toEqual([1, 1, 2]);
  });

  it('is not settled by a bot', async () => {
    expect(await casesOf([...PAST, [100, 'robot'], [200, 'lea'], [201, 'robot']], ['robot'])).toEqual([]);
  });

  it('is out of reach for every rule when who came next had been away', async () => {
    const cases = await casesOf([...PAST, [300, 'lea'], [301, 'amy']]);
    expect(cases).toMatchObject([{ place: null, place_by_last: null, place_by_most: null, is_reachable: false }]);
  });

  it('sees only what landed before the change of the lead', async () => {
    const before = await casesOf([...PAST, [200, 'lea'], [201, 'bo']]);
    const after = await casesOf([
      ...PAST,
      [200, 'lea'],
      [201, 'bo'],
      ...Array.from({ length: 9 }, (): Told => [200, 'bo']),
    ]);
    expect(after).toEqual(before);
  });
});

describe('the backtest and the measure', () => {
  it('name the same people at the same moment', async () => {
    const someone = fc.constantFrom('amy', 'bo', 'cat', 'dan', 'eve', 'fay', 'lea');
    const change = fc.tuple(fc.integer({ min: 90, max: 299 }), someone, someone, fc.constantFrom('core', 'docs'));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 40 }), someone, async (past, next) => {
        fc.pre(next !== 'lea' && past.some(([, by, lander]) => by === next || lander === next));
        const told: Told[] = [[1, 'lea'], ...past, [300, 'lea'], [301, next]];
        const query = await open(told);
        const window = { since: 0, until: 300 * DAY };
        const context = { window, lead: 'lea', leadName: 'lea', parameters: DEFAULTS };
        const report = concludeReport(cover, await query(cover.sql, bindings(context)), context, ['repo']);
        const row = report.rows.find((r) => r.cells.area === 'core');
        const terms = [{ since: 300 * DAY, until: 301 * DAY, lead: 'lea' }];
        const [found] = await findCases(query, terms, DEFAULTS, { until: NEVER, settledBy: 'without-lead' });
        const isNamed = found?.place !== null && found?.place !== undefined && found.place <= 3;
        // The formula names both those who have worked there and those who would have to learn it.
        const named = [row?.cells.people, row?.cells.elsewhere].flatMap((cell) =>
          typeof cell === 'object' && cell !== null && 'people' in cell ? cell.people : [],
        );
        expect(named.includes(next)).toBe(isNamed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the terms of the cover backtest', () => {
  const landing = (from: number, to: number, lander: string): Told[] =>
    Array.from({ length: to - from }, (_, i) => [from + i, i % 2 === 0 ? 'amy' : 'bo', lander]);

  it('begin 180 days after the first change, and take for the lead who was it before each of them', async () => {
    const query = await open([...landing(0, 200, 'lea'), ...landing(200, 500, 'max')]);
    const terms = await findTerms(query, { lead: null, until: NEVER });
    expect(terms.map(({ since, lead }) => [since / DAY, lead])).toEqual([
      [180, 'lea'],
      [270, 'lea'],
      [360, 'max'],
      [450, 'max'],
    ]);
  });

  it('leave out stretches without a change, and those nobody led', async () => {
    const query = await open([...landing(0, 200, 'lea'), [5000, 'amy'], [5001, 'bo']]);
    expect((await findTerms(query, { lead: null, until: NEVER })).map((t) => t.since / DAY)).toEqual([180]);
  });

  it('end where the window ends', async () => {
    const query = await open(landing(0, 300, 'lea'));
    const terms = await findTerms(query, { lead: null, until: 200 * DAY });
    expect(terms).toEqual([{ since: 180 * DAY, until: 200 * DAY, lead: 'lea' }]);
  });
});

describe('the cover backtest', () => {
  const history = (next: string): Told[] => [
    ...PAST,
    ...Array.from({ length: 40 }, (_, i): Told[] => [
      [200 + 2 * i, 'lea'],
      [201 + 2 * i, next],
    ]).flat(),
  ];

  it('judges unrelated histories apart, and names nobody', async () => {
    const teams = [await open(history('amy')), await open(history('bo')), await open([])];
    const result = await backtestCover(teams, { lead: 'lea' });
    expect(result.histories).toMatchObject([
      { cases: 40, handovers: 40, reachable: 1, rules: { formula: { hitAt3: 1, meanReciprocalRank: 1 } } },
      { cases: 40, handovers: 40, reachable: 1, rules: { formula: { hitAt3: 1 } } },
      { cases: 0, rules: null, gains: null, reachable: null },
    ]);
    expect(result.overall?.histories).toBe(2);
    expect(JSON.stringify(result)).not.toMatch(/"(amy|bo|lea)"/);
  });

  it('judges the formula with the parameters it is given', async () => {
    const result = await backtestCover([await open(history('amy'))], { lead: 'lea', parameters: { floor: 99 } });
    expect(result.parameters.floor).toBe(99);
    expect(result.histories[0]?.rules?.formula.hitAt3).toBe(0);
    expect(result.histories[0]?.rules?.last.hitAt3).toBe(1);
  });
});
