import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, personOf } from '../../test/absence-history.ts';
import { steppedIn } from './stepped-in.ts';

/** Ada lands everything in core for 13 weeks, and bo lands their own in docs; ada is away on days 91 to 104. */
const BEFORE = ['days 0-90/3: cy > ada core', 'days 0-90/5: bo lands docs'];

function whoSteppedIn(during: readonly string[]) {
  const history = historyOf([...BEFORE, ...during, 'day 140: ada lands core']);
  const absence = { person: personOf(history, 'ada'), from: epochDay(91), to: epochDay(105) };
  const { people, changes } = steppedIn(history, absence);
  return { people: people.map((one) => history.people[one]?.name), changes: changes.map(({ id }) => id).length };
}

describe('who stepped in', () => {
  it('is whoever landed the work of others where only the person away had landed', () => {
    expect(whoSteppedIn(['day 95: cy > bo core', 'day 96: cy > dan core', 'day 97: cy > bo core'])).toEqual({
      people: ['bo', 'dan'],
      changes: 3,
    });
  });

  it('is nobody where others landed before, landed their own, or cannot be seen', () => {
    const others = ['day 95: cy > bo docs', 'day 96: cy lands core', 'day 97: cy > ? core'];
    expect(whoSteppedIn(others)).toEqual({ people: [], changes: 0 });
  });

  it('is nobody after the return', () => {
    expect(whoSteppedIn(['day 106: cy > bo core'])).toEqual({ people: [], changes: 0 });
  });

  it('counts work that touched no area as a place of its own', () => {
    const history = historyOf(['days 0-90/3: cy > ada', 'day 95: cy > bo', 'day 140: ada lands core']);
    const found = steppedIn(history, { person: personOf(history, 'ada'), from: epochDay(91), to: null });
    expect(found.people).toEqual([personOf(history, 'bo')]);
  });
});
