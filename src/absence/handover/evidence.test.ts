import { describe, expect, it } from 'vitest';
import { openTables } from '../../../test/tables.ts';
import { DAY } from '../../domain/window.ts';
import { readHandoverEvidence } from './evidence.ts';

const UNTIL = 1000 * DAY;
const at = (ago: number): number => UNTIL - ago * DAY;

/** A change of one commit that touched files of core. */
interface Told {
  readonly change: string;
  readonly ago: number;
  readonly paths: readonly string[];
  readonly fix?: boolean;
  readonly revert?: boolean;
  readonly bulk?: boolean;
}

async function evidenceOf(told: readonly Told[]) {
  const paths = [...new Set(told.flatMap((one) => one.paths))];
  return await readHandoverEvidence(
    await openTables({
      changes: told.map(({ change, ago, fix, revert }) => ({
        change,
        landed_at: at(ago),
        is_fix: fix === true,
        is_revert: revert === true,
      })),
      commits: told.map(({ change, bulk }) => ({ id: change, change, is_bulk: bulk === true })),
      file_changes: told.flatMap((one) => one.paths.map((path) => ({ commit_id: one.change, path, area: 'core' }))),
      files: paths.map((path) => ({ path, area: 'core' })),
      change_areas: told.map(({ change }) => ({ change, area: 'core' })),
    }),
    UNTIL,
  );
}

describe('what whoever covers has to know', () => {
  it('are the files changed more than once in 90 days, those of fixes first, bulk changes left out', async () => {
    const { hotFiles } = await evidenceOf([
      { change: 'c1', ago: 40, paths: ['a', 'b', 'c'] },
      { change: 'c2', ago: 30, paths: ['a', 'b'] },
      { change: 'c3', ago: 20, paths: ['a'] },
      { change: 'c4', ago: 10, paths: ['b'], fix: true },
      { change: 'c5', ago: 95, paths: ['c'] },
      { change: 'c6', ago: 5, paths: ['a', 'c'], bulk: true },
    ]);
    expect(hotFiles).toEqual([
      { repository: 'repo', area: 'core', path: 'b', changes: 3, fixes: 1, change: 'c4' },
      { repository: 'repo', area: 'core', path: 'a', changes: 3, fixes: 0, change: 'c3' },
    ]);
  });

  it('are reverts and fixes of files changed in the week before, the newest first', async () => {
    const { repairs } = await evidenceOf([
      { change: 'c1', ago: 100, paths: ['a'] },
      { change: 'c2', ago: 95, paths: ['a'], fix: true },
      { change: 'c3', ago: 80, paths: ['a'], fix: true },
      { change: 'c4', ago: 60, paths: ['a'], revert: true },
      { change: 'c5', ago: 181, paths: ['a'], revert: true },
      { change: 'c6', ago: -1, paths: ['a'], revert: true },
    ]);
    expect(repairs.map(({ change, kind }) => [change, kind])).toEqual([
      ['c4', 'revert'],
      ['c2', 'fix'],
    ]);
  });

  it('is what a merge was about, and open work that is a branch on its way', async () => {
    const query = await openTables({
      changes: [
        { change: 'm', route: 'pull', landed_at: at(5), title: 'Merge pull request #1 from a/b' },
        { change: 's', route: 'squash', landed_at: at(4), title: 'Squashed' },
      ],
      commits: [
        { id: 'm', change: 'm', parent_count: 2, author_time: at(5) },
        { id: 'k2', change: 'm', author_time: at(6), subject: 'Then this' },
        { id: 'k1', change: 'm', author_time: at(7), subject: 'First this' },
        { id: 's', change: 's', author_time: at(4), subject: 'Squashed' },
      ],
      open_work: [
        { branch: 'work', tip: 't1', worked_at: at(3), authors: ['bo'] },
        { branch: 'maint', tip: 't2', worked_at: at(3), is_line: true },
        { branch: 'landed', tip: 't3', worked_at: at(3), is_landed_elsewhere: true },
        { branch: 'later', tip: 't4', worked_at: at(-3) },
      ],
      decisions: [
        { path: 'b.md', title: 'Older', last_changed_at: at(9), proposed_at: at(9) },
        { path: 'a.md', title: 'Newer', last_changed_at: at(2), proposed_at: at(9) },
        { path: 'c.md', title: 'Not yet', last_changed_at: at(-2), proposed_at: at(-2) },
      ],
    });
    const { titles, openWork, decisions } = await readHandoverEvidence(query, UNTIL);
    expect([...titles]).toEqual([['repo\nm', 'First this']]);
    expect(openWork.map(({ branch }) => branch)).toEqual(['work']);
    expect(decisions.map(({ title }) => title)).toEqual(['Newer', 'Older']);
  });
});
