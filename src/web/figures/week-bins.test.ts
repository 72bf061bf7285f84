import { expect, it } from 'vitest';
import { binned, weeksInColumn } from './week-bins.ts';

const WEEK = 7 * 86_400;
const weekOf = (i: number, landed: number, usual: number | null = null) => ({
  from: i * WEEK,
  isWhole: true,
  landed,
  through: landed / 2,
  own: 1,
  usual,
  waited: { changes: 0, median: null },
});

it('draws a column a week while there is room for it', () => {
  expect(weeksInColumn(100, 1000)).toBe(1);
  expect(binned([weekOf(0, 4), weekOf(1, 2)], 1).map(({ landed }) => landed)).toEqual([4, 2]);
});

it('draws means of several weeks where columns would be too thin to be seen', () => {
  expect(weeksInColumn(1000, 1000)).toBe(3);
  const bins = binned([weekOf(0, 8), weekOf(1, 2), weekOf(2, 4, 5), weekOf(3, 1, 6), weekOf(4, 3, 8)], 2);
  expect(bins).toEqual([
    { from: 0, to: WEEK, landed: 8, through: 4, own: 1, usual: null },
    { from: WEEK, to: 3 * WEEK, landed: 3, through: 1.5, own: 1, usual: 5 },
    { from: 3 * WEEK, to: 5 * WEEK, landed: 2, through: 1, own: 1, usual: 7 },
  ]);
});
