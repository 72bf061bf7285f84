import { DAY } from '../../../domain/window.ts';

const YEAR = 365.25 * DAY;

/** A place on the axis and what is written there. */
export interface TimeTick {
  /** Seconds since 1970. */
  readonly at: number;
  readonly label: string;
}

export interface TimeScale {
  /** From seconds since 1970 to pixels. */
  x(at: number): number;
  /** From pixels to seconds since 1970. */
  at(x: number): number;
  readonly ticks: readonly TimeTick[];
}

type Step = { readonly unit: 'day' | 'month' | 'year'; readonly every: number; readonly seconds: number };

const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map((every): Step => ({ unit: 'day', every, seconds: every * DAY })),
  ...[1, 3, 6].map((every): Step => ({ unit: 'month', every, seconds: (every * YEAR) / 12 })),
  ...[1, 2, 5, 10, 20, 50].map((every): Step => ({ unit: 'year', every, seconds: every * YEAR })),
];

/** Room a label needs, in pixels. */
const ROOM = 72;

/** Time along a line of so many pixels, with round dates of UTC as its ticks. */
export function timeScale(since: number, until: number, from: number, to: number): TimeScale {
  const length = Math.max(1, until - since);
  const x = (at: number) => from + ((at - since) / length) * (to - from);
  const most = Math.max(1, Math.floor((to - from) / ROOM));
  const step = STEPS.find(({ seconds }) => length / seconds <= most) ?? (STEPS.at(-1) as Step);
  return {
    x,
    at: (px) => since + ((px - from) / Math.max(1, to - from)) * length,
    ticks: ticksOf(since, until, step),
  };
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function ticksOf(since: number, until: number, step: Step): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  let before = Number.NaN;
  for (let at = firstOf(since, step); at <= until; at = nextOf(at, step)) {
    if (at < since) continue;
    const date = new Date(at * 1000);
    const year = date.getUTCFullYear();
    // The year is told where it begins, and at the first tick of all.
    const tellsYear = year !== before && (step.unit !== 'day' || !Number.isNaN(before));
    ticks.push({ at, label: labelOf(date, step, tellsYear) });
    before = year;
  }
  return ticks;
}

function labelOf(date: Date, step: Step, tellsYear: boolean): string {
  if (step.unit === 'year') return String(date.getUTCFullYear());
  if (step.unit === 'month') {
    return tellsYear && date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthLabel(date, tellsYear);
  }
  return DATE.format(date);
}

const monthLabel = (date: Date, tellsYear: boolean): string =>
  tellsYear ? `${MONTH.format(date)} ${date.getUTCFullYear()}` : MONTH.format(date);

/** The last round date at or before it. */
function firstOf(since: number, { unit, every }: Step): number {
  const date = new Date(since * 1000);
  // Weeks begin on a Monday: the fourth day of 1970 was a Sunday, the fifth the first Monday.
  const monday = 4;
  if (unit === 'day') {
    const day = Math.floor(since / DAY);
    const offset = every >= 7 ? monday : 0;
    return (day - ((((day - offset) % every) + every) % every)) * DAY;
  }
  if (unit === 'month') {
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % every), 1) / 1000;
  }
  return Date.UTC(date.getUTCFullYear() - (date.getUTCFullYear() % every), 0, 1) / 1000;
}

function nextOf(at: number, { unit, every }: Step): number {
  const date = new Date(at * 1000);
  if (unit === 'day') return at + every * DAY;
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + every, 1) / 1000;
  return Date.UTC(date.getUTCFullYear() + every, 0, 1) / 1000;
}
