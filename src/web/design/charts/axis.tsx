import styles from './axis.module.css';
import type { TimeScale } from './time-scale.ts';
import type { ValueScale } from './value-scale.ts';

interface TimeAxisProps {
  readonly scale: TimeScale;
  /** Where the line lies, in pixels from the top. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Dates under a drawing. */
export function TimeAxis({ scale, y, from, to }: TimeAxisProps) {
  return (
    <g>
      <line className={styles.line} x1={from} x2={to} y1={y} y2={y} />
      {scale.ticks.map((tick) => {
        const x = scale.x(tick.at);
        // A label at an edge turns inwards rather than out of the drawing.
        const anchor = x - from < 20 ? 'start' : to - x < 20 ? 'end' : 'middle';
        return (
          <g key={tick.at}>
            <line className={styles.line} x1={x} x2={x} y1={y} y2={y + 4} />
            <text className={styles.label} x={x} y={y + 18} textAnchor={anchor}>
              {tick.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface ValueAxisProps {
  readonly scale: ValueScale;
  readonly from: number;
  readonly to: number;
  format(value: number): string;
  /** Lines belong under what is drawn, their names over it; both at once unless given. */
  readonly part?: 'both' | 'lines' | 'names';
}

/** Hairlines at round values, each named at its left, over the line. */
export function ValueAxis({ scale, from, to, format, part = 'both' }: ValueAxisProps) {
  return (
    <g>
      {scale.ticks.map((value) => (
        <g key={value}>
          {part === 'names' ? null : (
            <line className={styles.grid} x1={from} x2={to} y1={scale.y(value)} y2={scale.y(value)} />
          )}
          {part === 'lines' ? null : (
            <text className={styles.label} x={from} y={scale.y(value) - 4}>
              {format(value)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
