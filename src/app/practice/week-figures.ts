import type { Measure } from '../../domain/measure.ts';
import type { Report } from '../../domain/report.ts';
import type { FiguresThenNow } from '../../domain/week-review.ts';
import type { Window } from '../../domain/window.ts';
import { figuresThenNow } from '../../records/week/figures.ts';
import { answer } from '../answer.ts';
import { measures } from '../measures.ts';
import type { Opened } from '../open.ts';
import { hasTrend } from '../trend.ts';
import { twoAtOnce } from '../two-at-once.ts';

/** Measures whose figure of one window can be set beside that of another: shares, which have an interval, and those that are asked for by name. */
export const comparable = (more: readonly string[]): readonly Measure[] =>
  measures.filter((measure) => hasTrend(measure) && (measure.figureKind === 'share' || more.includes(measure.id)));

/** Those measures asked of two windows; the lead is the one of today in both. */
export async function compareWindows(
  { facts, setting }: Pick<Opened, 'facts' | 'setting'>,
  asked: readonly Measure[],
  before: Window,
  now: Window,
): Promise<FiguresThenNow> {
  const reports = async (window: Window): Promise<Report[]> =>
    await twoAtOnce(asked, (measure) => answer(facts, { ...setting, window }, measure));
  return figuresThenNow(
    { window: before, reports: await reports(before) },
    { window: now, reports: await reports(now) },
  );
}
