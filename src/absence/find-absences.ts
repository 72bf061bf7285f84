import { businessDays, dayOf, startOf, touchesHolidays } from './calendar.ts';
import type { DayOfActivity, History, PersonIndex } from './history.ts';
import type { AbsenceKind, RealAbsence } from './real-absence.ts';

/** Business days of silence that make an absence. */
export const LEAST_BUSINESS_DAYS = 10;
/** A gap of more calendar days is long, not temporary. */
export const LONGEST_TEMPORARY = 60;
const WEEKS_BEFORE = 13;
const ACTIVE_WEEKS = 8;
/** Least share of the team's commits, merges or reviews in those 13 weeks. */
const KEY_SHARE = 0.05;

/**
 * Everybody's absences of ten or more business days before `history.until`, by beginning, then person: silences of
 * somebody active in 8 of the 13 weeks before who held at least 5 % of commits, merges or reviews in them
 * (`absence.md`). An absence is silence in the evidence: work elsewhere, a holiday and an illness look the same.
 */
export function findAbsences(history: History): readonly RealAbsence[] {
  const team = teamTotals(history);
  const found = history.people.flatMap((_, person) => silencesOf(history, person, team));
  const withOthers = found.map((absence) => ({
    ...absence,
    othersAway: new Set(
      found.filter((other) => other.person !== absence.person && isAway(other, absence.from)).map((o) => o.person),
    ).size,
  }));
  return withOthers.sort((a, b) => a.from - b.from || a.person - b.person);
}

/** Whether an absence covers a day. */
export const isAway = (absence: Pick<RealAbsence, 'from' | 'to'>, day: number): boolean =>
  absence.from <= day && (absence.to === null || day < absence.to);

function silencesOf(history: History, person: PersonIndex, team: TeamTotals): RealAbsence[] {
  const own = history.activity[person] ?? [];
  const end = dayOf(history.until);
  const silences: RealAbsence[] = [];
  for (const [index, { day }] of own.entries()) {
    const from = day + 1;
    const to = own[index + 1]?.day ?? null;
    const length = businessDays(from, to ?? end);
    if (length < LEAST_BUSINESS_DAYS) continue;
    const activeWeeks = countActiveWeeks(own, from - WEEKS_BEFORE * 7, WEEKS_BEFORE);
    if (activeWeeks < ACTIVE_WEEKS || !isKey(own, team, from - WEEKS_BEFORE * 7, from)) continue;
    silences.push({
      person,
      from,
      to,
      businessDays: length,
      kind: kindOf(own, from, to, end),
      activeWeeks,
      touchesHolidays: touchesHolidays(from, to ?? end),
      othersAway: 0,
    });
  }
  return silences;
}

function kindOf(own: readonly DayOfActivity[], from: number, to: number | null, end: number): AbsenceKind {
  if (to === null) return end - from > LONGEST_TEMPORARY ? 'departed' : 'ongoing';
  if (to - from > LONGEST_TEMPORARY) return 'long';
  return countActiveWeeks(own, to, 4) >= 2 ? 'temporary' : 'fading';
}

/** In how many of `weeks` seven-day stretches beginning at `from` there was activity. */
function countActiveWeeks(own: readonly DayOfActivity[], from: number, weeks: number): number {
  const seen = new Set<number>();
  for (let i = firstFrom(own, from); i < own.length && (own[i] as DayOfActivity).day < from + weeks * 7; i += 1) {
    seen.add(Math.floor(((own[i] as DayOfActivity).day - from) / 7));
  }
  return seen.size;
}

function firstFrom(own: readonly DayOfActivity[], day: number): number {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle] as DayOfActivity).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Counts = Omit<DayOfActivity, 'day'>;

/** Running totals of the whole team, so that any stretch costs two look-ups. */
interface TeamTotals {
  readonly first: number;
  readonly upTo: readonly Counts[];
}

function teamTotals(history: History): TeamTotals {
  let first = Number.POSITIVE_INFINITY;
  const last = dayOf(history.until);
  for (const own of history.activity) if (own[0] !== undefined) first = Math.min(first, own[0].day);
  // A clock that was wrong by decades must not cost memory by decades.
  first = Math.max(first, last - 366 * 60);
  if (!Number.isFinite(first)) return { first: 0, upTo: [] };
  const byDay = Array.from({ length: Math.max(0, last - first + 1) }, () => ({ commits: 0, merges: 0, reviews: 0 }));
  for (const own of history.activity) {
    for (const { day, commits, merges, reviews } of own) {
      const sum = byDay[day - first];
      if (sum === undefined) continue;
      sum.commits += commits;
      sum.merges += merges;
      sum.reviews += reviews;
    }
  }
  const running = { commits: 0, merges: 0, reviews: 0 };
  const upTo: Counts[] = [{ ...running }];
  for (const { commits, merges, reviews } of byDay) {
    running.commits += commits;
    running.merges += merges;
    running.reviews += reviews;
    upTo.push({ ...running });
  }
  return { first, upTo };
}

function isKey(own: readonly DayOfActivity[], team: TeamTotals, from: number, to: number): boolean {
  const mine = { commits: 0, merges: 0, reviews: 0 };
  for (let i = firstFrom(own, from); i < own.length && (own[i] as DayOfActivity).day < to; i += 1) {
    const { commits, merges, reviews } = own[i] as DayOfActivity;
    mine.commits += commits;
    mine.merges += merges;
    mine.reviews += reviews;
  }
  const at = (day: number): Counts =>
    team.upTo[Math.min(team.upTo.length - 1, Math.max(0, day - team.first))] ?? { commits: 0, merges: 0, reviews: 0 };
  const [after, before] = [at(to), at(from)];
  return (['commits', 'merges', 'reviews'] as const).some(
    (act) => mine[act] > 0 && mine[act] >= KEY_SHARE * (after[act] - before[act]),
  );
}

/** Days on which nobody could say the person was present: none of `found` covers any day of [from, to). */
export const isPresent = (found: readonly RealAbsence[], person: PersonIndex, from: number, to: number): boolean =>
  !found.some((a) => a.person === person && a.from < to && (a.to === null || from < a.to));

/** When an absence began, in seconds since 1970. */
export const beganAt = (absence: Pick<RealAbsence, 'from'>): number => startOf(absence.from);
