export interface ValueScale {
  /** From a value to pixels; larger values stand higher. */
  y(value: number): number;
  readonly ticks: readonly number[];
}

const ROUND = [1, 2, 2.5, 5, 10] as const;

/** Values from nothing (or the least of them) up, over so many pixels, with about `count` round ticks. */
export function valueScale(least: number, most: number, bottom: number, top: number, count = 4): ValueScale {
  const low = Math.min(0, least);
  // Less than this apart, values are the same to anybody who looks, and the arithmetic no longer holds.
  const high = most - low > 1e-9 ? most : low + 1;
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (ROUND.find((one) => one * power >= rough) ?? 10);
  const first = Math.floor(low / step) * step;
  const last = Math.ceil(high / step - 1e-9) * step;
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step);
  return { y: (value) => bottom - ((value - first) / (last - first)) * (bottom - top), ticks };
}
