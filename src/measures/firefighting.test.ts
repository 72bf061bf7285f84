import { describe, expect, it } from 'vitest';
import { ask, changes, column, times, WINDOW } from '../../test/ask.ts';
import type { LiteralTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { firefighting } from './firefighting.ts';

/** Thirty changes of bo, each to a file of its own; then one of ada to `hot.ts`, and one to it `ago` days later. */
function sequel(ago: number, last: { is_fix?: boolean; is_revert?: boolean }, bulk = false): LiteralTables {
  const tables = changes(...times(30, 'bo > bo core'), 'ada > ada core', 'ada > ada core');
  const rows = (tables.changes ?? []).map((change, i) => {
    const landed_at =
      i === 31 ? WINDOW.until - DAY : i === 30 ? WINDOW.until - DAY - ago * DAY : (change.landed_at ?? 0);
    return { ...change, landed_at, ...(i === 31 ? last : {}) };
  });
  return {
    ...tables,
    changes: rows,
    commits: (tables.commits ?? []).map((commit, i) => ({ ...commit, is_bulk: bulk && i === 30 })),
    file_changes: rows.map(({ change = '' }, i) => ({ commit_id: change, path: i < 30 ? `f${i}.ts` : 'hot.ts' })),
  };
}

describe('firefighting', () => {
  it('is a fix of files that another change touched in the last seven days', async () => {
    const report = await ask(firefighting, sequel(7, { is_fix: true }));
    expect(report.answer).toBe(
      '1 of 32 changes, 3% (1–16%), undid an earlier one or fixed a file changed in the 7 days before; ada wrote it.',
    );
    expect(column(report, 'changes')).toEqual([0, 1]);
    expect(column(report, 'by_lead')).toEqual([null, '1 of 1']);
    expect(report.rows[1]?.evidence).toEqual([{ kind: 'change', repository: 'repo', id: 'c032' }]);
  });

  it('is not a fix of older work, unless told so, nor of what only a bulk commit touched', async () => {
    expect((await ask(firefighting, sequel(8, { is_fix: true }))).figure).toMatchObject({ share: 0 });
    expect((await ask(firefighting, sequel(8, { is_fix: true }), { parameters: { days: 8 } })).figure).toMatchObject({
      share: 1 / 32,
    });
    expect((await ask(firefighting, sequel(1, { is_fix: true }, true))).figure).toMatchObject({ share: 0 });
    expect((await ask(firefighting, sequel(1, {}))).figure).toMatchObject({ share: 0 });
  });

  it('is any revert, however old what it undoes', async () => {
    const report = await ask(firefighting, sequel(100, { is_revert: true, is_fix: true }));
    expect(column(report, 'changes')).toEqual([1, 0]);
  });

  it('sees what was touched before the window began', async () => {
    const window = { since: WINDOW.until - 2 * DAY, until: WINDOW.until };
    expect((await ask(firefighting, sequel(5, { is_fix: true }), { window })).figure).toMatchObject({ share: 1 / 31 });
  });

  it('needs 20 changes, and stands without a lead', async () => {
    expect((await ask(firefighting, changes(...times(19, 'bo > bo core')))).figure).toBeNull();
    const report = await ask(firefighting, sequel(1, { is_fix: true }), { lead: null });
    expect(report.answer).toBe(
      '1 of 32 changes, 3% (1–16%), undid an earlier one or fixed a file changed in the 7 days before.',
    );
    expect(column(report, 'by_lead')).toEqual([null, null]);
  });
});
