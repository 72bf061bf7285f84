/** Sums from which a straight line follows, so that a repository drawn twice is added twice. */
export interface Sums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

export interface Line {
  readonly intercept: number;
  readonly slope: number;
  /** Share of the variance of y that the line explains. */
  readonly explained: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function sumsOf(points: readonly Point[]): Sums {
  let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
    xx += point.x * point.x;
    xy += point.x * point.y;
    yy += point.y * point.y;
  }
  return { n: points.length, x, y, xx, xy, yy };
}

/** Clusters' sums together, each as often as `times` says. */
export function addSums(clusters: readonly Sums[], times: ArrayLike<number>): Sums {
  let [n, x, y, xx, xy, yy] = [0, 0, 0, 0, 0, 0];
  for (const [place, sums] of clusters.entries()) {
    const weight = times[place] ?? 0;
    n += weight * sums.n;
    x += weight * sums.x;
    y += weight * sums.y;
    xx += weight * sums.xx;
    xy += weight * sums.xy;
    yy += weight * sums.yy;
  }
  return { n, x, y, xx, xy, yy };
}

/** The straight line of ordinary least squares; null of fewer than three points, or where x or y does not vary. */
export function lineThrough({ n, x, y, xx, xy, yy }: Sums): Line | null {
  const spread = xx - (x * x) / n;
  const total = yy - (y * y) / n;
  if (n < 3 || spread <= 1e-12 * Math.max(1, xx) || total <= 1e-12 * Math.max(1, yy)) return null;
  const together = xy - (x * y) / n;
  const slope = together / spread;
  return { slope, intercept: (y - slope * x) / n, explained: Math.min(1, (slope * together) / total) };
}
