import { describe, expect, it } from 'vitest';
import { ask, changes, column, times } from '../../test/ask.ts';
import { landers } from './landers.ts';
import { reviewers } from './reviewers.ts';

describe('the effective number of landers', () => {
  it('is how many equals would be as concentrated', async () => {
    const report = await ask(landers, changes(...times(15, 'bo > ada core'), ...times(5, 'bo > bo core docs')));
    // 1 / (0.75² + 0.25²) = 1.6
    expect(report.figure).toBeCloseTo(1.6);
    expect(report.answer).toBe('2 people landed changes, as unevenly as if 1.6 people shared the work equally.');
    expect(column(report, 'area')).toEqual(['core', 'docs']);
    expect(column(report, 'effective')).toEqual([expect.closeTo(1.6), null]);
    expect(column(report, 'people')).toEqual([['ada', 'bo'], ['bo']]);
  });

  it('says so when one person lands everything', async () => {
    const report = await ask(landers, changes(...times(20, 'bo > ada core')));
    expect(report).toMatchObject({ figure: 1, answer: 'One person landed all 20 changes whose lander is known.' });
  });

  it('needs 20 changes with a known lander, and 60 % of all', async () => {
    expect((await ask(landers, changes(...times(19, 'bo > ada core')))).figure).toBeNull();
    const hidden = await ask(landers, changes(...times(20, 'bo > ada core'), ...times(20, 'bo > ?')));
    expect(hidden).toMatchObject({
      figure: null,
      answer: 'Not enough evidence: the lander of only 20 of 40 changes is known.',
    });
    expect((await ask(landers, {})).answer).toBe('Not enough evidence: no change landed in this window.');
  });
});

describe('the effective number of reviewers', () => {
  it('counts who approved or signed off, once per change, not the authors, testers or bots', async () => {
    const tables = changes(...times(20, 'bo > bo core'));
    const report = await ask(reviewers, {
      ...tables,
      people: [{ person: 'ada' }, { person: 'bo' }, { person: 'cy' }, { person: 'robot', kind: 'bot' }],
      reviews: (tables.changes ?? []).flatMap(({ change = '' }, i) => [
        { change, person: i < 10 ? 'ada' : 'cy', kind: 'approval' },
        { change, person: i < 10 ? 'ada' : 'cy', kind: 'sign-off' },
        { change, person: 'bo', kind: 'sign-off' },
        { change, person: 'robot', kind: 'approval' },
        { change, person: 'dee', kind: 'test' },
      ]),
    });
    expect(report.figure).toBe(2);
    expect(column(report, 'people')).toEqual([['ada', 'cy']]);
    expect(report.confidence).toEqual({ level: 'low', because: 'The reviewer of 20 of 20 changes is known.' });
  });

  it('gives no figure where git shows no reviews', async () => {
    const report = await ask(reviewers, changes(...times(50, 'bo > bo core')));
    expect(report).toMatchObject({
      figure: null,
      answer: 'Not enough evidence: the reviewer of only 0 of 50 changes is known.',
    });
  });
});
