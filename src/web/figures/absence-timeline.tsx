import { useId, useState } from 'react';
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

const WEEK = 7 * 86_400;
const LANE = 34;
/** Room for the figures of the axis. */
const LEFT = 30;
const ABOVE = 26;
const PLOT = 190;
const FOOT = 28;

interface AbsenceTimelineProps {
  readonly weeks: Weeks;
  /** Opens one silence, by its first day; silences cannot be opened where it is not given. */
  onOpen?(from: number): void;
}

/**
 * Real silences above, the team's flow week by week below on the same axis. A silence that can be compared is filled, another
 * is hatched; a sign above it says what teammates' work did.
 */
export function AbsenceTimeline({ weeks, onOpen }: AbsenceTimelineProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [said, setSaid] = useState<string | null>(null);
  const id = useId();
  const words = text.fortnight;
  const shown = weeks.weeks;
  const lane = weeks.absences.length === 0 ? 0 : LANE;
  const [top, bottom] = [lane + ABOVE, lane + ABOVE + PLOT];
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return <p>{words.noSilence}</p>;
  const end = last.from + WEEK;
  const x = timeScale(first.from, end, LEFT, width);
  const y = valueScale(0, Math.max(...shown.map(({ landed }) => landed), 1), bottom, top, 3);
  const column = Math.max(0.8, ((x.x(end) - x.x(first.from)) / shown.length) * (shown.length > 200 ? 0.9 : 0.72));
  const columns = (height: (week: Week) => readonly [number, number]) =>
    shown
      .map((week) => {
        const [low, high] = height(week).map((value) => y.y(value)) as [number, number];
        return low - high < 0.1 ? '' : bar(x.x(week.from), low, column, high);
      })
      .join('');
  const at = (pixels: number) => {
    const week = shown[Math.min(shown.length - 1, Math.max(0, Math.floor((x.at(pixels) - first.from) / WEEK)))];
    setSaid(week === undefined ? null : weekText(week));
  };
  return (
    <div className={styles.timeline}>
      <FigureKey
        marks={[
          ['others', words.otherOrHidden],
          ['alone', words.throughTone],
          ['line', words.usual],
          ...(weeks.absences.length === 0
            ? []
            : ([
                ['filled', words.compared],
                ['hatched', words.notCompared],
              ] as const)),
        ]}
      />
      <div className={styles.drawing} ref={ref}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in; what can be pressed stands in it. */}
        <svg data-picture="" width={width} height={bottom + FOOT} role="group" aria-labelledby={`${id}t ${id}d`}>
          <title id={`${id}t`}>{words.timelineTitle}</title>
          <desc id={`${id}d`}>{words.timelineDesc(weeks.absences.length, shown.length)}</desc>
          <defs>
            <pattern id={`${id}h`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" className={styles.hatchGround} />
              <line x1="0" x2="0" y1="0" y2="5" className={styles.hatch} />
            </pattern>
          </defs>
          <ValueAxis scale={y} from={0} to={width} format={numeral} />
          {weeks.absences.map(({ from, to }) => (
            <rect
              key={from}
              className={styles.shade}
              x={x.x(Math.max(first.from, from))}
              y={lane}
              width={Math.max(1, x.x(Math.min(end, to ?? end)) - x.x(Math.max(first.from, from)))}
              height={bottom - lane}
            />
          ))}
          <path className={styles.others} d={columns(({ landed, through }) => [through, landed])} />
          <path className={styles.alone} d={columns(({ through }) => [0, through])} />
          <path className={styles.usual} d={usualPath(shown, x.x, y.y)} />
          <TimeAxis scale={x} y={bottom} from={LEFT} to={width} />
          {/* Reads the weeks by pointer alone: the table below is for everybody else. */}
          <rect
            className={styles.pointer}
            x={LEFT}
            y={top}
            width={Math.max(0, width - LEFT)}
            height={PLOT}
            onPointerMove={(event) =>
              at(event.clientX - (event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0))
            }
            onPointerLeave={() => setSaid(null)}
          />
          {weeks.absences.map((silence) => (
            <TimelineSilence
              key={silence.from}
              silence={silence}
              left={x.x(Math.max(first.from, silence.from))}
              right={x.x(Math.min(end, silence.to ?? end))}
              hatch={`url(#${id}h)`}
              onSay={setSaid}
              {...(onOpen === undefined ? {} : { onOpen })}
            />
          ))}
        </svg>
      </div>
      <p className={styles.said} data-screen="">
        <Said>{said ?? (onOpen === undefined ? '' : words.hint)}</Said>
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
function usualPath(weeks: readonly Week[], x: (at: number) => number, y: (value: number) => number): string {
  return weeks
    .map(({ from, usual }, i) => {
      if (usual === null) return '';
      const begins = weeks[i - 1]?.usual === null || i === 0;
      return `${begins ? 'M' : 'L'}${x(from).toFixed(1)} ${y(usual).toFixed(1)}H${x(from + WEEK).toFixed(1)}`;
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
