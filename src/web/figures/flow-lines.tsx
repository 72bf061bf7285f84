import type { FlowPeriod } from '../../domain/flow.ts';
import type { TrendStep } from '../../domain/trend-steps.ts';
import { counted, duration } from '../../domain/words.ts';
import { ValueAxis } from '../design/charts/axis.tsx';
import { bandsOf, runsOf } from '../design/charts/line-shapes.ts';
import { DataTable } from '../design/data-table.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Evidence } from '../design/evidence.tsx';
import { text } from '../messages/index.ts';
import { durationScale } from './duration-scale.ts';
import { FlowFrame, type FlowPlace, type Span } from './flow-frame.tsx';
import styles from './flow-lines.module.css';
import { periodName } from './period-name.ts';

interface FlowLinesProps {
  readonly title: string;
  readonly what: 'waiting' | 'leadTime';
  readonly periods: readonly FlowPeriod[];
  readonly every: TrendStep;
  readonly span: Span;
}

/** How long work takes, by period: half of it within the line, nine in ten within the band. What is not known is a gap. */
export function FlowLines({ title, what, periods, every, span }: FlowLinesProps) {
  const says = (i: number) => {
    const period = periods[i];
    if (period === undefined) return '';
    const { median, ninth, known } = period[what];
    const name = periodName(period, every);
    return median === null || ninth === null
      ? text.flow.saysNothing(name, counted(known, 'change'))
      : text.flow.says(name, duration(median), duration(ninth), counted(known, 'change'));
  };
  return (
    <>
      <FlowFrame
        span={span}
        periods={periods}
        height={236}
        title={title}
        says={says}
        draw={(place) => <Lines what={what} periods={periods} place={place} />}
      />
      <p className={styles.scale}>{text.flow.scale}</p>
      <Disclosure summary={text.design.asTable}>
        <DataTable
          caption={title}
          columns={[
            { key: 'when', label: text.flow.when },
            { key: 'known', label: text.flow.known, align: 'right' },
            { key: 'median', label: text.flow.median, align: 'right' },
            { key: 'ninth', label: text.flow.ninth, align: 'right' },
            { key: 'evidence', label: text.flow.newest, align: 'right' },
          ]}
          rows={[...periods].reverse().map((period) => ({
            key: String(period.since),
            cells: {
              when: periodName(period, every),
              known: period[what].known,
              median: period[what].median === null ? text.design.noFigure : duration(period[what].median ?? 0),
              ninth: period[what].ninth === null ? '' : duration(period[what].ninth ?? 0),
              evidence:
                period.evidenceTotal === 0 ? null : (
                  <Evidence
                    pieces={period.evidence}
                    total={period.evidenceTotal}
                    title={text.flow.evidenceOf(periodName(period, every))}
                  />
                ),
            },
          }))}
        />
      </Disclosure>
    </>
  );
}

function Lines({ what, periods, place }: Pick<FlowLinesProps, 'what' | 'periods'> & { readonly place: FlowPlace }) {
  const { x, right, top, bottom, isNarrow, cursor } = place;
  const points = periods.map((period) => {
    const { median, ninth } = period[what];
    const at = (period.since + period.until) / 2;
    return { at, value: median, low: median ?? undefined, high: ninth ?? undefined };
  });
  const values = points.flatMap(({ value, high }) => (value === null ? [] : [value, high ?? value]));
  const y = durationScale(Math.min(...values), Math.max(...values), bottom, top);
  const last = points.findLast(({ value }) => value !== null);
  const read = cursor === null ? undefined : points[cursor];
  const names = last === undefined ? [] : namesAt(y.y(last.value ?? 0), y.y(last.high ?? 0));
  return (
    <g className={styles[what]}>
      <ValueAxis scale={y} from={0} to={right} format={duration} part="lines" />
      {bandsOf(points, x, y).map((d) => (
        <path key={d} className={styles.band} d={d} />
      ))}
      {runsOf(
        points.map(({ at, value, high }) => ({ at, value: value === null ? null : (high ?? null) })),
        x,
        y,
      ).map((run) => (run.isPoint ? null : <path key={run.d} className={styles.ninth} d={run.d} />))}
      {runsOf(points, x, y).map((run) =>
        run.isPoint ? (
          <circle key={run.d} className={styles.dot} cx={run.x} cy={run.y} r="2.5" />
        ) : (
          <path key={run.d} className={styles.median} d={run.d} />
        ),
      )}
      {read === undefined || read.value === null ? null : (
        <>
          <circle className={styles.here} cx={x.x(read.at)} cy={y.y(read.value)} r="4" />
          <circle className={styles.here} cx={x.x(read.at)} cy={y.y(read.high ?? read.value)} r="3" />
        </>
      )}
      <ValueAxis scale={y} from={0} to={right} format={duration} part="names" />
      {names.map(({ name, at }) =>
        isNarrow ? (
          // Beside the line there is no room: over its end.
          <text key={name} className={styles.name} x={right} y={at - 9} textAnchor="end">
            {name}
          </text>
        ) : (
          <text key={name} className={styles.name} x={right + 10} y={at} dominantBaseline="middle">
            {name}
          </text>
        ),
      )}
    </g>
  );
}

/** Both lines are named at their ends, apart enough to be read. */
function namesAt(median: number, ninth: number): readonly { name: string; at: number }[] {
  const gap = Math.max(0, 16 - (median - ninth)) / 2;
  return [
    { name: text.flow.ninth, at: ninth - gap },
    { name: text.flow.median, at: median + gap },
  ];
}
