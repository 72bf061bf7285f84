import { describe, expect, test } from 'vitest';
import type { Report } from '../../domain/report.ts';
import { wilson } from '../../domain/wilson.ts';
import { DAY } from '../../domain/window.ts';
import { figuresThenNow, figureThenNow } from './figures.ts';

const share = (count: number, of: number) => ({
  measure: 'autonomy',
  title: 'Landed without the lead',
  figure: wilson(count, of),
  figureKind: 'share' as const,
});
const number = (figure: number | null): Pick<Report, 'measure' | 'title' | 'figure' | 'figureKind'> => ({
  measure: 'known-to-one',
  title: 'Known to one',
  figure,
  figureKind: 'count',
});

describe('a figure then and now', () => {
  test('changed when its intervals lie apart', () => {
    expect(figureThenNow(share(10, 100), share(60, 100))).toMatchObject({
      verdict: 'changed',
      text: '10% (6–17%) of 100 then, 60% (50–69%) of 100 now',
      opens: 'fortnight explain autonomy',
    });
  });

  test('shows no change when they meet, however far apart the shares look', () => {
    expect(figureThenNow(share(1, 5), share(3, 5)).verdict).toBe('no-change');
  });

  test('is called nothing when it is a number without an interval', () => {
    expect(figureThenNow(number(4), number(9)).verdict).toBe('differs');
    expect(figureThenNow(number(4), number(4))).toMatchObject({ verdict: 'same', text: '4, then as now' });
  });

  test('is unknown where either end lacks evidence', () => {
    expect(figureThenNow(number(null), number(4))).toMatchObject({
      verdict: 'unknown',
      text: 'not enough evidence then, 4 now',
    });
  });
});

describe('what changed between two windows', () => {
  const window = (until: number) => ({ since: until - 180 * DAY, until });
  const between = (...pairs: (readonly [ReturnType<typeof number>, ReturnType<typeof number>])[]) =>
    figuresThenNow(
      { window: window(1000 * DAY), reports: pairs.map(([one]) => one) },
      { window: window(1007 * DAY), reports: pairs.map(([, two]) => two) },
    );

  test('is said first, and by its name', () => {
    const { answer, figures } = between([number(4), number(9)], [share(10, 100), share(60, 100)]);
    expect(answer).toBe('1 of 1 share changed, the intervals of then and now lying apart: landed without the lead.');
    expect(figures.map(({ verdict }) => verdict)).toEqual(['changed', 'differs']);
  });

  test('is "no change is shown" when nothing lies apart, and never that nothing changed', () => {
    expect(between([share(10, 100), share(12, 100)]).answer).toBe(
      'No change is shown: none of 1 share lies outside of its interval of then.',
    );
  });

  test('is not told without evidence', () => {
    expect(between([number(4), number(9)]).answer).toBe('Not enough evidence to compare any share, then and now.');
  });

  test('comes with how much of the two windows is the same', () => {
    expect(between([share(10, 100), share(12, 100)]).notes[0]).toMatch(
      /They share 173 days, so that only a large change shows\.$/,
    );
  });

  test('says both stretches when one of them is still going on', () => {
    const { notes } = figuresThenNow(
      { window: { since: 0, until: 92 * DAY }, reports: [] },
      { window: { since: 92 * DAY, until: 120 * DAY }, reports: [] },
    );
    expect(notes).toEqual(['Then: 1970-01-01 to 1970-04-02. Now: 1970-04-03 to 1970-04-30.']);
  });
});
