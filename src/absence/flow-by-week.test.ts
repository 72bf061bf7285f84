import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { flowByWeek } from './flow-by-week.ts';
import { asOne } from './history.ts';

/** Day 0 of a told history is a Monday. */
const weeksOf = (lines: readonly string[], until: number, back = 1000, from = 'ada') => {
  const history = historyOf(['day 0: ada active', ...lines], { until });
  return flowByWeek(history, personOf(history, from), moment(until), back);
};

describe('the flow by week', () => {
  it("counts teammates' changes, those of them through the person, and the person's own, Monday to Sunday", () => {
    const weeks = weeksOf(
      [
        'day 0: bo > ada core',
        'day 6: bo lands core',
        'day 7: ada lands core',
        'day 8: ada+bo > bo core',
        'day 9: cy > ? core',
      ],
      14,
    );
    expect(weeks.map(({ from, landed, through, own }) => ({ from, landed, through, own }))).toEqual([
      { from: moment(0), landed: 2, through: 1, own: 0 },
      { from: moment(7), landed: 1, through: 0, own: 2 },
    ]);
  });

  it('knows weeks without anything, and looks at nothing from the moment on', () => {
    const weeks = weeksOf(['day 0: bo > ada core', 'day 15: bo > ada core', 'day 21: bo > ada core'], 21);
    expect(weeks.map(({ landed }) => landed)).toEqual([1, 0, 1]);
  });

  it('says what was usual from the eight weeks before, and nothing before there were eight', () => {
    const weeks = weeksOf(['days 0-55/3.5: bo lands core', 'day 56: bo lands core'], 63);
    expect(weeks.map(({ usual }) => usual)).toEqual([null, null, null, null, null, null, null, null, 2]);
  });

  it('says which weeks are cut by the ends of the history', () => {
    const weeks = weeksOf(['day 2: bo lands core', 'day 9: bo lands core'], 17);
    expect(weeks.map(({ isWhole }) => isWhole)).toEqual([false, true, false]);
  });

  it('takes the last so many weeks, which know what was usual before them', () => {
    const weeks = weeksOf(['days 0-69/7: bo lands core'], 70, 1);
    expect(weeks).toHaveLength(1);
    expect(weeks[0]).toMatchObject({ from: moment(63), usual: 1 });
  });

  it('knows how long changes had waited that somebody else landed', () => {
    const [week] = weeksOf(
      ['day 3: bo > ada core waited 2', 'day 4: bo > ada core waited 1', 'day 5: bo lands core'],
      7,
    );
    expect(week?.waited).toEqual({ changes: 2, median: 1.5 * 86_400 });
  });

  it('takes several people for one', () => {
    const history = historyOf(
      ['day 0: bo > ada core', 'day 1: cy > bo core', 'day 2: cy > ada core', 'day 3: dan > dan core'],
      { until: 7 },
    );
    const [ada, bo] = [personOf(history, 'ada'), personOf(history, 'bo')];
    const [week] = flowByWeek(asOne(history, [ada, bo]), ada, moment(7), 10);
    expect(week).toMatchObject({ landed: 3, through: 2, own: 1 });
  });

  it('of a history without a change has no week', () => {
    expect(weeksOf(['day 0: ada active'], 7)).toEqual([]);
  });
});
