import { describe, expect, it } from 'vitest';
import { ask, changes, column, times, WINDOW } from '../../test/ask.ts';
import type { LiteralTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { changeFail } from './change-fail.ts';

/** Twelve changes ten days apart, released two by two as v1 … v6 when the second lands; and what else is told of them. */
function delivered(more: (i: number) => { change?: object; commit?: object } = () => ({})): LiteralTables {
  const tables = changes(...times(12, 'bo > bo core'));
  const at = (i: number) => WINDOW.until - 10 * DAY * (12 - i);
  return {
    ...tables,
    changes: (tables.changes ?? []).map((c, i) => ({ ...c, landed_at: at(i), ...more(i).change })),
    commits: (tables.commits ?? []).map((k, i) => ({ ...k, ...more(i).commit })),
    releases: [1, 3, 5, 7, 9, 11].map((i, n) => ({
      name: `v${n + 1}`,
      commit_id: `c${String(i + 1).padStart(3, '0')}`,
      released_at: at(i),
    })),
  };
}

describe('the change fail rate', () => {
  it('is the share of releases of which a change was reverted soon after', async () => {
    // c005, released as v3 when c006 landed, is reverted by c008, twenty days later.
    const report = await ask(
      changeFail,
      delivered((i) => (i === 7 ? { commit: { reverts: 'c005', is_revert: true } } : {})),
    );
    expect(report.figure).toMatchObject({ share: 1 / 6, of: 6 });
    expect(report.answer).toBe('1 of 6 releases, 17% (3–56%), had to be repaired by a revert or a hot fix.');
    expect(column(report, 'release')).toEqual(['v6', 'v5', 'v4', 'v3', 'v2', 'v1']);
    expect(column(report, 'repair')).toEqual(['', '', '', '1 change reverted', '', '']);
    expect(column(report, 'changes')).toEqual([2, 2, 2, 2, 2, 2]);
    expect(report.rows[3]?.evidence).toEqual([{ kind: 'change', repository: 'repo', id: 'c008' }]);
    expect(report.confidence.level).toBe('low');
  });

  it('does not count what was reverted before its release, or long after', async () => {
    const before = delivered((i) => (i === 5 ? { commit: { reverts: 'c005', is_revert: true } } : {}));
    expect((await ask(changeFail, before)).figure).toMatchObject({ share: 0 });
    const late = delivered((i) => (i === 11 ? { commit: { reverts: 'c005', is_revert: true } } : {}));
    expect((await ask(changeFail, late)).figure).toMatchObject({ share: 0 });
    expect((await ask(changeFail, late, { parameters: { days: 60 } })).figure).toMatchObject({ share: 1 / 6 });
  });

  it('counts a release that is soon followed by one of nothing but fixes', async () => {
    const fixes = delivered((i) => (i === 6 || i === 7 ? { change: { is_fix: true } } : {}));
    expect((await ask(changeFail, fixes)).figure).toMatchObject({ share: 0 });
    const soon = await ask(changeFail, fixes, { parameters: { 'hotfix-days': 20 } });
    expect(column(soon, 'repair')).toEqual(['', '', '', 'hot fix v4', '', '']);
    const mixed = delivered((i) => (i === 7 ? { change: { is_fix: true } } : {}));
    expect((await ask(changeFail, mixed, { parameters: { 'hotfix-days': 20 } })).figure).toMatchObject({ share: 0 });
  });

  it('has no evidence without releases, and not enough below five', async () => {
    const { releases = [], ...rest } = delivered();
    expect(await ask(changeFail, rest)).toMatchObject({
      figure: null,
      answer: 'No evidence: no release or deployment is seen in this window.',
    });
    expect(await ask(changeFail, { ...rest, releases: releases.slice(0, 4) })).toMatchObject({
      figure: null,
      answer: 'Not enough evidence: only 4 releases in this window.',
    });
  });
});
