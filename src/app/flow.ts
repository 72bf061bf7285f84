import { type Flow, type FlowPeriod, type FlowRelease, RELEASES_SHOWN } from '../domain/flow.ts';
import { EVIDENCE_LIMIT, people, type Report } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import type { TrendStep } from '../domain/trend-steps.ts';
import type { Window } from '../domain/window.ts';
import { counted, numeral } from '../domain/words.ts';
import { autonomy } from '../measures/autonomy.ts';
import { ROUTES } from '../measures/durations.ts';
import { countsOf, FLOW_PERIODS, type FlowCounts, type PeriodRow } from '../measures/flow-periods.ts';
import { leadTime } from '../measures/lead-time.ts';
import { releases } from '../measures/releases.ts';
import { waiting } from '../measures/waiting.ts';
import { answer } from './answer.ts';
import { monthsBefore } from './moment.ts';
import type { Facts } from './setting.ts';

/** The least that is looked at: a season is no line. */
const LEAST_MONTHS = 24;
const MONTHS: Readonly<Record<TrendStep, number>> = { month: 1, quarter: 3 };

/** How the work moves over the window, or over two years where it is shorter. `every` null: what the evidence carries. */
export async function flow(
  facts: Pick<Facts, 'query' | 'repositories'>,
  setting: Setting,
  every: TrendStep | null,
): Promise<Flow> {
  const ask = (measure: Parameters<typeof answer>[2], window = setting.window) =>
    answer(facts, { ...setting, window }, measure);
  const told = {
    waiting: await ask(waiting),
    leadTime: await ask(leadTime),
    autonomy: await ask(autonomy),
  };
  const { step, periods, because } = await readPeriods(facts, setting, every);
  const span = { since: periods[0]?.since ?? setting.window.since, until: setting.window.until };
  const released = await ask(releases, span);
  const all = released.rows.map(releaseOf).reverse();
  return {
    ...setting,
    question: 'How does the work move, and what does it wait for?',
    answer: headline(told.waiting),
    span,
    every: step,
    everyBecause: because,
    routes: Object.entries(ROUTES)
      .filter(([route]) => periods.some((period) => (period.routes[route] ?? 0) > 0))
      .map(([route, label]) => ({ route, label })),
    periods,
    releases: all.slice(-RELEASES_SHOWN),
    releasesTotal: all.length,
    longestPause: longestPause(all, span),
    meanings: { waiting: waiting.meaning, leadTime: leadTime.meaning, autonomy: autonomy.meaning },
    missing: missingIn(periods),
    reports: { ...told, releases: { ...released, rows: [] } },
    caveats: caveats(periods, step),
  };
}

/** Months where at least half of them hold enough evidence, else quarters; the reader may say which. */
async function readPeriods(
  facts: Pick<Facts, 'query' | 'repositories'>,
  { window, lead }: Setting,
  every: TrendStep | null,
): Promise<{ step: TrendStep; periods: FlowPeriod[]; because: string | null }> {
  const read = async (step: TrendStep) => {
    const span = { since: beginning(facts, window, step), until: window.until };
    const rows = await facts.query<PeriodRow>(FLOW_PERIODS, { ...span, lead: lead.person, months: MONTHS[step] });
    return periodsOf(rows, span, step);
  };
  if (every !== null) return { step: every, periods: await read(every), because: null };
  const months = await read('month');
  const enough = months.filter(({ waiting: { median } }) => median !== null).length;
  if (enough * 2 >= months.length) return { step: 'month', periods: months, because: null };
  const quarters = await read('quarter');
  if (!quarters.some(isDrawn)) return { step: 'month', periods: months, because: null };
  const because = `Only ${numeral(enough)} of ${counted(months.length, 'month')} ${enough === 1 ? 'holds' : 'hold'} enough changes with a known waiting, so the lines are drawn by quarter.`;
  return { step: 'quarter', periods: quarters, because };
}

const isDrawn = ({ waiting: waits, leadTime: takes }: FlowPeriod): boolean =>
  waits.median !== null || takes.median !== null;

/** Why no line can be drawn: what most changes did, and what would show their times. */
function missingIn(periods: readonly FlowPeriod[]): string | null {
  if (periods.some(isDrawn)) return null;
  const sum = (count: (period: FlowPeriod) => number) => periods.reduce((all, period) => all + count(period), 0);
  const all = sum(({ changes }) => changes);
  if (all === 0) return 'No change landed here; a longer window, or another end of it, may show some.';
  const [squashed, direct] = [sum(({ routes }) => routes.squash ?? 0), sum(({ routes }) => routes.direct ?? 0)];
  if (squashed * 2 >= all) {
    return `${numeral(squashed)} of ${counted(all, 'change')} landed as a squash, and git forgets when such work began and was last touched. Merging requests without squashing them keeps it.`;
  }
  if (direct * 2 >= all) {
    return `${numeral(direct)} of ${counted(all, 'change')} landed directly, and waited for nobody that git shows.`;
  }
  return `No month or quarter holds 20 changes with a known time, of ${counted(all, 'change')} in all. A longer window does not help; more work that lands by merge does.`;
}

