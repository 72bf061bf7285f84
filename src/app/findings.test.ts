import { describe, expect, test } from 'vitest';
import { changes, times, WINDOW } from '../../test/ask.ts';
import { NO_LEAD, settingOf } from '../../test/setting.ts';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import type { Setting } from '../domain/setting.ts';
import { DAY } from '../domain/window.ts';
import { evidenceFindings } from './findings.ts';

const setting = settingOf({ lead: NO_LEAD });

async function states(tables: LiteralTables, documents: string[] = [], more: Partial<Setting> = {}) {
  const findings = await evidenceFindings(await openTables(tables), { ...setting, ...more }, documents);
  return Object.fromEntries(findings.map(({ id, state, finding, remedy }) => [id, { state, finding, remedy }]));
}

const old = { repositories: [{ repository: 'repo', first_time: WINDOW.until - 800 * DAY }] };

describe('the evidence', () => {
  test('of nothing is missing, and says what would give more', async () => {
    const found = await states({});
    expect(Object.entries(found).map(([id, { state }]) => `${id} ${state}`)).toEqual([
      'history missing',
      'changes missing',
      'landers missing',
      'reviews missing',
      'releases missing',
      'areas missing',
      'people missing',
      'configuration there',
    ]);
    expect(found.changes?.remedy).toBe('A longer window holds more: --since 1y.');
  });

  test('of a team whose landers are seen is there', async () => {
    const found = await states({ ...changes(...times(60, 'bo > ada core')), ...old });
    expect(found.landers).toMatchObject({ state: 'there', finding: 'Known of 60 of 60 changes.', remedy: null });
    expect(found.history?.state).toBe('there');
    expect(found.reviews?.state).toBe('missing');
  });

  test('is thin where a forge hides some landers, missing where it hides most', async () => {
    const some = changes(...times(40, 'bo > ada core'), ...times(10, 'bo > ? core'));
    const most = changes(...times(10, 'bo > ada core'), ...times(40, 'bo > ? core'));
    expect((await states(some)).landers?.state).toBe('thin');
    expect((await states(most)).landers?.state).toBe('missing');
  });

  test('of releases is thin where there are only pre-releases', async () => {
    const releases = [{ name: 'v2-rc.1', released_at: WINDOW.until - 5 * DAY, is_prerelease: true }];
    expect((await states({ releases })).releases).toMatchObject({
      state: 'thin',
      finding: '0 releases and 1 pre-release in the window, 1 in all.',
    });
  });

  test('of a cut-off history is thin, however long', async () => {
    const found = await states({ ...changes(...times(60, 'bo > ada core')), ...old }, [], { isPartial: true });
    expect(found.history?.state).toBe('thin');
    expect(found.history?.remedy).toContain('git fetch --unshallow');
  });

  test('names the files that are read', async () => {
    const found = await states({}, ['.mailmap', 'fortnight.yml']);
    expect(found.people?.finding).toContain('a .mailmap is read');
    expect(found.configuration?.finding).toContain('fortnight.yml is in effect');
  });
});
