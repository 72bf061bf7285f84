import { describe, expect, it } from 'vitest';
import { askOpen } from '../../test/ask.ts';
import { leadOf, repositoryRow, settingOf } from '../../test/setting.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { flowSchema } from '../domain/flow.ts';
import { DAY } from '../domain/window.ts';
import { leadTime } from '../measures/lead-time.ts';
import { waiting } from '../measures/waiting.ts';
import { flow } from './flow.ts';

const day = (text: string) => Date.parse(text) / 1000;
const UNTIL = day('2015-03-10');
const setting = settingOf({ window: { since: UNTIL - 180 * DAY, until: UNTIL }, lead: leadOf('ada', 'Ada') });
const REPOSITORY = repositoryRow({ first_time: day('2014-12-05') });

/** So many changes, an hour apart from a moment on, each a day longer in waiting than the one before. */
function landed(count: number, from: string, route: string): LiteralTables {
  const rows = Array.from({ length: count }, (_, i) => ({
    change: `${from} ${route} ${i}`,
    at: day(from) + i * 3600,
    i,
  }));
  return {
    changes: rows.map(({ change, at, i }) => ({
      change,
      route,
      lander: 'ada',
      landed_at: at,
      worked_at: at - i * DAY,
      began_at: at - 2 * i * DAY,
    })),
    change_authors: rows.map(({ change }) => ({ change, person: 'bo' })),
  };
}
const together = (...all: readonly LiteralTables[]): LiteralTables => ({
  changes: all.flatMap((tables) => tables.changes ?? []),
  change_authors: all.flatMap((tables) => tables.change_authors ?? []),
});
const team = together(
  landed(31, '2014-12-08', 'pull'),
  landed(40, '2015-01-02', 'direct'),
  landed(25, '2015-02-03', 'pull'),
  landed(9, '2015-02-10', 'squash'),
  landed(5, '2015-03-01', 'pull'),
);
const asked = async (tables: LiteralTables, every: 'month' | 'quarter' | null = 'month') =>
  flow({ query: await openTables(tables), repositories: [REPOSITORY] }, setting, every);

describe('the flow', () => {
  it('is drawn by whole months from where the history begins, without a gap', async () => {
    const { periods, span } = await asked(team);
    expect(periods.map(({ since, changes }) => [new Date(since * 1000).toISOString().slice(0, 7), changes])).toEqual([
      ['2014-12', 31],
      ['2015-01', 40],
      ['2015-02', 34],
      ['2015-03', 5],
    ]);
    // Evidence of the times is of changes with a known time: neither direct nor squashed.
    expect(periods.map(({ evidenceTotal, waiting }) => [evidenceTotal, waiting.known])).toEqual([
      [31, 31],
      [0, 0],
      [25, 25],
      [5, 5],
    ]);
    expect(periods.map(({ isWhole }) => isWhole)).toEqual([true, true, true, false]);
    expect(span).toEqual({ since: day('2014-12-01'), until: UNTIL });
  });

  it('says of each month what the measures say when they are asked of it', async () => {
    const query = await openTables(team);
    const { periods } = await asked(team);
    for (const period of periods) {
      const window = { since: period.since, until: period.until };
      for (const [measure, spread] of [
        [waiting, period.waiting],
        [leadTime, period.leadTime],
      ] as const) {
        const report = await askOpen(measure, query, { window });
        expect([spread.median, spread.level]).toEqual([report.figure, report.confidence.level]);
      }
    }
    expect(periods.map(({ waiting: { known, median } }) => [known, median])).toEqual([
      [31, 15 * DAY],
      [0, null],
      [25, 12 * DAY],
      [5, null],
    ]);
  });

  it('counts what landed by route, and says what the times leave out', async () => {
    const { periods, routes, caveats } = await asked(team);
    expect(periods.map((period) => [period.routes.pull, period.routes.direct, period.routes.squash])).toEqual([
      [31, 0, 0],
      [0, 40, 0],
      [25, 0, 9],
      [5, 0, 0],
    ]);
    expect(routes.map(({ route }) => route)).toEqual(['pull', 'squash', 'direct']);
    expect(caveats).toEqual([
      expect.stringContaining('2 months of 4 hold fewer than 20'),
      expect.stringContaining('9 of 110 changes landed as a squash'),
      expect.stringContaining('40 of 110 changes landed directly'),
      'The last month is not over.',
    ]);
  });

  it('takes quarters where few months hold enough, and says why', async () => {
    const few = together(...['2014-12-08', '2015-01-02', '2015-02-03'].map((from) => landed(15, from, 'pull')));
    const { every, everyBecause, periods } = await asked(few, null);
    expect([every, periods.length]).toEqual(['quarter', 2]);
    expect(everyBecause).toContain('0 of 4 months hold enough');
    expect((await asked(team, null)).every).toBe('month');
  });

  it('shows releases oldest first with the pause that stands out', async () => {
    const releases = ['2014-12-20', '2014-12-28', '2015-02-25'].map((at, i) => ({
      name: `v${i}`,
      commit_id: `c${i}`,
      released_at: day(at),
    }));
    const told = await asked({ ...team, releases });
    expect(told.releases.map(({ name, pause }) => [name, pause])).toEqual([
      ['v0', null],
      ['v1', 8 * DAY],
      ['v2', 59 * DAY],
    ]);
    expect(told.longestPause).toEqual({ since: day('2014-12-28'), until: day('2015-02-25') });
  });

  it('has its documented shape, also of nothing at all', async () => {
    for (const tables of [team, {}]) {
      const told = await asked(tables, null);
      expect(flowSchema.parse(told)).toEqual(told);
    }
  });
});
