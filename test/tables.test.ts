import { describe, expect, it } from 'vitest';
import { openTables } from './tables.ts';

describe('literal tables', () => {
  it('hold the given rows, with defaults for what is left out', async () => {
    const query = await openTables({ changes: [{ change: 'c1', lander: 'ada', landed_at: 100 }] });
    expect(await query('SELECT * FROM changes')).toEqual([
      {
        repository: 'repo',
        change: 'c1',
        route: 'direct',
        number: null,
        title: '',
        began_at: null,
        worked_at: null,
        landed_at: 100,
        lander: 'ada',
        lander_evidence: 'committer',
        commits: 1,
        files: 1,
        areas: 1,
        directories: 1,
        is_human: true,
        is_revert: false,
        is_fix: false,
        assistance: 'unknown',
      },
    ]);
    expect(await query('SELECT * FROM reviews')).toEqual([]);
  });

  it('know everybody who is named, and that a file descends from itself', async () => {
    const query = await openTables({
      commit_authors: [{ commit_id: 'c1', person: 'grace' }],
      commits: [{ id: 'c1', author: 'ada' }],
      files: [{ path: 'a.ts' }],
    });
    expect(await query('SELECT * FROM people ORDER BY person')).toEqual([
      { person: 'ada', name: 'ada', kind: 'human' },
      { person: 'grace', name: 'grace', kind: 'human' },
    ]);
    expect(await query('SELECT * FROM file_lineage')).toEqual([{ repository: 'repo', path: 'a.ts', ancestor: 'a.ts' }]);
    expect(await query('SELECT repository FROM repositories')).toEqual([{ repository: 'repo' }]);
  });

  it('bind parameters by name and ignore those the text does not name', async () => {
    const query = await openTables({ changes: [{ change: 'c1', landed_at: 5_000_000_000 }] });
    const rows = await query('SELECT landed_at - $since AS age, $lead IS NULL AS nobody FROM changes', {
      since: 4_000_000_000,
      until: 9,
      lead: null,
    });
    expect(rows).toEqual([{ age: 1_000_000_000, nobody: true }]);
  });

  it('refuse a column the table does not have', async () => {
    await expect(openTables({ people: [{ person: 'ada', nickname: 'a' } as never] })).rejects.toThrow(/nickname/);
  });
});
