import { describe, expect, test } from 'vitest';
import { bandsOf, labelsOf, runsOf } from './line-shapes.ts';
import { timeScale } from './time-scale.ts';
import { valueScale } from './value-scale.ts';

const x = timeScale(0, 100, 0, 100);
const y = valueScale(0, 10, 100, 0);
const point = (at: number, value: number | null) =>
  value === null ? { at, value } : { at, value, low: value - 1, high: value + 1 };

describe('a line', () => {
  test('is broken where there is not enough evidence, never drawn over it', () => {
    const runs = runsOf([point(0, 5), point(25, 6), point(50, null), point(75, 4), point(100, 4)], x, y);
    expect(runs.map(({ d }) => d)).toEqual(['M0.0 50.0L25.0 40.0', 'M75.0 60.0L100.0 60.0']);
  });

  test('shows one value alone as a point', () => {
    expect(runsOf([point(0, null), point(50, 5), point(100, null)], x, y)).toMatchObject([
      { isPoint: true, x: 50, y: 50 },
    ]);
  });

  test('has a band as broken as itself', () => {
    expect(bandsOf([point(0, 5), point(25, 5), point(50, null), point(75, 5), point(100, 5)], x, y)).toHaveLength(2);
  });

  test('is named at its last known value, and two names keep a distance', () => {
    const series = [
      { label: 'one', tone: 'alone' as const, points: [point(0, 5), point(50, 5), point(100, null)] },
      { label: 'other', tone: 'others' as const, points: [point(0, 5.2), point(100, 5.2)] },
      { label: 'unknown', tone: 'quiet' as const, points: [point(0, null)] },
    ];
    const labels = labelsOf(series, x, y);
    expect(labels.map(({ text }) => text)).toEqual(['other', 'one']);
    expect((labels[1]?.y ?? 0) - (labels[0]?.y ?? 0)).toBeGreaterThanOrEqual(15);
  });
});
