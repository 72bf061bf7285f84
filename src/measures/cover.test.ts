import { describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import { bindings, concludeReport, defaultParameters } from '../domain/conclude.ts';
import type { MeasureContext } from '../domain/measure.ts';
import { DAY } from '../domain/window.ts';
import { cover } from './cover.ts';

const UNTIL = 1000 * DAY;
const context: MeasureContext = {
  window: { since: UNTIL - 180 * DAY, until: UNTIL },
  lead: 'lea',
  leadName: 'lea',
  parameters: defaultParameters(cover),
};

/** A change: who wrote it, how many days ago it landed, where, and who landed or reviewed it for them. */
interface Told {
  readonly by: string;
  readonly ago: number;
  readonly area?: string;
  readonly lander?: string | null;
  readonly reviewer?: string;
  readonly bulk?: boolean;
}

async function ask(told: readonly Told[], kinds: Readonly<Record<string, 'bot' | 'agent'>> = {}) {
  const changes = told.map((t, i) => ({ ...t, change: `c${i}`, landed_at: UNTIL - t.ago * DAY }));
  const names = [...new Set(told.flatMap((t) => [t.by, t.lander, t.reviewer]))].filter((n) => typeof n === 'string');
  const query = await openTables({
    people: [...new Set([...names, 'lea'])].map((person) => ({ person, kind: kinds[person] ?? 'human' })),
    changes: changes.map((c) => ({
      change: c.change,
      landed_at: c.landed_at,
      lander: c.lander === undefined ? c.by : c.lander,
    })),
    change_authors: changes.map((c) => ({ change: c.change, person: c.by })),
    change_areas: changes.map((c) => ({ change: c.change, area: c.area ?? 'core' })),
    commits: changes.map((c) => ({ id: c.change, change: c.change, author: c.by, is_bulk: c.bulk ?? false })),
    reviews: changes.flatMap((c) => (c.reviewer === undefined ? [] : [{ change: c.change, person: c.reviewer }])),
  });
  return concludeReport(cover, await query(cover.sql, bindings(context)), context, ['repo']);
}

const named = (report: Awaited<ReturnType<typeof ask>>, column = 'people') =>
  report.rows.find((row) => row.cells.area === 'core')?.cells[column];

describe('who could cover an area of the lead', () => {
  it('is at most three people, in alphabetical order, with the changes that show it', async () => {
    const report = await ask([
      { by: 'lea', ago: 5 },
      { by: 'zoe', ago: 10 },
      { by: 'zoe', ago: 11 },
      { by: 'zoe', ago: 12 },
      { by: 'bo', ago: 10 },
      { by: 'bo', ago: 11 },
      { by: 'mia', ago: 10 },
      { by: 'mia', ago: 11 },
      { by: 'amy', ago: 80 },
    ]);
    expect(named(report)).toEqual({ people: ['bo', 'mia', 'zoe'] });
    expect(report.rows[0]?.evidence[0]).toEqual({ kind: 'change', repository: 'repo', id: 'c6' });
    expect(report.rows[0]?.evidenceTotal).toBe(7);
    expect(report.rows[0]?.cells).toMatchObject({ changes: 1, elsewhere: { people: [] } });
  });

  it('prefers who worked there lately to who once worked there much', async () => {
    const old = ['ann', 'ben', 'cat'].flatMap((by) => [400, 410, 420].map((ago) => ({ by, ago, lander: 'lea' })));
    const report = await ask([
      { by: 'lea', ago: 5 },
      ...old,
      ...['ann', 'ben', 'cat'].map((by) => ({ by, ago: 80, area: 'docs', lander: 'lea' })),
      ...['dan', 'eve', 'fay'].map((by) => ({ by, ago: 10, lander: 'lea' })),
    ]);
    expect(named(report)).toEqual({ people: ['dan', 'eve', 'fay'] });
  });

  it('counts landing and reviewing there too, and names nobody on too little', async () => {
    const report = await ask([
      { by: 'lea', ago: 5 },
      { by: 'lea', ago: 10, lander: 'rob' },
      { by: 'lea', ago: 10, reviewer: 'rea' },
      { by: 'lea', ago: 400, lander: 'old' },
      { by: 'lea', ago: 89, area: 'docs', lander: 'old' },
    ]);
    expect(named(report)).toEqual({ people: ['rea', 'rob'] });
  });

  it('prefers who works without the lead to who works with them as much', async () => {
    const three = (by: string, lander: string) => [10, 20, 30].map((ago) => ({ by, ago, area: 'docs', lander }));
    const report = await ask([
      { by: 'lea', ago: 5 },
      ...['ann', 'ben', 'cat'].flatMap((by) => three(by, 'lea')),
      ...['xia', 'yan', 'zoe'].flatMap((by) => three(by, by)),
    ]);
    expect(named(report, 'elsewhere')).toEqual({ people: ['xia', 'yan', 'zoe'] });
  });

  it('names nobody who has not worked there, and apart from them who works elsewhere', async () => {
    const report = await ask([
      { by: 'lea', ago: 5 },
      { by: 'eve', ago: 5, area: 'docs' },
      { by: 'fay', ago: 60, area: 'docs', lander: 'lea' },
    ]);
    expect(named(report)).toEqual({ people: [] });
    expect(report.rows[0]?.cells.elsewhere).toEqual({ people: ['eve'] });
    expect(report.rows[0]?.evidence.map((e) => e.id)).toEqual(['c1']);
    expect(report.figure).toBe(1);
  });

  it('names nobody rather than a bot, an agent, somebody who left, or the author of a bulk change', async () => {
    const report = await ask(
      [
        { by: 'lea', ago: 5 },
        { by: 'robot', ago: 5 },
        { by: 'agent', ago: 5 },
        { by: 'gone', ago: 91 },
        { by: 'sweep', ago: 5, bulk: true, lander: 'lea' },
      ],
      { robot: 'bot', agent: 'agent' },
    );
    expect(named(report)).toEqual({ people: [] });
    expect(report.rows[0]?.cells.elsewhere).toEqual({ people: [] });
    expect(report.answer).toBe('Nobody else who is active has worked in the one area lea worked in.');
  });

  it('is asked only of areas in which the lead had a part in the window, in whatever role', async () => {
    const report = await ask([
      { by: 'amy', ago: 5, area: 'landed', lander: 'lea' },
      { by: 'amy', ago: 5, area: 'reviewed', reviewer: 'lea' },
      { by: 'lea', ago: 5, area: 'written' },
      { by: 'lea', ago: 181, area: 'earlier' },
      { by: 'amy', ago: 5, area: 'others' },
    ]);
    expect(report.rows.map((row) => row.cells.area)).toEqual(['landed', 'reviewed', 'written']);
  });

  it('does not look past the end of the window', async () => {
    const report = await ask([
      { by: 'lea', ago: 5 },
      { by: 'amy', ago: 0 },
      { by: 'bo', ago: -3 },
    ]);
    expect(named(report)).toEqual({ people: [] });
  });

  it('is less sure where little was done with the lead, or nobody can see who landed', async () => {
    const much: Told[] = [5, 6, 7].map((ago) => ({ by: 'lea', ago }));
    const hidden: Told[] = [1, 2, 3, 4, 5, 6].map((ago) => ({ by: 'amy', ago, lander: null }));
    expect((await ask(much)).confidence.level).toBe('medium');
    expect((await ask(much.slice(1))).confidence.level).toBe('low');
    const report = await ask([...much, ...hidden]);
    expect(report.confidence.level).toBe('low');
    expect(report.confidence.because).toContain('the lander of 3 of 9 changes is known');
  });

  it('says that there is not enough evidence when the lead did nothing in the window', async () => {
    const report = await ask([{ by: 'amy', ago: 5 }]);
    expect(report.confidence.level).toBe('none');
    expect(report.figure).toBeNull();
  });
});
