import { describe, expect, it } from 'vitest';
import { ask, changes, column, times, WINDOW } from '../../test/ask.ts';
import { DAY } from '../domain/window.ts';
import { knownToOne } from './known-to-one.ts';

describe('areas known to one', () => {
  it('are active areas that no second active person knows', async () => {
    const report = await ask(
      knownToOne,
      changes(
        ...times(9, 'ada > ada core'),
        ...times(5, 'bo > bo docs'),
        ...times(4, 'cy > cy docs'),
        ...times(3, 'bo > bo ui'),
      ),
    );
    expect(report.answer).toBe('2 of 3 active areas are known to one active person at most, 1 to ada.');
    expect(report.figure).toBe(2);
    expect(column(report, 'area')).toEqual(['core', 'ui']);
    expect(column(report, 'known_to')).toEqual([['ada'], ['bo']]);
    expect(column(report, 'is_lead')).toEqual(['yes', 'no']);
    expect(report.rows[1]).toMatchObject({
      evidenceTotal: 3,
      evidence: [{ id: 'c021' }, { id: 'c020' }, { id: 'c019' }],
    });
  });

  it('do not count a second person whose part is too small', async () => {
    const small = await ask(knownToOne, changes(...times(30, 'ada > ada core'), 'bo > bo core'));
    expect(column(small, 'known_to')).toEqual([['ada']]);
    const larger = await ask(knownToOne, changes(...times(30, 'ada > ada core'), ...times(4, 'bo > bo core')));
    expect(larger.figure).toBe(0);
    expect(
      (await ask(knownToOne, changes(...times(30, 'ada > ada core'), 'bo > bo core'), { parameters: { fraction: 0 } }))
        .figure,
    ).toBe(0);
  });

  it('do not count who has left, and say when nobody is left', async () => {
    const tables = changes('bo > bo core', 'cy > cy core');
    const long = { landed_at: WINDOW.until - 170 * DAY };
    const report = await ask(knownToOne, {
      ...tables,
      changes: (tables.changes ?? []).map((change) => ({ ...change, ...long })),
      commits: (tables.commits ?? []).map((k) => ({
        ...k,
        author_time: long.landed_at,
        committer_time: long.landed_at,
      })),
    });
    expect(report.answer).toBe(
      '1 of 1 active area is known to one active person at most, 0 to ada, 1 to nobody active.',
    );
    expect(column(report, 'known_to')).toEqual([[]]);
  });

  it('leave out bots, and what only bots changed', async () => {
    const tables = changes(
      ...times(3, 'ada > ada core'),
      ...times(3, 'robot > robot core'),
      ...times(3, 'robot > robot deps'),
    );
    const report = await ask(knownToOne, {
      ...tables,
      people: [{ person: 'ada' }, { person: 'robot', kind: 'bot' }],
      changes: (tables.changes ?? []).map((c) => ({ ...c, is_human: c.lander === 'ada' })),
    });
    expect(column(report, 'area')).toEqual(['core']);
    expect(column(report, 'known_to')).toEqual([['ada']]);
  });

  it('are not told where the past is cut off or nothing changed', async () => {
    const cut = await ask(knownToOne, { ...changes('ada > ada core'), repositories: [{ is_shallow: true }] });
    expect(cut).toMatchObject({ figure: null, confidence: { level: 'none' } });
    expect((await ask(knownToOne, {})).confidence.level).toBe('none');
  });

  it('are named with their repository when there are several', async () => {
    const tables = changes('ada > ada core');
    const report = await ask(knownToOne, {
      ...tables,
      repositories: [{ repository: 'repo' }, { repository: 'other' }],
    });
    expect(column(report, 'area')).toEqual(['repo: core']);
  });
});
