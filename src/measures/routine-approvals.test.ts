import { describe, expect, it } from 'vitest';
import { ask, changes, column, times } from '../../test/ask.ts';
import { routineApprovals } from './routine-approvals.ts';

describe('routine approvals', () => {
  it('are small changes through the lead in areas that a third person knows', async () => {
    const report = await ask(
      routineApprovals,
      changes(
        ...times(15, 'bo > ada core'), // cy knows core
        ...times(5, 'cy > ada solo'), // nobody but its author knows solo
        ...times(6, 'cy > cy core'),
        ...times(5, 'cy > ada core solo ui'), // large
      ),
    );
    expect(report.answer).toBe(
      "15 of 25 teammates' changes that passed through ada were small and only in areas that another active person " +
        'knows: somebody else could have passed them.',
    );
    expect(report.figure).toMatchObject({ share: 0.6, of: 25 });
    expect(column(report, 'area')).toEqual(['core', 'solo', 'ui']);
    expect(column(report, 'passed')).toEqual([20, 10, 5]);
    expect(column(report, 'spare')).toEqual([15, 0, 0]);
    expect(column(report, 'helpers')).toEqual([['cy'], [], []]);
  });

  it('count what the lead only approved', async () => {
    const tables = changes(...times(20, 'bo > bo core'), ...times(6, 'cy > cy core'));
    const report = await ask(routineApprovals, {
      ...tables,
      reviews: (tables.changes ?? [])
        .slice(0, 20)
        .map(({ change = '' }) => ({ change, person: 'ada', kind: 'approval' })),
    });
    expect(report.figure).toMatchObject({ share: 1, of: 20 });
  });

  it('leave out what touches no area: nobody can be said to know it', async () => {
    const report = await ask(routineApprovals, changes(...times(20, 'bo > ada'), ...times(6, 'cy > cy core')));
    expect(report.figure).toMatchObject({ share: 0, of: 20 });
    expect(column(report, 'area')).toEqual(['(no area)']);
  });

  it('need 20 changes through the lead', async () => {
    const few = await ask(routineApprovals, changes(...times(19, 'bo > ada core'), ...times(6, 'cy > cy core')));
    expect(few).toMatchObject({ figure: null, confidence: { level: 'none' } });
    expect((await ask(routineApprovals, {})).confidence.level).toBe('none');
  });
});
