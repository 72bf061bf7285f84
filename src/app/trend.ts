import type { Measure } from '../domain/measure.ts';
import type { Report, Share } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import type { Trend, TrendPoint } from '../domain/trend.ts';
import type { TrendStep } from '../domain/trend-steps.ts';
import { DAY, type Window } from '../domain/window.ts';
import { calendarDay, counted, decimal, duration, listed, numeral, percentWithin } from '../domain/words.ts';
import { answer } from './answer.ts';
import { monthsBefore } from './moment.ts';
import type { Facts } from './setting.ts';
import { twoAtOnce } from './two-at-once.ts';

export interface TrendOptions {
  readonly every: TrendStep;
  /** How many windows, the asked one among them. */
  readonly moments: number;
  readonly parameters?: Readonly<Record<string, number>>;
}

const MONTHS: Readonly<Record<TrendStep, number>> = { month: 1, quarter: 3 };

/** Whether a measure looks at any window at all; one that counts the whole history up to the head has no past to show. */
export const hasTrend = (measure: Pick<Measure, 'sql'>): boolean => /\$(since|until)\b/.test(measure.sql);

/**
 * Asks a measure again for windows of the same length, each ending a month or a quarter earlier. The lead stays the one of
 * the asked window: it is their line, not that of whoever led then.
 */
export async function trend(
  facts: Pick<Facts, 'query' | 'repositories'>,
  setting: Setting,
  measure: Measure,
  { every, moments, parameters = {} }: TrendOptions,
): Promise<Trend> {
  const windows = hasTrend(measure) ? windowsBefore(setting.window, every, moments) : [setting.window];
  const points = await twoAtOnce(windows, async (window): Promise<TrendPoint> => {
    const { figure, confidence } = await answer(facts, { ...setting, window }, measure, { parameters });
    return { ...window, figure, confidence };
  });
  const days = Math.round((setting.window.until - setting.window.since) / DAY);
  return {
    measure: measure.id,
    title: measure.title,
    figureKind: measure.figureKind,
    every,
    days,
    lead: setting.lead,
    points,
    answer: hasTrend(measure) ? sentence(points, measure) : WHOLE,
    notes: hasTrend(measure) ? notes(facts, setting, measure, windows, every) : [],
  };
}

const WHOLE = 'It counts the whole history up to the head, whatever the window, so it has no line.';

/** Oldest first. A window ends when the asked one does, so many months earlier by the calendar. */
export function windowsBefore({ since, until }: Window, every: TrendStep, moments: number): Window[] {
  const length = until - since;
  return Array.from({ length: moments }, (_, i) => {
    const end = monthsBefore(until, MONTHS[every] * (moments - 1 - i));
    return { since: end - length, until: end };
  });
}

/** Then and now, with what may be said of the difference: intervals apart, or not. A number alone has no interval. */
function sentence(points: readonly TrendPoint[], measure: Pick<Measure, 'figureKind'>): string {
  const known = points.filter((point) => point.figure !== null);
  const enough = `${numeral(known.length)} of ${counted(points.length, 'window')} ${known.length === 1 ? 'holds' : 'hold'} enough evidence`;
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined)
    return `Not enough evidence in any of ${counted(points.length, 'window')}.`;
  if (first === last) return `${enough}: no line can be drawn.`;
  const [then, now] = [wordsOf(first.figure, measure.figureKind), wordsOf(last.figure, measure.figureKind)];
  const from = `${then} in the window that ended ${calendarDay(first.until)}, ${now} in the one that ended ${calendarDay(last.until)}`;
  if (typeof first.figure === 'number' || typeof last.figure === 'number') {
    const between = extremes(known, measure.figureKind);
    return `${from}${between}${known.length < points.length ? `; ${enough}` : ''}.`;
  }
  const told = `${from}${known.length < points.length ? `; ${enough}` : ''}.`;
  return `${told} ${apart(first.figure, last.figure)}`;
}

/** A number has no interval: how far it went between is the least that must be said beside its ends. */
function extremes(known: readonly TrendPoint[], kind: Report['figureKind']): string {
  const values = known.map(({ figure }) => figure).filter((figure) => typeof figure === 'number');
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? '' : `; from ${wordsOf(least, kind)} to ${wordsOf(most, kind)} over all of them`;
}

function apart(then: Share | null, now: Share | null): string {
  if (then === null || now === null) return '';
  const isApart = then.high < now.low || now.high < then.low;
  return isApart ? 'Their intervals lie apart.' : 'Their intervals overlap: no change is shown.';
}

function wordsOf(figure: Report['figure'], kind: Report['figureKind']): string {
  if (figure === null) return 'nothing';
  if (typeof figure === 'object') return `${percentWithin(figure)} of ${numeral(figure.of)}`;
  return kind === 'seconds' ? duration(figure) : kind === 'count' ? numeral(figure) : decimal(figure);
}

function notes(
  { repositories }: Pick<Facts, 'repositories'>,
  setting: Setting,
  measure: Pick<Measure, 'needsLead'>,
  windows: readonly Window[],
  every: TrendStep,
): string[] {
  const days = Math.round((setting.window.until - setting.window.since) / DAY);
  const step = every === 'month' ? 31 : 92;
  const begins = repositories.flatMap(({ repository, first_time }) =>
    first_time !== null && windows.some(({ since }) => since < first_time)
      ? [`${repository} on ${calendarDay(first_time)}`]
      : [],
  );
  return [
    `Each point looks at ${counted(days, 'day')}.${days > step ? ` Neighbouring windows overlap, so neighbouring points share evidence and the line is smoother than the work was.` : ''}`,
    'Areas, joined identities and the configuration are those of today, at every moment.',
    ...(measure.needsLead && setting.lead.name !== null
      ? [`It is about ${setting.lead.name} at every moment, also where somebody else led then.`]
      : []),
    ...(begins.length > 0
      ? [`The history begins within or after some of the windows (${listed(begins)}); those see only what came after.`]
      : []),
  ];
}
