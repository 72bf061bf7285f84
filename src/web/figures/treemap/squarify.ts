/** A rectangle, in pixels. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Things {
  /** They are `from` to `end`, the heaviest first. */
  readonly from: number;
  readonly end: number;
  weightOf(thing: number): number;
  /** Of all of them. */
  readonly weight: number;
}

/**
 * Fills a room with things as large as they weigh, row by row along its shorter side, each row as square as can be
 * (Bruls, Huizing, van Wijk 2000). Told where each stands; what weighs nothing may be left out.
 */
export function squarify(
  { from, end, weightOf, weight }: Things,
  room: Room,
  put: (thing: number, x: number, y: number, w: number, h: number) => void,
): void {
  let { x, y, w, h } = room;
  let left = weight;
  let i = from;
  while (i < end && left > 0) {
    const short = Math.max(1e-9, Math.min(w, h));
    const scale = (w * h) / left;
    let sum = 0;
    let worst = Number.POSITIVE_INFINITY;
    let j = i;
    const largest = weightOf(i) * scale;
    for (; j < end; j++) {
      const size = weightOf(j) * scale;
      const whole = sum + size;
      // The heaviest stands first: the largest and the newest are the extremes of the row.
      const side = whole * whole;
      const ratio = Math.max((short * short * largest) / side, side / (short * short * Math.max(size, 1e-12)));
      if (ratio > worst) break;
      worst = ratio;
      sum = whole;
    }
    const thick = sum / short;
    let along = 0;
    for (let k = i; k < j; k++) {
      const length = thick === 0 ? 0 : (weightOf(k) * scale) / thick;
      if (w >= h) put(k, x, y + along, thick, length);
      else put(k, x + along, y, length, thick);
      along += length;
      left -= weightOf(k);
    }
    if (w >= h) {
      x += thick;
      w = Math.max(0, w - thick);
    } else {
      y += thick;
      h = Math.max(0, h - thick);
    }
    i = j;
  }
}
