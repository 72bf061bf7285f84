import { isShare } from '../../domain/figure-words.ts';
import type { FigureKind } from '../../domain/report.ts';
import type { TrendPoint } from '../../domain/trend.ts';
import { bandsOf, runsOf } from '../design/charts/line-shapes.ts';
import { cx } from '../design/cx.ts';
import { numberOf } from './figure-parts.ts';
import styles from './sparkline.module.css';

interface SparklineProps {
  readonly points: readonly TrendPoint[];
  readonly kind: FigureKind;
  readonly tone: 'alone' | 'others' | 'accent';
  /** What is drawn, and what it says: read aloud in place of the drawing. */
  readonly title: string;
  readonly says: string;
}

const WIDTH = 208;
const HEIGHT = 44;
const EDGE = 5;

/** Earlier figures as a small line with its interval; an open dot where a figure is unsure, a gap where there is none. */
export function Sparkline({ points, kind, tone, title, says }: SparklineProps) {
  const placed = points.map(({ until, figure, confidence }) => ({
    at: until,
    value: numberOf(figure),
    low: isShare(figure) ? figure.low : undefined,
    high: isShare(figure) ? figure.high : undefined,
    isUnsure: confidence.level === 'low',
  }));
  const known = placed.flatMap(({ value, low, high }) => [value, low ?? null, high ?? null]).filter((v) => v !== null);
  // A share has a natural whole, but a line of small shares drawn against it would be flat.
  const most = Math.max(...known, kind === 'share' ? 0.05 : 1e-9);
  const [first, last] = [placed[0]?.at ?? 0, placed.at(-1)?.at ?? 1];
  const x = (at: number) => EDGE + ((at - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE);
  const scales = [
    { x, at: () => 0, ticks: [] },
    { y, ticks: [] },
  ] as const;
  return (
    <svg
      className={cx(styles.spark, styles[tone])}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}. ${says}`}
    >
      <line className={styles.zero} x1={0} x2={WIDTH} y1={HEIGHT - EDGE + 0.5} y2={HEIGHT - EDGE + 0.5} />
      {bandsOf(placed, ...scales).map((d) => (
        <path key={d} className={styles.band} d={d} />
      ))}
      {runsOf(placed, ...scales).map((run) =>
        run.isPoint ? null : <path key={run.d} className={styles.run} d={run.d} />,
      )}
      {placed.map(({ at, value, isUnsure }) =>
        value === null ? null : (
          <circle
            key={at}
            className={cx(isUnsure ? styles.open : styles.dot)}
            cx={x(at)}
            cy={y(value)}
            r={at === last ? 3.5 : isUnsure ? 2.5 : 1.6}
          />
        ),
      )}
    </svg>
  );
}
