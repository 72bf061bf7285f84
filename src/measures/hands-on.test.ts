import { describe, expect, it } from 'vitest';
import { ask, changes, column, times, WINDOW } from '../../test/ask.ts';
import { handsOn } from './hands-on.ts';

describe('the hands-on share', () => {
  const tables = changes(
    ...times(10, 'ada > ada core'),
    ...times(4, 'ada > ada solo'),
    ...times(2, 'ada > bo'), // no product file
    ...times(6, 'bo > ada core'),
    ...times(8, 'bo > bo core'),
  );
  const seen = {
    ...tables,
    reviews: [
      { change: 'c023', person: 'ada', kind: 'approval' },
      { change: 'c022', person: 'ada', kind: 'sign-off' }, // landed by ada as well: one event
      { change: 'c017', person: 'ada', kind: 'approval' }, // landed by ada as well: a review
    ],
    releases: [
      { name: 'v1', releaser: 'ada', released_at: WINDOW.since },
      { name: 'v2', releaser: 'ada', released_at: WINDOW.until },
      { name: 'v3', releaser: 'bo', released_at: WINDOW.since },
    ],
  };

  it('is what the lead authored in product files, over all events of theirs', async () => {
    const report = await ask(handsOn, seen);
    expect(column(report, 'events')).toEqual([14, 10, 2, 2, 5, 1]);
    expect(column(report, 'share')).toEqual(['14 of 24', '10 of 14', '2 of 24', '2 of 24', '5 of 24', '1 of 24']);
    expect(report.figure).toMatchObject({ share: 14 / 24, of: 24 });
    expect(report.answer).toBe(
      'Of 24 things git shows ada doing, 14 were writing product code: 58% (39–76%); for 10 of those 14, another active ' +
        'person knows every area touched.',
    );
    expect(column(report, 'helpers')[1]).toEqual(['bo']);
    expect(report.rows[5]?.evidence).toEqual([{ kind: 'release', repository: 'repo', id: 'v1' }]);
  });

  it('needs 20 events, and a lead', async () => {
    expect((await ask(handsOn, changes(...times(19, 'ada > ada core')))).figure).toBeNull();
    expect((await ask(handsOn, changes('bo > bo core'))).answer).toBe(
      'Not enough evidence: no event of ada is seen in this window.',
    );
    expect((await ask(handsOn, seen, { lead: null })).confidence.level).toBe('none');
  });

  it('counts nothing as others could own where somebody knows only a part', async () => {
    const report = await ask(handsOn, changes(...times(25, 'ada > ada core solo'), ...times(9, 'bo > bo core')));
    expect(column(report, 'events').slice(0, 2)).toEqual([25, 0]);
  });
});
