import { describe, expect, it } from 'vitest';
import { ask, changes, column, times } from '../../test/ask.ts';
import { autonomy } from './autonomy.ts';

describe('the autonomy rate', () => {
  it('is the share in which the lead is neither author, reviewer nor lander', async () => {
    const tables = changes(
      ...times(10, 'bo > bo a'),
      ...times(5, 'bo > ada a'),
      ...times(3, 'bo+ada > bo a'),
      ...times(2, 'bo > cy a'),
    );
    const report = await ask(autonomy, { ...tables, reviews: [{ change: 'c001', person: 'ada', kind: 'test' }] });
    expect(report.figure).toMatchObject({ share: 11 / 20, of: 20 });
    expect(report.answer).toBe('55% (34–74%) of 20 changes landed without ada as author, reviewer or lander.');
    expect(report.confidence).toEqual({
      level: 'low',
      because: 'The lander of 20 of 20 changes is known, and reviews are seen on 1 of them, so it is an upper bound.',
    });
  });

  it('counts changes with an unknown lander beside, neither for nor against', async () => {
    const report = await ask(
      autonomy,
      changes(...times(20, 'bo > bo a'), ...times(4, 'bo > ?'), ...times(3, 'ada > ?')),
    );
    expect(report.figure).toMatchObject({ share: 1, of: 20 });
    expect(report.notes[0]).toBe(
      '7 changes more landed by an unknown hand: counting all as with the lead gives 20 of 27.',
    );
    expect(column(report, 'unknown').reduce((a, b) => Number(a) + Number(b), 0)).toBe(7);
  });

  it('cannot be confirmed where landers are hidden', async () => {
    const report = await ask(autonomy, changes(...times(20, 'bo > bo a'), ...times(20, 'bo > ?')));
    expect(report).toMatchObject({ figure: null, confidence: { level: 'none' } });
    expect(report.answer).toContain("the lead's absence cannot be confirmed");
  });

  it('needs 20 changes', async () => {
    expect((await ask(autonomy, changes(...times(19, 'bo > bo a')))).figure).toBeNull();
    expect((await ask(autonomy, {})).answer).toBe('Not enough evidence: no change landed in this window.');
  });

  it('stands in bands: the lower half routine, the top tenth complex', async () => {
    const small = times(100, 'bo > bo a');
    const middle = times(80, 'bo > ada a b');
    const large = times(20, 'bo > ada a b c');
    const report = await ask(autonomy, changes(...small, ...middle, ...large));
    expect(column(report, 'band')).toEqual(['complex', 'notable', 'routine']);
    expect(column(report, 'changes')).toEqual([20, 80, 100]);
    expect(column(report, 'share')).toEqual(['0 of 20', '0 of 80', '100 of 100']);
    expect(report.answer).toContain('; of 20 complex ones, 0.');
  });

  it('ranks product changes among themselves; what touches none is routine', async () => {
    const report = await ask(
      autonomy,
      changes(...times(300, 'bo > bo'), ...times(60, 'bo > bo a'), ...times(39, 'bo > bo a b'), 'bo > bo a b c'),
    );
    expect(column(report, 'band')).toEqual(['complex', 'notable', 'routine']);
    expect(column(report, 'changes')).toEqual([1, 39, 360]);
  });

  it('puts equal changes into one band', async () => {
    const report = await ask(autonomy, changes(...times(100, 'bo > bo a')));
    expect(column(report, 'band')).toEqual(['routine']);
  });
});
