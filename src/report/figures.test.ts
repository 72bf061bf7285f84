import { expect, test } from 'vitest';
import { areaText, cellText, countsText, figureText, interval } from './figures.ts';

const half = { share: 0.5, low: 0.402, high: 0.598, of: 90 };

test('a cell is written by its column', () => {
  expect(cellText('src', 'path')).toBe('src');
  expect(cellText({ people: ['Ann Lee', 'Bo Ek'] }, 'people')).toBe('Ann Lee, Bo Ek');
  expect(cellText({ people: [] }, 'people')).toBe('nobody');
  expect(cellText(half, 'share')).toBe('50% (40–60%) of 90');
  expect(cellText(7200, 'seconds')).toBe('2 hours');
  expect(cellText(-7200, 'seconds')).toBe('-2 hours');
  expect(cellText(0, 'instant')).toBe('1970-01-01');
  expect(cellText(12345, 'count')).toBe('12,345');
  expect(cellText(4.26, 'number')).toBe('4.3');
});

test('what is unknown is a dash, never a zero', () => {
  expect(cellText(null, 'count')).toBe('–');
  expect(cellText(undefined, 'seconds')).toBe('–');
});

test('an interval stands in whole percents', () => expect(interval(half)).toBe('40–60%'));

test('a figure is written by its kind, and none is none', () => {
  expect(figureText({ figure: 3, figureKind: 'count' })).toBe('3');
  expect(figureText({ figure: half, figureKind: 'share' })).toBe('50% (40–60%) of 90');
  expect(figureText({ figure: null, figureKind: 'share' })).toBeNull();
});

test('files in no folder are an area with a name', () => {
  expect(['.', 'engine: .', 'src', 'a.b', './x'].map(areaText)).toEqual([
    '(root)',
    'engine: (root)',
    'src',
    'a.b',
    './x',
  ]);
  expect(cellText('.', 'path')).toBe('(root)');
  expect(cellText('.', 'text')).toBe('.');
});

test('a share counts something', () => {
  expect(countsText({ share: 29 / 32, low: 0.7, high: 0.99, of: 32 })).toBe('29 of 32');
});
