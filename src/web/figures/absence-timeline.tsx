import { useId, useState } from 'react';
import { OUTCOMES } from '../../domain/outcome.ts';
import type { Week, Weeks } from '../../domain/weeks.ts';
import { calendarDay, decimal, duration, numeral } from '../../domain/words.ts';
import { TimeAxis, ValueAxis } from '../design/charts/axis.tsx';
import { timeScale } from '../design/charts/time-scale.ts';
import { useWidth } from '../design/charts/use-width.ts';
import { valueScale } from '../design/charts/value-scale.ts';
import { DataTable } from '../design/data-table.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-timeline.module.css';
import { FigureKey } from './figure-key.tsx';
import { TimelineSilence } from './timeline-silence.tsx';
import { binned, type WeekBin, weeksInColumn } from './week-bins.ts';

const WEEK = 7 * 86_400;
const LANE = 42;
/** What who is away wrote, a low strip under their silences. */
const OWN = 22;
/** Room for the figures of the axis. */
const LEFT = 30;
const ABOVE = 30;
const PLOT = 200;
const FOOT = 28;

interface AbsenceTimelineProps {
  readonly weeks: Weeks;
  /** Opens one silence, by its first day; silences cannot be opened where it is not given. */
  onOpen?(from: number): void;
}

/**
 * Real silences above, own work under them, the team's flow week by week below on the same axis. A silence that can be compared is filled, another
 * is hollow; a sign above it says what teammates' work did.
 */
export function AbsenceTimeline({ weeks, onOpen }: AbsenceTimelineProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [said, setSaid] = useState<string | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const id = useId();
  const words = text.fortnight;
  const shown = weeks.weeks;
  const lane = weeks.absences.length === 0 ? 0 : LANE;
  const ownBase = lane + OWN;
  const [top, bottom] = [ownBase + ABOVE, ownBase + ABOVE + PLOT];
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return <p>{words.noSilence}</p>;
  const end = last.from + WEEK;
  const x = timeScale(first.from, end, LEFT, width);
  const size = weeksInColumn(shown.length, width - LEFT);
  const bins = binned(shown, size);
  const y = valueScale(0, Math.max(...bins.map(({ landed }) => landed), 1), bottom, top, 3);
  const mostOwn = Math.max(1, ...bins.map(({ own }) => own));
  const columns = (height: (bin: WeekBin) => readonly [number, number], to: (value: number) => number) =>
    bins
      .map((bin) => {
        const [low, high] = height(bin).map(to) as [number, number];
        const room = x.x(bin.to) - x.x(bin.from);
        return low - high < 0.1 ? '' : bar(x.x(bin.from), low, room - Math.min(3, room * 0.26), high);
      })
      .join('');
  const at = (pixels: number) => {
    const week = shown[Math.min(shown.length - 1, Math.max(0, Math.floor((x.at(pixels) - first.from) / WEEK)))];
    setCursor(week?.from ?? null);
    setSaid(week === undefined ? null : weekText(week));
  };
  return (
    <div className={styles.timeline}>
      <FigureKey
        marks={[
          ['others', words.otherOrHidden],
          ['alone', words.throughTone],
          ['line', words.usual],
          ['own', words.ownLane],
          ...(weeks.absences.length === 0
            ? []
            : ([
                ['filled', `${words.silenceLane}, ${words.compared}`],
                ['hollow', `${words.silenceLane}, ${words.notCompared}`],
              ] as const)),
          ...OUTCOMES.filter((one) =>
            weeks.absences.some(({ outcome, notCompared }) => outcome === one && notCompared === null),
          ).map((one) => [one, words.signs[one]] as const),
        ]}
      />
      <div className={styles.drawing} ref={ref}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in; what can be pressed stands in it. */}
        <svg data-picture="" width={width} height={bottom + FOOT} role="group" aria-labelledby={`${id}t ${id}d`}>
          <title id={`${id}t`}>{words.timelineTitle}</title>
          <desc id={`${id}d`}>{words.timelineDesc(weeks.absences.length, shown.length)}</desc>
          <ValueAxis scale={y} from={0} to={width} format={numeral} part="lines" />
          {weeks.absences.map(({ from, to }) => (
            <rect
              key={from}
              className={styles.shade}
              x={x.x(Math.max(first.from, from))}
              y={Math.max(0, lane - 8)}
              width={Math.max(1, x.x(Math.min(end, to ?? end)) - x.x(Math.max(first.from, from)))}
              height={bottom - Math.max(0, lane - 8)}
            />
          ))}
          {cursor === null ? null : (
            <rect
              className={styles.here}
              x={x.x(cursor)}
              y={lane}
              width={Math.max(2, x.x(cursor + WEEK) - x.x(cursor))}
              height={bottom - lane}
            />
          )}
          <line className={styles.ownLine} x1={LEFT} x2={width} y1={ownBase} y2={ownBase} />
          <path
            className={styles.own}
            d={columns(
              ({ own }) => [0, own],
              (own) => ownBase - (own / mostOwn) * (OWN - 4),
            )}
          />
          <path className={styles.others} d={columns(({ landed, through }) => [through, landed], y.y)} />
          <path className={styles.alone} d={columns(({ through }) => [0, through], y.y)} />
          <path className={styles.usual} d={usualPath(bins, x.x, y.y)} />
          <ValueAxis scale={y} from={0} to={width} format={numeral} part="names" />
          <TimeAxis scale={x} y={bottom} from={LEFT} to={width} />
          {/* Reads the weeks by pointer alone: the table below is for everybody else. */}
          <rect
            className={styles.pointer}
            x={LEFT}
            y={lane}
            width={Math.max(0, width - LEFT)}
            height={bottom - lane}
            onPointerMove={(event) =>
              at(event.clientX - (event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0))
            }
            onPointerLeave={() => {
              setCursor(null);
              setSaid(null);
            }}
          />
          {weeks.absences.map((silence) => (
            <TimelineSilence
              key={silence.from}
              silence={silence}
              left={x.x(Math.max(first.from, silence.from))}
              right={x.x(Math.min(end, silence.to ?? end))}
              onSay={setSaid}
              {...(onOpen === undefined ? {} : { onOpen })}
            />
          ))}
        </svg>
      </div>
      <p className={styles.said} data-screen="">
        <Said>
          {said ??
            [...(size > 1 ? [words.columnOf(size)] : []), ...(onOpen === undefined ? [] : [words.hint])].join(' ')}
        </Said>
      </p>
      <Disclosure summary={words.weeksTable}>
        <WeeksTable weeks={shown} />
      </Disclosure>
    </div>
  );
}

