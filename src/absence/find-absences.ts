import { activeWeeksBefore, activeWeeksFrom } from './active-weeks.ts';
import { businessDays, dayOf, startOf, touchesHolidays } from './calendar.ts';
import { GATE_DAYS } from './dependence.ts';
import { DAYS_OF_FORTNIGHT } from './fortnight.ts';
import type { DayOfActivity, History, PersonIndex } from './history.ts';
import type { AbsenceKind, RealAbsence } from './real-absence.ts';
import { partsOf } from './shares.ts';

/** Business days of silence that make an absence. */
export const LEAST_BUSINESS_DAYS = 10;
/** A gap of more calendar days is long, not temporary. */
export const LONGEST_TEMPORARY = 60;
/** A gap of more calendar days is called departed, also where somebody came back after it. */
export const LONGEST_GAP = 180;
/** Weeks before a silence that are looked at, and least of them with activity. */
export const WEEKS_BEFORE = 13;
export const ACTIVE_WEEKS = 8;
/** Least days on which the person was ever seen, before or after. */
const ACTIVE_DAYS = 60;
/** Least share of the changes of those 13 weeks that the person wrote, landed or reviewed. */
const KEY_SHARE = 0.05;
/** Weeks after a return in which somebody who is back is seen, and in how many. */
const WEEKS_AFTER = 4;
const WEEKS_BACK = 2;
/** Others are away at once when they are on so many of the first 14 days; of a long absence its first 90 days count. */
const DAYS_AT_ONCE = 8;
const AWAY_AT_MOST = 90;

/**
 * Everybody's absences of ten or more business days before `history.until`, by beginning, then person: silences of
 * somebody active in 8 of the 13 weeks before (counted back from the first silent day) who wrote, landed or reviewed at
 * least 5 % of the changes of those 91 days, and is seen on 60 days in all. So `absence.md` has it, but for shares, which
 * are of changes, not of commits: the study's rows say so.
 *
 * An absence is silence in the evidence: work elsewhere, a holiday and an illness look the same. It looks at everything
 * before `until`, so whose absences are found may change with what came after them.
 */
export function findAbsences(history: History): readonly RealAbsence[] {
  const partOf = partsOf(history);
  const isKey = (person: PersonIndex, from: number): boolean => {
    const part = partOf(person, startOf(from - GATE_DAYS), startOf(from));
    return part.changes > 0 && Math.max(part.authored, part.landed, part.reviewed) >= KEY_SHARE * part.changes;
  };
  const found = history.people.flatMap((_, person) =>
    silencesOf(history, person).filter(({ from }) => isKey(person, from)),
  );
  found.sort((a, b) => a.from - b.from || a.person - b.person);
  return found.map((absence) => ({ ...absence, othersAway: othersAway(found, absence, dayOf(history.until)) }));
}

/** How many others are away on most of the first 14 days of an absence. */
function othersAway(found: readonly RealAbsence[], { person, from }: RealAbsence, end: number): number {
  const away = found.filter((other) => {
    const until = Math.min(other.to ?? end, other.from + AWAY_AT_MOST, from + DAYS_OF_FORTNIGHT);
    return other.person !== person && until - Math.max(other.from, from) >= DAYS_AT_ONCE;
  });
  return new Set(away.map((other) => other.person)).size;
}

/** Stretches without activity, [from, to), of ten business days or more; the last may be open. */
export function gapsOf(own: readonly DayOfActivity[], end: number): readonly { from: number; to: number | null }[] {
  return own.flatMap(({ day }, index) => {
    const [from, to] = [day + 1, own[index + 1]?.day ?? null];
    return businessDays(from, to ?? end) < LEAST_BUSINESS_DAYS ? [] : [{ from, to }];
  });
}

function silencesOf(history: History, person: PersonIndex): RealAbsence[] {
  const own = history.activity[person] ?? [];
  if (own.length < ACTIVE_DAYS) return [];
  const end = dayOf(history.until);
  return gapsOf(own, end).flatMap(({ from, to }) => {
    const activeWeeks = activeWeeksBefore(own, from, WEEKS_BEFORE);
    if (activeWeeks < ACTIVE_WEEKS) return [];
    return {
      person,
      from,
      to,
      businessDays: businessDays(from, to ?? end),
      kind: kindOf(own, from, to, end),
      activeWeeks,
      touchesHolidays: touchesHolidays(from, Math.min(to ?? end, from + DAYS_OF_FORTNIGHT)),
      othersAway: 0,
    };
  });
}

/** In the order in which the study asked. */
function kindOf(own: readonly DayOfActivity[], from: number, to: number | null, end: number): AbsenceKind {
  if ((to ?? end) - from > LONGEST_GAP) return 'departed';
  if (to === null) return 'ongoing';
  if (activeWeeksFrom(own, to, WEEKS_AFTER) < WEEKS_BACK) return to + WEEKS_AFTER * 7 > end ? 'ongoing' : 'fading';
  return to - from > LONGEST_TEMPORARY ? 'long' : 'temporary';
}

/** Days on which nobody could say the person was absent: none of `found` covers any day of [from, to). */
export const isPresent = (found: readonly RealAbsence[], person: PersonIndex, from: number, to: number): boolean =>
  !found.some((a) => a.person === person && a.from < to && (a.to === null || from < a.to));

/** When an absence began, in seconds since 1970. */
export const beganAt = (absence: Pick<RealAbsence, 'from'>): number => startOf(absence.from);
