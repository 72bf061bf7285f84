import { cellText, isShare } from '../../domain/figure-words.ts';
import { sureWords } from '../../domain/sure.ts';
import type { Trend } from '../../domain/trend.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay } from '../../domain/words.ts';
import { LineChart } from '../design/charts/line-chart.tsx';
import type { Copyable } from '../design/copyable.ts';
import { text } from '../messages/index.ts';
import { formatOf, numberOf } from './figure-parts.ts';
import { toneOf } from './tone-of.ts';

/** A measure at several moments with its interval; what has not enough evidence is a gap. */
export function TrendChart({ trend }: { readonly trend: Trend }) {
  const unit = unitOf(trend);
  const format = formatOf(trend.figureKind);
  return (
    <LineChart
      title={trend.title}
      height={240}
      format={(value) => (value === 0 && unit > 1 ? text.measure.zero : format(value * unit))}
      series={[
        {
          label: trend.title,
          tone: toneOf(trend.measure),
          points: trend.points.map(({ until, figure, confidence }) => ({
            at: until,
            value: inUnit(numberOf(figure), unit),
            low: isShare(figure) ? figure.low : undefined,
            high: isShare(figure) ? figure.high : undefined,
            title: text.measure.pointTitle(
              calendarDay(until),
              isShare(figure) ? text.measure.ofMany(figure.of) : null,
              sureWords(confidence.level),
            ),
          })),
        },
      ]}
    />
  );
}

/** Durations are drawn in days, hours or minutes, so that the lines of the grid stand at round ones. */
function unitOf({ figureKind, points }: Trend): number {
  if (figureKind !== 'seconds') return 1;
  const most = Math.max(0, ...points.map(({ figure }) => numberOf(figure) ?? 0));
  return most >= 2 * DAY ? DAY : most >= 2 * 3600 ? 3600 : 60;
}

const inUnit = (value: number | null, unit: number): number | null => (value === null ? null : value / unit);

/** Every window with its figure, interval, count and how sure it is. */
export function trendCopy({ title, points, figureKind, answer, notes }: Trend): Copyable {
  return {
    title,
    columns: [
      { label: text.measure.window, align: 'right' },
      { label: text.measure.figure, align: 'right' },
      { label: text.measure.sure, align: 'left' },
    ],
    rows: points.map(({ until, figure, confidence }) => [
      calendarDay(until),
      figure === null ? text.design.noFigure : cellText(figure, isShare(figure) ? 'share' : figureKind),
      sureWords(confidence.level),
    ]),
    note: [answer, ...notes].join(' '),
  };
}
