import { isBusinessDay, touchesHolidays } from '../calendar.ts';
import type { PersonIndex } from '../history.ts';
import type { Random } from './random.ts';
import type { PlannedAbsence, Scenario } from './scenario.ts';

/** Who is away when. */
export interface Presence {
  /** No absence and no holiday covers the day; at weekends people are present, too. */
  isPresent(person: PersonIndex, day: number): boolean;
  isHoliday(day: number): boolean;
  /** The absence, holidays aside, that covers the day. */
  absenceOf(person: PersonIndex, day: number): PlannedAbsence | null;
}

/** Presence as a scenario plans it. */
export function presenceOf(scenario: Scenario): Presence {
  const until = scenario.from + scenario.days;
  const away: (PlannedAbsence | undefined)[][] = Array.from({ length: scenario.team.size }, () => []);
  for (const absence of scenario.absences) {
    const own = away[absence.person] ?? [];
    for (let day = absence.from; day < (absence.to ?? until); day += 1) own[day - scenario.from] = absence;
  }
  const holidays = Array.from(
    { length: scenario.days },
    (_, i) => scenario.holidays && touchesHolidays(scenario.from + i, scenario.from + i + 1),
  );
  const isHoliday = (day: number) => holidays[day - scenario.from] === true;
  const absenceOf = (person: PersonIndex, day: number) => away[person]?.[day - scenario.from] ?? null;
  return {
    isHoliday,
    absenceOf,
    isPresent: (person, day) => !isHoliday(day) && absenceOf(person, day) === null,
  };
}

export interface AbsencePlan {
  /** Absences of each member in a year, about. */
  readonly perYear: number;
  /** Weeks away: one of them each time. */
  readonly weeks: readonly number[];
  /** Days at the beginning and end in which nobody leaves: what comes before must be known, and the return seen. */
  readonly margin: number;
}

/**
 * Absences at random Mondays: none that touches the holidays, none within eight weeks of another of the same person's, and
 * at most one person away at a time beside the one who leaves. The gatekeeper plans first.
 */
export function planAbsences(scenario: Scenario, plan: AbsencePlan, random: Random): readonly PlannedAbsence[] {
  const planned: { person: PersonIndex; from: number; to: number }[] = [];
  const [first, last] = [scenario.from + plan.margin, scenario.from + scenario.days - plan.margin];
  const wanted = Math.round((plan.perYear * (last - first)) / 365);
  for (let person = 0; person < scenario.team.size; person += 1) {
    for (let i = 0; i < wanted; i += 1) {
      for (let attempt = 0; attempt < 30; attempt += 1) {
        const monday = mondayAt(random.between(first, last));
        const to = monday + 7 * random.pick(plan.weeks);
        const others = planned.filter((a) => a.person !== person && a.from < to && monday < a.to);
        const isNear = planned.some((a) => a.person === person && a.from < to + 56 && monday < a.to + 56);
        if (to > last || isNear || others.length > 1 || touchesHolidays(monday - 7, to + 7)) continue;
        planned.push({ person, from: monday, to });
        break;
      }
    }
  }
  return planned.sort((a, b) => a.from - b.from || a.person - b.person);
}

function mondayAt(day: number): number {
  let monday = day;
  while (isBusinessDay(monday) && isBusinessDay(monday - 1)) monday -= 1;
  while (!isBusinessDay(monday)) monday += 1;
  return monday;
}
