import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, moment, personOf } from '../../../test/absence-history.ts';
import { casesOf, studyRepository } from './cases-of.ts';
import { byArea, byAuthor, contrastAt } from './stream-contrast.ts';

/** Bo's work passes through ada every second day, cy's through nobody else; ada is silent on days 401 to 420. */
const LINES = [
  'days 0-400/2: bo > ada core',
  'days 1-481/2: cy lands docs',
  'days 401-421/2: bo active',
  'days 422-480/2: bo > ada core',
];

describe('the cases of a history', () => {
  it('are its absences, with what was known before and what landed in the first fortnight', () => {
    const history = historyOf(LINES);
    const [one, ...others] = casesOf(history);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      person: personOf(history, 'ada'),
      from: epochDay(401),
      // Half of 56 changes are bo's, all of them through ada; of cy's none.
      dependence: 0.5,
      visibility: 1,
      usual: 14,
      landed: 7,
      outcome: 'slowed',
      windows: 8,
      commitShare: 0,
      mergeShare: 1,
      replay: 0.5,
      byAuthor: { gatedUsual: 7, gatedLanded: 0, openUsual: 7, openLanded: 7 },
      byArea: { gatedUsual: 7, gatedLanded: 0, openUsual: 7, openLanded: 7 },
    });
    // In all eight matched windows as much landed as ever.
    expect(one?.y).toBeCloseTo(Math.log(8 / 15));
  });

  it('stand beside fortnights of the same person present, the absence’s own not among them', () => {
    const { present, shifted } = studyRepository('one', historyOf(LINES));
    const isApart = ({ from }: { from: number }) => from + 14 <= epochDay(401) || from >= epochDay(421);
    expect(present.length).toBeGreaterThan(0);
    expect(present.every(isApart)).toBe(true);
    expect(shifted.map(({ from }) => from)).toEqual([epochDay(401 - 35), epochDay(401 + 35)]);
    const before = present.filter(({ from }) => from < epochDay(401));
    expect(before.map(({ landed, usual }) => [landed, usual])).toEqual(before.map(() => [14, 14]));
  });

  it('are none where landing is hidden, and it is said how many were left out', () => {
    const hidden = [...LINES, 'days 300-480/0.4: dan > ? docs'];
    expect(studyRepository('one', historyOf(hidden))).toMatchObject({
      temporary: 1,
      hidden: 1,
      cases: [],
      present: [],
    });
  });

  it('are none where teammates land too little to see it stop', () => {
    const quiet = [
      'days 0-400/8: bo > ada core',
      'days 1-400/2: ada lands core',
      'days 421-480/8: bo > ada core',
      'days 421-480: ada active',
    ];
    expect(studyRepository('one', historyOf(quiet))).toMatchObject({ temporary: 1, tooLittle: 1, cases: [] });
  });

  it('are none of an empty history', () => {
    expect(studyRepository('one', historyOf([]))).toMatchObject({ cases: [], present: [], absences: 0 });
  });
});

describe('streams in the same fortnight', () => {
  it('count where some pass through the person alone and others do not, by area as by author', () => {
    // Bo's core goes through ada, bo's docs through dan: half of bo's, so bo is neither.
    const history = historyOf([
      'days 0-180/2: bo > ada core',
      'days 1-180/2: bo > dan docs',
      'day 182: bo > dan core',
      'day 190: bo > dan docs',
      'day 191: bo > dan docs',
    ]);
    const ada = personOf(history, 'ada');
    expect(contrastAt(history, ada, moment(181), byAuthor)).toBeNull();
    expect(contrastAt(history, ada, moment(181), byArea)).toEqual({
      gatedUsual: 7,
      gatedLanded: 1,
      openUsual: 7,
      openLanded: 2,
    });
  });

  it('are nothing without changes', () => {
    expect(contrastAt(historyOf(['day 1: bo > ada core']), 0, moment(500), byArea)).toBeNull();
  });
});
