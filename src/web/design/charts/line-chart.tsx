import { useId, useState } from 'react';
import { plain } from '../../../domain/plain.ts';
import { calendarDay } from '../../../domain/words.ts';
import { text } from '../../messages/index.ts';
import { cx } from '../cx.ts';
import { DataTable } from '../data-table.tsx';
import { Disclosure } from '../disclosure.tsx';
import { useFigureTitle } from '../figure-title.tsx';
import { TimeAxis, ValueAxis } from './axis.tsx';
import styles from './line-chart.module.css';
import type { LinePoint, LineSeries } from './line-series.ts';
import { bandsOf, labelsOf, runsOf } from './line-shapes.ts';
import { rangeText } from './range-text.ts';
import { Reading } from './reading.tsx';
import { timeScale } from './time-scale.ts';
import { useWidth } from './use-width.ts';
import { valueScale } from './value-scale.ts';

interface LineChartProps {
  readonly series: readonly LineSeries[];
  format(value: number): string;
  readonly height?: number;
  /** What is drawn; the title of the figure around unless given. */
  readonly title?: string;
}

/** Width of a letter of a name, about, in pixels. */
const LETTER = 6.9;
const TOP = 18;
/** Height of a name above the drawing. */
const ROW = 18;
const FOOT = 26;

/** Lines over time with their intervals, named at their ends, read off by pointer or keyboard, and as a table. */
export function LineChart({ series, format, height = 220, title }: LineChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [cursor, setCursor] = useState<number | null>(null);
  const around = useFigureTitle();
  const id = useId();
  const moments = [...new Set(series.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  if (moments.length === 0) return null;
  const longest = Math.max(...series.map(({ label }) => label.length)) * LETTER + 12;
  // Names stand at the ends of their lines where there is room, above the drawing where there is none.
  const isNamedAtEnds = series.length > 1 && longest < width * 0.28;
  const names = isNamedAtEnds ? longest : 8;
  const right = width - names;
  const listed = series.length > 1 && !isNamedAtEnds ? series : [];
  const top = TOP + listed.length * ROW;
  const bottom = top - TOP + height - FOOT;
  const ends = series.flatMap(({ points }) => points.flatMap((p) => [p.value, p.low ?? null, p.high ?? null]));
  const values = ends.filter((value) => value !== null);
  const y = valueScale(Math.min(0, ...values), Math.max(0, ...values), bottom, top);
  const x = timeScale(moments[0] as number, moments.at(-1) as number, 0, right);
  const said = (i: number) => readingOf(series, moments[i] as number, format);
  const place = cursor === null ? null : x.x(moments[cursor] as number);
  const nearest = (px: number) =>
    moments.reduce(
      (best, at, i) => (Math.abs(x.x(at) - px) < Math.abs(x.x(moments[best] as number) - px) ? i : best),
      0,
    );
  return (
    <div className={styles.chart}>
      <div className={styles.drawing} ref={ref}>
        <svg
          data-picture=""
          width={width}
          height={bottom + FOOT}
          viewBox={`0 0 ${width} ${bottom + FOOT}`}
          role="img"
          aria-labelledby={`${id}t ${id}d`}
          onPointerMove={(event) =>
            setCursor(nearest(event.clientX - event.currentTarget.getBoundingClientRect().left))
          }
          onPointerLeave={() => setCursor(null)}
        >
          <title id={`${id}t`}>{title ?? (around === '' ? series.map((s) => s.label).join(', ') : around)}</title>
          <desc id={`${id}d`}>{said(moments.length - 1)}</desc>
          <ValueAxis scale={y} from={0} to={right} format={format} part="lines" />
          {listed.map((one, i) => (
            <g key={one.label} className={styles[one.tone]}>
              <line className={styles.run} x1="1" x2="15" y1={8 + i * ROW} y2={8 + i * ROW} />
              <text className={styles.name} x="22" y={8 + i * ROW} dominantBaseline="middle">
                {plain(one.label)}
              </text>
            </g>
          ))}
          <TimeAxis scale={x} y={bottom} from={0} to={right} />
          {series.map((one) => (
            <g key={one.label} className={styles[one.tone]}>
              {bandsOf(one.points, x, y).map((d) => (
                <path key={d} className={styles.band} d={d} />
              ))}
              {runsOf(one.points, x, y).map((run) =>
                run.isPoint ? (
                  <circle key={run.d} className={styles.dot} cx={run.x} cy={run.y} r="2.5" />
                ) : (
                  <path key={run.d} className={styles.run} d={run.d} />
                ),
              )}
            </g>
          ))}
          <ValueAxis scale={y} from={0} to={right} format={format} part="names" />
          {isNamedAtEnds
            ? labelsOf(series, x, y).map((label) => (
                <text
                  key={label.text}
                  className={cx(styles.name, styles[label.tone])}
                  x={right + 8}
                  y={label.y}
                  dominantBaseline="middle"
                >
                  {plain(label.text)}
                </text>
              ))
            : null}
          {place === null || cursor === null ? null : (
            <g>
              <line className={styles.cursor} x1={place} x2={place} y1={top - 6} y2={bottom} />
              {series.map((one) => {
                const value = one.points.find(({ at }) => at === moments[cursor])?.value ?? null;
                return value === null ? null : (
                  <circle
                    key={one.label}
                    className={cx(styles.here, styles[one.tone])}
                    cx={place}
                    cy={y.y(value)}
                    r="4"
                  />
                );
              })}
            </g>
          )}
        </svg>
      </div>
      <Reading count={moments.length} cursor={cursor} onCursor={setCursor} says={said} />
      <Disclosure summary={text.design.asTable}>
        <DataTable
          caption={title ?? around}
          columns={[
            { key: 'at', label: text.design.when },
            ...series.map((one) => ({ key: one.label, label: one.label, align: 'right' as const })),
          ]}
          rows={moments.map((at) => ({
            key: String(at),
            cells: {
              at: whenOf(series, at),
              ...Object.fromEntries(series.map((one) => [one.label, figureOf(one, at, format)])),
            },
          }))}
        />
      </Disclosure>
    </div>
  );
}

/** `March 2015: merges 43% (31–56), reviews not enough evidence`. */
const readingOf = (series: readonly LineSeries[], at: number, format: (value: number) => string): string =>
  `${whenOf(series, at)}: ${series
    .map((one) => `${series.length > 1 ? `${plain(one.label)} ` : ''}${figureOf(one, at, format)}`)
    .join(', ')}`;

const pointAt = (one: LineSeries, at: number): LinePoint | undefined => one.points.find((point) => point.at === at);

const whenOf = (series: readonly LineSeries[], at: number): string =>
  plain(series.map((one) => pointAt(one, at)?.title).find((title) => title !== undefined) ?? calendarDay(at));

function figureOf(one: LineSeries, at: number, format: (value: number) => string): string {
  const point = pointAt(one, at);
  if (point === undefined || point.value === null) return text.design.noFigure;
  if (point.low === undefined || point.high === undefined) return format(point.value);
  return `${format(point.value)} (${rangeText(format(point.low), format(point.high))})`;
}
