import { expect, test } from 'vitest';
import { NO_LEAD, settingOf } from '../../test/setting.ts';
import { openTables } from '../../test/tables.ts';
import { reportSchema } from '../domain/report.ts';
import { areasReport } from './areas.ts';

const setting = settingOf({ window: { since: 1000, until: 2000 }, lead: NO_LEAD });

test('areas stand busiest first, with what named them and their newest change', async () => {
  const query = await openTables({
    areas: [
      { area: 'docs', files: 2 },
      { area: 'engine', files: 9 },
    ],
    changes: [
      { change: 'a1', landed_at: 500 },
      { change: 'a2', landed_at: 1500 },
      { change: 'a3', landed_at: 1600 },
      { change: 'a4', landed_at: 2500 },
    ],
    change_areas: ['a1', 'a2', 'a3', 'a4'].map((change) => ({ change, area: 'engine' })),
  });
  const report = await areasReport(query, setting);
  expect(reportSchema.parse(report)).toBeTruthy();
  expect(report.rows.map((row) => row.cells)).toEqual([
    { repository: 'repo', area: 'engine', changes: 2, files: 9, last: 1600, source: 'the folders of the tree' },
    { repository: 'repo', area: 'docs', changes: 0, files: 2, last: null, source: 'the folders of the tree' },
  ]);
  expect(report.rows[0]?.evidence).toEqual([{ kind: 'change', repository: 'repo', id: 'a3' }]);
  expect(report.answer).toBe('2 areas, named by the folders of the tree; 1 of them changed in the window.');
});

test('without product files there is no figure', async () => {
  const report = await areasReport(await openTables({}), setting);
  expect(report).toMatchObject({ figure: null, rows: [], confidence: { level: 'none' } });
});
