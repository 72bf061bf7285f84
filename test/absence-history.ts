import type { AreaIndex, DayOfActivity, History, LandedChange, PersonIndex, Release } from '../src/absence/history.ts';
import { byName } from '../src/domain/report.ts';
import { DAY } from '../src/domain/window.ts';

/** Day 0 of a told history: Monday 6 February 2023, far from any New Year. */
const FIRST_DAY = Date.UTC(2023, 1, 6) / 1000 / DAY;

/** Beginning of a day of a told history, in seconds since 1970: the moment to ask about. */
export const moment = (day: number): number => (FIRST_DAY + day) * DAY;

/** The same as days since 1970. */
export const epochDay = (day: number): number => FIRST_DAY + day;

export interface HistoryOptions {
  /** Nothing on or after this day was read. One day after the last line unless given. */
  readonly until?: number;
  /** `one` unless given. */
  readonly repository?: string;
  /** Order of {@link History.people}; alphabetical unless given. Whom it leaves out follows. */
  readonly people?: readonly string[];
}

/**
 * A history from lines a person can check by eye. A line is a day, a stretch of days, or a stretch with a step, and then
 * one of:
 *
 *     day 3: bo > ada core               a change by bo, landed by ada, in the area core
 *     day 3: bo lands core               the same, landed by bo
 *     day 3: bo+cy > ? core,docs ok dan  two authors, a lander nobody knows, two areas, approved by dan
 *     days 0-60/2: bo > ada core         the same on days 0, 2, … 60; `/0.5` twice a day
 *     day 3: bo > ada core waited 4      its work was done 4 days before it landed (an hour unless said)
 *     day 5: cy active                   a commit that landed nowhere
 *     day 9: ada releases v1.0           a release; `? releases` by nobody known; -rc, -beta, -alpha are pre-releases
 *
 * Changes are named `c1`, `c2`, … in the order of the lines; authors are active when they worked, landers when they land
 * what is not their own, approvers when it lands.
 */
export function historyOf(lines: readonly string[], options: HistoryOptions = {}): History {
  const told = lines.flatMap(tell);
  const people = order(told, options.people ?? []);
  const repository = options.repository ?? 'one';
  const areaNames = [...new Set(told.flatMap((event) => event.areas))].sort(byName);
  const indexOf = (name: string): PersonIndex => people.indexOf(name);
  const areaOf = (name: string): AreaIndex => areaNames.indexOf(name);
  const until = moment(options.until ?? Math.floor(Math.max(-1, ...told.map(({ day }) => day))) + 1);
  const activity = new Map<string, DayOfActivity>();
  const see = (name: string, seconds: number, act: 'commits' | 'merges' | 'reviews') => {
    const day = Math.floor(seconds / DAY);
    const before = activity.get(`${name}\n${day}`) ?? { day, commits: 0, merges: 0, reviews: 0 };
    activity.set(`${name}\n${day}`, { ...before, [act]: before[act] + 1 });
  };
  const changes: LandedChange[] = [];
  const releases: Release[] = [];
  for (const event of told) {
    const landedAt = moment(0) + Math.floor(event.day * DAY) + NOON;
    const workedAt = Math.round(landedAt - event.waited * DAY);
    if (landedAt >= until) continue;
    if (event.kind === 'release') {
      const isPrerelease = /-(rc|alpha|beta)/.test(event.name);
      const releaser = event.lander === null ? null : indexOf(event.lander);
      releases.push({ repository, name: event.name, releasedAt: landedAt, releaser, isPrerelease });
      continue;
    }
    for (const author of event.authors) see(author, workedAt, 'commits');
    if (event.kind === 'activity') continue;
    if (event.lander !== null && !event.authors.includes(event.lander)) see(event.lander, landedAt, 'merges');
    for (const approver of event.approvers) see(approver, landedAt, 'reviews');
    const number = changes.length + 1;
    changes.push({
      repository,
      id: `c${number}`,
      number: null,
      title: `work ${number}`,
      authors: event.authors.map(indexOf),
      lander: event.lander === null ? null : indexOf(event.lander),
      approvers: event.approvers.map(indexOf),
      areas: event.areas.map(areaOf),
      files: 1,
      workedAt,
      landedAt,
    });
  }
  changes.sort((a, b) => a.landedAt - b.landedAt || Number(a.id.slice(1)) - Number(b.id.slice(1)));
  releases.sort((a, b) => a.releasedAt - b.releasedAt || (a.name < b.name ? -1 : 1));
  const seen = [...activity].sort(([, a], [, b]) => a.day - b.day);
  return {
    people: people.map((name) => ({ person: `id-${name}`, name })),
    areas: areaNames.map((area) => ({ repository, area })),
    changes,
    activity: people.map((name) => seen.flatMap(([key, day]) => (key.startsWith(`${name}\n`) ? [day] : []))),
    releases,
    began: changes[0]?.landedAt ?? null,
    until,
  };
}

