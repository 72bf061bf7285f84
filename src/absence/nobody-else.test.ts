import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { nobodyElseSchema } from '../domain/deputies.ts';
import { DAY } from '../domain/window.ts';
import type { Covers } from './deputies.ts';
import { nobodyElse } from './nobody-else.ts';

const NOW = 200;
const ask = (lines: readonly string[], cover?: Covers) => {
  const history = historyOf(lines, { until: NOW });
  const found = nobodyElse(history, personOf(history, 'ada'), moment(NOW), cover === undefined ? {} : { cover });
  return nobodyElseSchema.parse(found);
};

describe('areas that have nobody else', () => {
  const lacking = (lines: readonly string[], cover?: Covers) =>
    ask(lines, cover).areas.map(({ area, lacks, through, changes }) => [area, lacks, through, changes]);

  it('are those where nobody else who is active lands; worse, where nobody else works', () => {
    const lines = [
      'days 190-193: bo > ada core',
      'days 190-191: ada lands attic',
      'day 192: cy > bo docs',
      'day 193: ada lands docs',
      'day 100: dan lands attic',
    ];
    expect(lacking(lines)).toEqual([
      ['core', 'lander', 4, 4],
      ['attic', 'anybody', 2, 3],
    ]);
  });

  it('are none of theirs where they did nothing', () => {
    expect(lacking(['day 50: bo lands core', 'day 199: ada lands docs', 'day 198: cy lands docs'])).toEqual([]);
  });

  it('lack only a lander when the cover names somebody who worked there before', () => {
    const cover = new Map([['core', { people: ['bo'], elsewhere: [] }]]);
    expect(lacking(['day 190: ada lands core'])).toEqual([['core', 'anybody', 1, 1]]);
    expect(lacking(['day 190: ada lands core'], cover)).toEqual([['core', 'lander', 1, 1]]);
  });

  it('are not said to lack a lander where landing is hidden', () => {
    expect(lacking(['days 190-193: bo > ? core', 'day 194: bo > ada core'])).toEqual([]);
    expect(lacking(['days 190-193: bo > ? core', 'day 194: bo > ada docs'])).toEqual([]);
  });
});

describe('reviews that have nobody else', () => {
  it('are teammates’ changes that only the person approved or landed', () => {
    const { reviews } = ask([
      'day 190: bo > ada core',
      'day 191: bo > ada core ok cy',
      'day 192: bo > cy core',
      'day 193: bo lands core ok ada',
      'day 194: bo lands core',
      'day 195: ada lands core ok cy',
    ]);
    expect(reviews).toMatchObject({ changes: 5, seen: 4, onlyPerson: 2, approved: 2, isVisible: true });
    expect(reviews.evidence.map(({ id }) => id)).toEqual(['c4', 'c1']);
  });

  it('are not judged where nobody is seen looking at most changes', () => {
    expect(ask(['days 190-197: bo lands core', 'days 190-199: bo > ada core']).reviews.isVisible).toBe(false);
  });
});

describe('releases that have nobody else', () => {
  it('show the habit of the last ten, whose they were, and when the next would fall', () => {
    const { releases } = ask([
      'day 0: bo releases v0.9',
      'days 100-190/10: ada releases v1',
      'day 195: ada releases v2-rc1',
      'day 199: bo active',
    ]);
    expect(releases).toMatchObject([
      {
        repository: 'one',
        releases: 10,
        known: 10,
        byPerson: 10,
        lastAt: moment(190.5),
        cadence: 10 * DAY,
        ownCadence: 10 * DAY,
        isOver: false,
        nextBetween: { from: moment(200.5), until: moment(200.5) },
        others: { people: ['bo'] },
      },
    ]);
  });

  it('spread the next over the middle half of the pauses', () => {
    const [one] = ask(
      [0, 10, 30, 60, 100].map((day) => `day ${90 + day}: ? releases v${day}`).concat('day 1: ada active'),
    ).releases;
    expect(one).toMatchObject({ known: 0, byPerson: 0, cadence: 25 * DAY, ownCadence: null, others: { people: [] } });
    expect(one?.nextBetween).toEqual({ from: moment(190.5 + 17.5), until: moment(190.5 + 32.5) });
  });

  it('have no habit from fewer than three pauses, nor when the last is long ago', () => {
    expect(ask(['days 170-190/10: ada releases v']).releases).toMatchObject([{ cadence: null, nextBetween: null }]);
    expect(ask(['days 100-150/10: ada releases v']).releases).toMatchObject([
      { cadence: 10 * DAY, isOver: true, nextBetween: null },
    ]);
  });

  it('count tags of one second once', () => {
    const lines = ['days 100-190/30: ada releases v', 'days 100-190/30: ada releases stable'];
    expect(ask(lines).releases).toMatchObject([{ releases: 4, cadence: 30 * DAY }]);
  });

  it('name apart who has not been seen lately', () => {
    const lines = ['day 10: bo releases v1', 'day 20: cy releases v2', 'day 30: ada releases v3', 'day 199: cy active'];
    expect(ask(lines).releases).toMatchObject([{ others: { people: ['cy'] }, notSeenLately: { people: ['bo'] } }]);
  });
});