/** The first day of the month or quarter the line begins in: never long before there was any history. */
function beginning({ repositories }: Pick<Facts, 'repositories'>, { since, until }: Window, step: TrendStep): number {
  const first = Math.min(...repositories.map(({ first_time }) => first_time ?? Number.POSITIVE_INFINITY));
  const wanted = Math.min(since, monthsBefore(until, LEAST_MONTHS));
  const from = first < until ? Math.max(wanted, first) : wanted;
  return startOf(periodAt(from, step), step);
}

const periodAt = (moment: number, step: TrendStep): number => {
  const date = new Date(moment * 1000);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / MONTHS[step]);
};

function startOf(period: number, step: TrendStep): number {
  const month = period * MONTHS[step];
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime() / 1000;
}

function periodsOf(rows: readonly PeriodRow[], { since, until }: Window, step: TrendStep): FlowPeriod[] {
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  const [first, last] = [periodAt(since, step), periodAt(until - 1, step)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const counts: FlowCounts = countsOf(byPeriod.get(first + i));
    const [from, to] = [startOf(first + i, step), startOf(first + i + 1, step)];
    const { visible: _visible, ...shown } = counts;
    return {
      since: from,
      until: Math.min(to, until),
      isWhole: to <= until,
      ...shown,
      evidence: counts.evidence.slice(0, EVIDENCE_LIMIT),
      landed: counts.landed.slice(0, EVIDENCE_LIMIT),
    };
  });
}

/** What the lines leave out, by how many changes; and what looks like less work than there was. */
function caveats(periods: readonly FlowPeriod[], step: TrendStep): string[] {
  const sum = (count: (period: FlowPeriod) => number) => periods.reduce((all, period) => all + count(period), 0);
  const all = sum(({ changes }) => changes);
  const [squashed, direct] = [sum(({ routes }) => routes.squash ?? 0), sum(({ routes }) => routes.direct ?? 0)];
  const gaps = periods.filter(({ waiting: { median } }) => median === null).length;
  const last = periods.at(-1);
  return [
    ...(gaps > 0 && periods.some(isDrawn)
      ? [
          `${counted(gaps, step)} of ${numeral(periods.length)} ${gaps === 1 ? 'holds' : 'hold'} fewer than 20 changes with a known waiting: a gap in the line, not a zero.`,
        ]
      : []),
    ...(squashed > 0
      ? [
          `${numeral(squashed)} of ${counted(all, 'change')} landed as a squash, which hides when its work began and was last touched: counted among what landed, left out of the times.`,
        ]
      : []),
    ...(direct > 0
      ? [
          `${numeral(direct)} of ${counted(all, 'change')} landed directly and waited for nobody: left out of the times. Direct commits of one person within 30 minutes count as one change.`,
        ]
      : []),
    ...(last !== undefined && !last.isWhole ? [`The last ${step} is not over.`] : []),
  ];
}

/** What waits; where nothing can be seen waiting, why. */
function headline(report: Report): string {
  if (report.confidence.level !== 'none') return report.answer;
  const changes = (name: string) => {
    const row = report.rows.find(({ cells }) => cells.scope === name);
    return typeof row?.cells.changes === 'number' ? row.cells.changes : 0;
  };
  const direct = changes(ROUTES.direct ?? '');
  const all = direct + changes('all but direct commits');
  if (direct * 2 <= all) return report.answer;
  return `${report.answer} ${numeral(direct)} of ${counted(all, 'change')} landed directly, and git shows no waiting of those.`;
}

/** A pause shorter than this part of the span is one of many. */
const LONG = 1 / 8;

function longestPause(all: readonly FlowRelease[], span: Window): { since: number; until: number } | null {
  const moments = [...all.map(({ at }) => at).sort((a, b) => a - b), span.until];
  const pauses = moments.slice(1).map((until, i) => ({ since: moments[i] ?? until, until }));
  const length = (pause: { since: number; until: number } | undefined) =>
    pause === undefined ? 0 : pause.until - pause.since;
  const longest = pauses.sort((a, b) => length(b) - length(a) || a.since - b.since)[0];
  return longest !== undefined && length(longest) >= LONG * (span.until - span.since) ? longest : null;
}

function releaseOf(row: Report['rows'][number]): FlowRelease {
  const { release, released_at, pause, is_prerelease, releaser } = row.cells;
  return {
    name: String(release),
    at: Number(released_at),
    pause: typeof pause === 'number' ? pause : null,
    isPrerelease: is_prerelease === 'yes',
    releaser: typeof releaser === 'object' && releaser !== null && 'people' in releaser ? releaser : people([]),
    evidence: row.evidence,
  };
}
