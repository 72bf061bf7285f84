import { describe, expect, it } from 'vitest';
import { ask, changes, column, times, WINDOW } from '../../test/ask.ts';
import { DAY } from '../domain/window.ts';
import { oldScorecard } from './old-scorecard.ts';

const tables = changes(...times(3, 'ada > ada core'), 'bo+ada > bo core', ...times(4, 'bo > ada core'), 'bo > bo core');
const earlier = {
  ...tables,
  changes: (tables.changes ?? []).map((c, i) => (i === 0 || i === 7 ? { ...c, landed_at: WINDOW.since - DAY } : c)),
};

describe('the old scorecard', () => {
  it("counts the lead's own output, now and before, and is called the old one", async () => {
    const report = await ask(oldScorecard, earlier);
    expect(report.answer).toBe('By the old scorecard ada wrote 3 commits in 3 changes and landed 3 changes of others.');
    expect(column(report, 'count')).toEqual([3, 3, 3]);
    expect(column(report, 'before')).toEqual([1, 1, 1]);
    expect(report.notes[0]).toContain('the old scorecard');
    expect(report.rows[0]?.evidence[0]).toEqual({ kind: 'commit', repository: 'repo', id: 'c004' });
  });

  it('does not claim to know the time before a cut-off history', async () => {
    const report = await ask(oldScorecard, { ...earlier, repositories: [{ is_shallow: true }] });
    expect(column(report, 'before')).toEqual([null, null, null]);
  });

  it('is nothing for somebody who did nothing, and not asked without a lead', async () => {
    expect(column(await ask(oldScorecard, {}), 'count')).toEqual([0, 0, 0]);
    expect((await ask(oldScorecard, tables, { lead: null })).figure).toBeNull();
  });
});
