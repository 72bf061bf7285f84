import { DAY } from '../../domain/window.ts';
import type { ValueScale } from '../design/charts/value-scale.ts';

/** Round durations, each several times the one before: from minutes to years, so that hours and months fit one drawing. */
const STEPS = [60, 600, 3600, 6 * 3600, DAY, 7 * DAY, 30 * DAY, 182 * DAY, 730 * DAY, 3650 * DAY] as const;

/** Durations in seconds on a logarithmic scale. What took less than the least step stands at its foot. */
export function durationScale(least: number, most: number, bottom: number, top: number): ValueScale {
  const floor = Math.max(STEPS[0], Math.min(least, most));
  const first = Math.max(
    0,
    STEPS.findLastIndex((step) => step <= floor),
  );
  const found = STEPS.findIndex((step) => step >= most);
  const last = Math.max(first + 1, found === -1 ? STEPS.length - 1 : found);
  const ticks = STEPS.slice(first, last + 1);
  const [low, high] = [Math.log(ticks[0] ?? 60), Math.log(ticks.at(-1) ?? DAY)];
  const y = (value: number) =>
    bottom - ((Math.log(Math.max(value, ticks[0] ?? 60)) - low) / Math.max(1e-9, high - low)) * (bottom - top);
  return { y, ticks };
}
