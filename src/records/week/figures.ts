import { figureText } from '../../domain/figure-words.ts';
import type { Report, Share } from '../../domain/report.ts';
import type { FiguresThenNow, FigureThenNow } from '../../domain/week-review.ts';
import { DAY, type Window } from '../../domain/window.ts';
import { calendarDay, counted, listed, numeral } from '../../domain/words.ts';

type Asked = Pick<Report, 'measure' | 'title' | 'figure' | 'figureKind'>;

/** A figure then and now. Only intervals that lie apart are called a change; a number without one is called nothing. */
export function figureThenNow(then: Asked, now: Asked): FigureThenNow {
  const words = (report: Asked) => figureText(report) ?? 'not enough evidence';
  return {
    measure: now.measure,
    title: now.title,
    figureKind: now.figureKind,
    before: then.figure,
    now: now.figure,
    verdict: verdictOf(then.figure, now.figure),
    text: words(then) === words(now) ? `${words(now)}, then as now` : `${words(then)} then, ${words(now)} now`,
    opens: `fortnight explain ${now.measure}`,
  };
}

function verdictOf(then: Report['figure'], now: Report['figure']): FigureThenNow['verdict'] {
  if (then === null || now === null) return 'unknown';
  if (typeof then === 'object' && typeof now === 'object') return areApart(then, now) ? 'changed' : 'no-change';
  return then === now ? 'same' : 'differs';
}

/** Each interval holds the true share 19 times of 20; where they do not meet, chance alone hardly explains it. */
export const areApart = (one: Share, other: Share): boolean => one.high < other.low || other.high < one.low;

/** What changed between two windows of the same length: `then` and `now` are the same measures in the same order. */
export function figuresThenNow(
  then: { readonly window: Window; readonly reports: readonly Asked[] },
  now: { readonly window: Window; readonly reports: readonly Asked[] },
): FiguresThenNow {
  const order: readonly FigureThenNow['verdict'][] = ['changed', 'differs', 'no-change', 'same', 'unknown'];
  const figures = now.reports
    .flatMap((report) => {
      const before = then.reports.find(({ measure }) => measure === report.measure);
      return before === undefined ? [] : [figureThenNow(before, report)];
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return {
    ends: { before: then.window.until, now: now.window.until },
    answer: answerOf(figures),
    figures,
    notes: notesOf(then.window, now.window, figures),
  };
}

function answerOf(figures: readonly FigureThenNow[]): string {
  const shares = figures.filter(({ verdict }) => verdict === 'changed' || verdict === 'no-change');
  const changed = shares.filter(({ verdict }) => verdict === 'changed');
  if (shares.length === 0) return 'Not enough evidence to compare any share, then and now.';
  if (changed.length === 0) {
    return `No change is shown: none of ${counted(shares.length, 'share')} lies outside of its interval of then.`;
  }
  const named = listed(changed.map(({ title }) => title.toLowerCase()));
  return `${numeral(changed.length)} of ${counted(shares.length, 'share')} changed, the intervals of then and now lying apart: ${named}.`;
}

function notesOf(then: Window, now: Window, figures: readonly FigureThenNow[]): string[] {
  return [
    windowsTold(then, now),
    ...(figures.some(({ verdict }) => verdict === 'differs')
      ? ['A number without an interval is shown then and now, and called no change.']
      : []),
  ];
}

function windowsTold(then: Window, now: Window): string {
  const days = ({ since, until }: Window) => Math.round((until - since) / DAY);
  if (days(then) !== days(now)) {
    const told = ({ since, until }: Window) => `${calendarDay(since)} to ${calendarDay(until - 1)}`;
    return `Then: ${told(then)}. Now: ${told(now)}.`;
  }
  const shared = Math.round(Math.max(0, then.until - now.since) / DAY);
  return `Then: the ${counted(days(now), 'day')} before ${calendarDay(then.until)}. Now: those before ${calendarDay(now.until)}.${
    shared > 0 ? ` They share ${counted(shared, 'day')}, so that only a large change shows.` : ''
  }`;
}
