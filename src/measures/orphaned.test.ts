import { describe, expect, it } from 'vitest';
import { ask, changes, column, WINDOW } from '../../test/ask.ts';
import type { LiteralTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { orphaned } from './orphaned.ts';

/** Each person's changes in area `core`, as days before the end of the window. */
function worked(days: Readonly<Record<string, readonly number[]>>): LiteralTables {
  const lines = Object.entries(days).flatMap(([person, ago]) => ago.map((day) => ({ person, day })));
  const tables = changes(...lines.map(({ person }) => `${person} > ${person} core`));
  const at = (i: number) => WINDOW.until - (lines[i]?.day ?? 0) * DAY;
  return {
    ...tables,
    changes: (tables.changes ?? []).map((c, i) => ({ ...c, landed_at: at(i) })),
    commits: (tables.commits ?? []).map((k, i) => ({ ...k, author_time: at(i), committer_time: at(i) })),
  };
}
const often = (count: number, ago: number): number[] => Array.from({ length: count }, (_, i) => ago + i);

describe('orphaned areas', () => {
  it('are active ones whose holders have all been away for 90 days', async () => {
    const report = await ask(orphaned, worked({ cy: often(60, 100), bo: [5, 6] }));
    expect(report.answer).toBe('1 of 1 active area has lost everybody who held it.');
    expect(report.figure).toBe(1);
    expect(column(report, 'around')).toEqual([['bo']]);
  });

  it('are none while one holder is still there', async () => {
    const report = await ask(orphaned, worked({ cy: often(60, 100), bo: often(20, 5) }));
    expect(report).toMatchObject({
      answer: 'The one active area still has somebody active who holds it.',
      figure: 0,
      rows: [],
    });
  });

  it('do not lose somebody who is usually away as long', async () => {
    const rare = await ask(orphaned, worked({ cy: [100, 200, 300, 400, 500], bo: [] }));
    expect(rare.figure).toBe(0);
    const left = await ask(orphaned, worked({ cy: [100, 101, 102, 103, 104] }));
    expect(left.figure).toBe(1);
  });

  it('are not told without holders', async () => {
    expect((await ask(orphaned, {})).confidence.level).toBe('none');
  });
});
