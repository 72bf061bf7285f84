import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { deputiesSchema } from '../domain/deputies.ts';
import { type DeputyOptions, deputies } from './deputies.ts';

const NOW = 200;
const ask = (lines: readonly string[], options?: DeputyOptions, people?: readonly string[]) => {
  const history = historyOf(lines, { until: NOW, ...(people === undefined ? {} : { people }) });
  return deputies(history, personOf(history, 'ada'), moment(NOW), options);
};

describe('deputies', () => {
  it('are told apart by what they landed: others’ work, only their own, or nothing lately', () => {
    const { areas } = ask([
      'day 30: fay > gus core',
      'day 150: dan > eve core',
      'day 160: cy lands core',
      'day 170: fay > ada core',
      'day 171: cy > bo core',
      'days 198-199: eve active',
      'day 199: bo active',
      'day 199: cy active',
    ]);
    expect(areas).toMatchObject([
      {
        area: 'core',
        changes: 5,
        passed: 1,
        visible: 5,
        landForOthers: { people: ['bo', 'eve'] },
        landOwnOnly: { people: ['cy'] },
        notSeenLately: { people: ['gus'] },
        lastAt: moment(171.5),
        couldCover: null,
      },
    ]);
    expect(areas[0]?.evidence.map(({ id }) => id)).toEqual(['c5', 'c3', 'c2', 'c1']);
  });

  it('do not count who landed only the work of others elsewhere, or before the days looked at', () => {
    const { areas, repositories } = ask(
      ['day 10: cy > bo core', 'day 150: cy > bo docs', 'day 160: cy > ada core', 'day 199: bo active'],
      { days: 182 },
    );
    const landers = areas.map(({ area, landForOthers }) => [area, landForOthers.people]);
    expect(landers).toEqual([
      ['core', []],
      ['docs', ['bo']],
    ]);
    expect(repositories).toMatchObject([{ repository: 'one', area: null, landForOthers: { people: ['bo'] } }]);
  });

  it('name who approved, but not the person and no author', () => {
    const { areas } = ask(['day 190: cy > ada core ok bo,ada', 'day 191: bo > ada core ok dan']);
    expect(areas[0]?.approved.people).toEqual(['bo', 'dan']);
  });

  it('join who could cover by what they know, with or without the repository before the area', () => {
    const lines = ['day 190: cy > ada core,docs'];
    const bo = { people: ['cy', 'bo'], elsewhere: ['dan'] };
    for (const key of ['core', 'one: core']) {
      expect(ask(lines, { cover: new Map([[key, bo]]) }).areas).toMatchObject([
        { area: 'core', couldCover: { people: ['bo', 'cy'] }, elsewhere: { people: ['dan'] } },
        { area: 'docs', couldCover: null, elsewhere: null },
      ]);
    }
  });

  it('are not judged where who landed is hidden', () => {
    const { areas } = ask(['days 190-191: cy > ? core', 'day 192: cy > ada core', 'days 190-199: cy > ada docs']);
    expect(areas.map(({ area, isVisible, visible }) => [area, isVisible, visible])).toEqual([
      ['docs', true, 10],
      ['core', false, 1],
    ]);
  });

  it('are judged nowhere when the gate of 91 days is hidden', () => {
    const { areas } = ask(['days 190-199: cy > ? core', 'day 199: cy > ada docs']);
    expect(areas.map(({ area, isVisible, visible }) => [area, isVisible, visible])).toEqual([
      ['docs', false, 1],
      ['core', false, 0],
    ]);
  });

  it('never include the person, and the order of people changes nothing', () => {
    const names = ['ada', 'bo', 'cy', 'dan'];
    const line = fc
      .tuple(
        fc.integer({ min: 0, max: NOW - 1 }),
        fc.constantFrom(...names),
        fc.constantFrom(...names, '?'),
        fc.constantFrom('', 'core', 'core,docs'),
        fc.constantFrom('', ' ok bo', ' ok ada,dan'),
      )
      .map(([day, author, lander, areas, ok]) => `day ${day}: ${author} > ${lander}${areas && ` ${areas}${ok}`}`);
    fc.assert(
      fc.property(fc.array(line), fc.shuffledSubarray(names, { minLength: 4 }), (lines, order) => {
        const found = ask(['day 0: ada active', ...lines]);
        expect(ask(['day 0: ada active', ...lines], {}, order)).toEqual(found);
        for (const row of deputiesSchema.parse(found).areas) {
          const named = [row.landForOthers, row.landOwnOnly, row.notSeenLately].flatMap(({ people }) => people);
          expect(new Set(named).size).toBe(named.length);
          expect([...named, ...row.approved.people]).not.toContain('ada');
          expect(named.length > 0).toBe(row.evidenceTotal > 0);
        }
      }),
    );
  });
});
