import { expect, it } from 'vitest';
import { DAY } from '../../domain/window.ts';
import { durationScale } from './duration-scale.ts';

it('minutes and months fit one scale of round durations, longer ones standing higher', () => {
  const { y, ticks } = durationScale(20 * 60, 40 * DAY, 200, 0);
  expect(ticks).toEqual([600, 3600, 6 * 3600, DAY, 7 * DAY, 30 * DAY, 182 * DAY]);
  expect(y(600)).toBe(200);
  expect(y(182 * DAY)).toBe(0);
  expect(y(3600)).toBeLessThan(y(1200));
});

it('what took no time stands at the foot, and what is longer than all steps still fits', () => {
  const { y, ticks } = durationScale(0, 9000 * DAY, 100, 0);
  expect(y(0)).toBe(100);
  expect(ticks[0]).toBe(60);
  expect(durationScale(5, 5, 100, 0).ticks.length).toBeGreaterThan(1);
});
