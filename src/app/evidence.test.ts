import { expect, test } from 'vitest';
import { changes } from '../../test/ask.ts';
import { openTables } from '../../test/tables.ts';
import type { Row } from '../domain/tables.ts';
import { openEvidence } from './evidence.ts';

const repository: Row<'repositories'> = {
  repository: 'repo',
  head_id: null,
  head_time: null,
  first_time: null,
  is_shallow: false,
  is_partial: false,
  forge_url: 'https://forge.example/team/engine',
};

test('pieces are opened in the order given; what is not known here stays a bare piece', async () => {
  const query = await openTables({ ...changes('bo > ada core'), releases: [{ name: 'v1', released_at: 77 }] });
  const opened = await openEvidence({ query, repositories: [repository] }, [
    { kind: 'release', repository: 'repo', id: 'v1' },
    { kind: 'change', repository: 'repo', id: 'c001' },
    { kind: 'file', repository: 'repo', id: 'a/b.ts' },
    { kind: 'commit', repository: 'elsewhere', id: 'c001' },
  ]);
  expect(opened.map(({ kind, time, url }) => [kind, time !== null, url])).toEqual([
    ['release', true, null],
    ['change', true, 'https://forge.example/team/engine/commit/c001'],
    ['file', false, null],
    ['commit', false, null],
  ]);
});