/** Place of somebody in a told history; throws on a name that is not in it. */
export function personOf(history: History, name: string): PersonIndex {
  const index = history.people.findIndex((one) => one.name === name);
  if (index < 0) throw new Error(`nobody is called ${name}`);
  return index;
}

const NOON = DAY / 2;
const HOUR = 1 / 24;

interface Told {
  readonly kind: 'change' | 'activity' | 'release';
  readonly day: number;
  readonly authors: readonly string[];
  readonly lander: string | null;
  readonly approvers: readonly string[];
  readonly areas: readonly string[];
  readonly waited: number;
  readonly name: string;
}

const NAME = '[^\\s>:+,]+';
const DAYS = /^days? (-?\d+)(?:-(\d+))?(?:\/([\d.]+))?: (.+)$/;
const CHANGE = new RegExp(
  `^(${NAME}(?:\\+${NAME})*) (?:lands|> (${NAME}))(?: (?!ok |waited )(\\S+))?(?: ok (\\S+))?(?: waited ([\\d.]+))?$`,
);
const RELEASE = new RegExp(`^(${NAME}) releases (\\S+)$`);
const ACTIVE = new RegExp(`^(${NAME}) active$`);

function tell(line: string): Told[] {
  const [, from, to, step, what = ''] = DAYS.exec(line.trim().replace(/\s+/g, ' ')) ?? [];
  if (from === undefined) throw new Error(`not a line of a history: ${line}`);
  const event = eventOf(what);
  const [first, last, by] = [Number(from), Number(to ?? from), Number(step ?? 1)];
  if (!(by > 0)) throw new Error(`a step of nothing: ${line}`);
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, i) => ({ ...event, day: first + i * by }));
}

function eventOf(what: string): Omit<Told, 'day'> {
  const nothing = { authors: [], lander: null, approvers: [], areas: [], waited: HOUR, name: '' };
  const known = (name: string | undefined): string | null => (name === undefined || name === '?' ? null : name);
  const active = ACTIVE.exec(what);
  if (active !== null) return { ...nothing, kind: 'activity', authors: [active[1] as string], waited: 0 };
  const release = RELEASE.exec(what);
  if (release !== null) return { ...nothing, kind: 'release', lander: known(release[1]), name: release[2] as string };
  const change = CHANGE.exec(what);
  if (change === null) throw new Error(`not an event of a history: ${what}`);
  const [, authors = '', lander, areas, approvers, waited] = change;
  return {
    ...nothing,
    kind: 'change',
    authors: authors.split('+'),
    lander: lander === undefined ? (authors.split('+')[0] as string) : known(lander),
    areas: areas?.split(',') ?? [],
    approvers: approvers?.split(',') ?? [],
    waited: waited === undefined ? HOUR : Number(waited),
  };
}

function order(told: readonly Told[], first: readonly string[]): string[] {
  const names = told.flatMap((event) => [
    ...event.authors,
    ...event.approvers,
    ...(event.lander === null ? [] : [event.lander]),
  ]);
  return [...new Set([...first, ...[...new Set(names)].sort(byName)])];
}
