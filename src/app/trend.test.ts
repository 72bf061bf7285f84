import { describe, expect, it } from 'vitest';
import { askOpen, changes, times, WINDOW } from '../../test/ask.ts';
import { leadOf, repositoryRow, settingOf } from '../../test/setting.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { trendSchema } from '../domain/trend.ts';
import { DAY } from '../domain/window.ts';
import { gate } from '../measures/gate.ts';
import { truckFactor } from '../measures/truck-factor.ts';
import { measures } from './measures.ts';
import { hasTrend, trend, windowsBefore } from './trend.ts';

const setting = settingOf({ lead: leadOf('ada', 'Ada') });
const REPOSITORY = repositoryRow({ first_time: WINDOW.until - 400 * DAY });

/** The same team 365 days earlier, when bo landed too; seen in the window that ended nine months before. */
function earlier(tables: LiteralTables, days: number, mark: string): LiteralTables {
  const back = (at: number | null | undefined) => (at ?? 0) - days * DAY;
  return {
    changes: (tables.changes ?? []).map((c) => ({
      ...c,
      change: `${mark}${c.change}`,
      landed_at: back(c.landed_at),
      began_at: back(c.began_at),
      worked_at: back(c.worked_at),
    })),
    change_authors: (tables.change_authors ?? []).map((a) => ({ ...a, change: `${mark}${a.change}` })),
    change_areas: (tables.change_areas ?? []).map((a) => ({ ...a, change: `${mark}${a.change}` })),
  };
}
const now = changes(...times(40, 'bo > ada core'));
const then = earlier(changes(...times(15, 'bo > ada core'), ...times(25, 'cy > bo core')), 365, 'old-');
const team: LiteralTables = {
  ...now,
  changes: [...(now.changes ?? []), ...(then.changes ?? [])],
  change_authors: [...(now.change_authors ?? []), ...(then.change_authors ?? [])],
  change_areas: [...(now.change_areas ?? []), ...(then.change_areas ?? [])],
};
const facts = async () => ({ query: await openTables(team), repositories: [REPOSITORY] });

describe('a trend', () => {
  it.each(['gate', 'waiting', 'known-to-one'])('of %s says what the measure says of each window', async (id) => {
    const measure = measures.find((one) => one.id === id) ?? gate;
    const open = await facts();
    const { points } = await trend(open, setting, measure, { every: 'quarter', moments: 6 });
    for (const { since, until, figure, confidence } of points) {
      const report = await askOpen(measure, open.query, { window: { since, until } });
      expect([figure, confidence.level]).toEqual([report.figure, report.confidence.level]);
    }
    expect(points.at(-1)).toMatchObject(WINDOW);
  });

  it('keeps a window without evidence as a gap, and says how many hold enough', async () => {
    const told = await trend(await facts(), setting, gate, { every: 'quarter', moments: 5 });
    const shares = told.points.map(({ figure }) => (typeof figure === 'object' ? (figure?.share ?? null) : figure));
    expect(shares).toEqual([null, 0.375, null, null, 1]);
    expect(told.answer).toContain('of 5 windows hold enough evidence');
    expect(told.answer).toContain('Their intervals lie apart.');
    expect(trendSchema.parse(told)).toEqual(told);
  });

  it('is about the same lead throughout, and says so, and what is seen as it is today', async () => {
    const { notes } = await trend(await facts(), setting, gate, { every: 'quarter', moments: 8 });
    expect(notes.join(' ')).toContain('It is about Ada at every moment');
    expect(notes.join(' ')).toContain('Areas, joined identities and the configuration are those of today');
    expect(notes.join(' ')).toContain('Neighbouring windows overlap');
    expect(notes.join(' ')).toContain('repo on ');
  });

  it('of a measure that looks at no window is one point and the reason', async () => {
    expect(hasTrend(truckFactor)).toBe(false);
    const told = await trend(await facts(), setting, truckFactor, { every: 'month', moments: 8 });
    expect(told.points).toHaveLength(1);
    expect(told.answer).toContain('whatever the window');
  });
});

describe('the windows of a trend', () => {
  it('are as long as the asked one and end on the same day of earlier months', () => {
    const until = Date.UTC(2015, 4, 31) / 1000;
    const windows = windowsBefore({ since: until - 180 * DAY, until }, 'quarter', 3);
    const days = windows.map(({ until: end }) => new Date(end * 1000).toISOString().slice(0, 10));
    expect(days).toEqual(['2014-11-30', '2015-02-28', '2015-05-31']);
    expect(windows.every((window) => window.until - window.since === 180 * DAY)).toBe(true);
  });
});
