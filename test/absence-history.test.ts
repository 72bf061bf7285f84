import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, moment, personOf } from './absence-history.ts';

describe('a told history', () => {
  it('is people and areas in alphabetical order, and changes in the order of time', () => {
    const history = historyOf([
      'day 3: bo > ada core',
      'day 1: cy+bo > ? docs,core ok dan,ada waited 2',
      'day 2: ada lands',
    ]);
    expect(history.people.map(({ name }) => name)).toEqual(['ada', 'bo', 'cy', 'dan']);
    expect(history.areas.map(({ area }) => area)).toEqual(['core', 'docs']);
    expect(
      history.changes.map(({ id, authors, lander, areas, approvers }) => [id, authors, lander, areas, approvers]),
    ).toEqual([
      ['c2', [2, 1], null, [1, 0], [3, 0]],
      ['c3', [0], 0, [], []],
      ['c1', [1], 0, [0], []],
    ]);
    const [first] = history.changes;
    expect((first?.landedAt ?? 0) - (first?.workedAt ?? 0)).toBe(2 * 86_400);
    expect(history.until).toBe(moment(4));
  });

  it('repeats a line over days, also several times a day', () => {
    const { changes } = historyOf(['days 0-6/2: bo > ada core', 'days 0-1/0.5: cy lands core']);
    expect(changes).toHaveLength(4 + 3);
  });

  it('knows who was active when: authors at work, landers of others’ work, approvers', () => {
    const history = historyOf([
      'day 5: bo > ada core ok cy waited 3',
      'day 6: cy active',
      'day 7: bo > bo core waited 0',
    ]);
    const days = (name: string) => history.activity[personOf(history, name)];
    expect(days('ada')).toEqual([{ day: epochDay(5), commits: 0, merges: 1, reviews: 0 }]);
    expect(days('bo')).toEqual([
      { day: epochDay(2), commits: 1, merges: 0, reviews: 0 },
      { day: epochDay(7), commits: 1, merges: 0, reviews: 0 },
    ]);
    expect(days('cy')).toEqual([
      { day: epochDay(5), commits: 0, merges: 0, reviews: 1 },
      { day: epochDay(6), commits: 1, merges: 0, reviews: 0 },
    ]);
  });

  it('knows releases, and reads nothing from `until` on', () => {
    const lines = [
      'day 1: ada releases v1-rc1',
      'day 2: ? releases v1',
      'day 9: ada releases v2',
      'day 9: ada lands core',
    ];
    const history = historyOf(lines, { until: 9, people: ['zoe', 'ada'] });
    expect(history.releases.map(({ name, releaser, isPrerelease }) => [name, releaser, isPrerelease])).toEqual([
      ['v1-rc1', 1, true],
      ['v1', null, false],
    ]);
    expect(history.changes).toEqual([]);
    expect(history.people.map(({ name }) => name)).toEqual(['zoe', 'ada']);
  });

  it.each(['ada lands core', 'day 1: ada >', 'day 1: ada core', 'days 1-2/0: ada lands'])('refuses %s', (line) => {
    expect(() => historyOf([line])).toThrow();
  });
});