const bar = (x: number, low: number, width: number, high: number): string =>
  `M${x.toFixed(1)} ${low.toFixed(1)}h${width.toFixed(2)}V${high.toFixed(1)}h${(-width).toFixed(2)}Z`;

/** Steps, broken where nothing was usual yet. */
function usualPath(bins: readonly WeekBin[], x: (at: number) => number, y: (value: number) => number): string {
  return bins
    .map(({ from, to, usual }, i) => {
      if (usual === null) return '';
      const begins = bins[i - 1]?.usual === null || i === 0;
      return `${begins ? 'M' : 'L'}${x(from).toFixed(1)} ${y(usual).toFixed(1)}H${x(to).toFixed(1)}`;
    })
    .join('');
}

function weekText({ from, landed, through, own, usual, isWhole }: Week): string {
  const words = text.fortnight;
  return `${words.weekSaid(calendarDay(from), landed, through, own)}${usual === null ? '' : words.usualSaid(decimal(usual))}${isWhole ? '' : words.partWeek}`;
}

const ROWS = 12;

function WeeksTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const words = text.fortnight;
  return (
    <DataTable
      caption={words.weeksTable}
      limit={ROWS}
      columns={[
        { key: 'week', label: words.week },
        { key: 'landed', label: words.landed, align: 'right' },
        { key: 'through', label: words.throughOne, align: 'right' },
        { key: 'usual', label: words.usualWeek, align: 'right' },
        { key: 'own', label: words.ownChanges, align: 'right' },
        { key: 'waited', label: words.waited, align: 'right' },
      ]}
      rows={[...weeks].reverse().map((week) => ({
        key: String(week.from),
        cells: {
          week: `${calendarDay(week.from)}${week.isWhole ? '' : words.partWeek}`,
          landed: numeral(week.landed),
          through: numeral(week.through),
          usual: week.usual === null ? words.notAsked : decimal(week.usual),
          own: numeral(week.own),
          waited:
            week.waited.median === null
              ? words.notAsked
              : `${duration(week.waited.median)} ${text.design.of(week.waited.changes)}`,
        },
      }))}
    />
  );
}
