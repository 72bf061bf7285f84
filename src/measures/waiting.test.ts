import { describe, expect, it } from 'vitest';
import { ask, changes, column, times, WINDOW } from '../../test/ask.ts';
import type { LiteralTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { leadTime } from './lead-time.ts';
import { waiting } from './waiting.ts';

/** The same changes, the i-th having waited i hours and begun i days before it landed; and what else is told. */
function timed(lines: readonly string[], more: (i: number) => object = () => ({})): LiteralTables {
  const tables = changes(...lines);
  return {
    ...tables,
    changes: (tables.changes ?? []).map((change, i) => ({
      ...change,
      worked_at: (change.landed_at ?? 0) - i * 3600,
      began_at: (change.landed_at ?? 0) - i * DAY,
      ...more(i),
    })),
  };
}

describe('waiting', () => {
  it('is the time from the last work on a change until it landed', async () => {
    const report = await ask(waiting, timed([...times(11, 'bo > ada'), ...times(10, 'bo > cy')]));
    expect(report.figure).toBe(10 * 3600);
    expect(report.answer).toBe(
      'Half of the finished changes waited at most 10 hours before they landed, nine in ten at most 18 hours.',
    );
    expect(column(report, 'scope')).toEqual([
      'all but direct commits',
      "teammates', landed by ada",
      "teammates', landed by others",
      'merged requests',
    ]);
    expect(column(report, 'median')).toEqual([36_000, null, null, 36_000]);
  });

  it('is not known of a squash, and no change that landed directly counts', async () => {
    const lines = times(60, 'bo > cy');
    const routes = ['pull', 'squash', 'direct'];
    const report = await ask(
      waiting,
      timed(lines, (i) => ({ route: routes[i % 3] })),
    );
    expect(report.rows[0]?.cells).toMatchObject({ changes: 40, known: 20 });
    expect(report.confidence).toEqual({
      level: 'low',
      because: 'The waiting of 20 of 40 changes that did not land directly is known.',
    });
  });

  it('is unknown where the time is, never nothing, and never negative', async () => {
    const unknown = await ask(
      waiting,
      timed(times(20, 'bo > cy'), (i) => (i === 0 ? { worked_at: null } : {})),
    );
    expect(unknown).toMatchObject({
      figure: null,
      answer: 'Not enough evidence: the waiting of only 19 of 20 changes that did not land directly is known.',
    });
    const ahead = await ask(
      waiting,
      timed(times(20, 'bo > cy'), () => ({ worked_at: WINDOW.until + DAY })),
    );
    expect(ahead.figure).toBe(0);
  });

  it('says so when nothing landed', async () => {
    expect((await ask(waiting, {})).confidence.level).toBe('none');
  });

  it('stands without a lead, by route alone', async () => {
    const report = await ask(waiting, timed(times(21, 'bo > cy')), { lead: null });
    expect(column(report, 'scope')).toEqual(['all but direct commits', 'merged requests']);
  });
});

describe('lead time for changes', () => {
  it('is the time from the first work on a change until it landed, deployments not being seen', async () => {
    const report = await ask(leadTime, timed(times(21, 'bo > ada')));
    expect(report.answer).toBe(
      'Half of the changes landed within 10 days of their first commit, nine in ten within 18 days; deployments are not seen.',
    );
  });

  it('names the lower bounds where a cut-off history begins after the work', async () => {
    const tables = timed(times(21, 'bo > ada'));
    const first_time = WINDOW.until - 20 * DAY;
    const cut = await ask(leadTime, { ...tables, repositories: [{ is_shallow: true, first_time }] });
    expect(cut.confidence).toEqual({
      level: 'low',
      because:
        'The lead time of 21 of 21 changes that did not land directly is known; 1 of them is a lower bound, the evidence ' +
        'beginning after the work may have; the past of this repository is cut off (a shallow clone).',
    });
    const whole = await ask(leadTime, { ...tables, repositories: [{ is_shallow: false, first_time }] });
    expect(whole.confidence.because).not.toContain('lower bound');
  });
});
