import { isBusinessDay, startOf } from '../calendar.ts';
import type { PersonIndex } from '../history.ts';
import { exponential } from './chance.ts';
import type { KeptShares } from './planted.ts';
import type { Presence } from './presence.ts';
import type { Random } from './random.ts';
import { DEPUTY, GATEKEEPER, type PlannedAbsence, type Scenario } from './scenario.ts';
import type { WorkItem } from './work.ts';

const HOUR = 3600;

/** Who lands a piece of work and on which day. */
export interface Decision {
  readonly lander: PersonIndex;
  readonly landedAt: number;
}

/** What decides about landings beside chance. */
export interface Rules {
  readonly scenario: Scenario;
  readonly presence: Presence;
  /** Whether the deputy stands in during this absence of the gatekeeper. */
  hasDeputy(absence: PlannedAbsence): boolean;
  /** How much still lands in this absence of the gatekeeper when nobody stands in. */
  keptIn(absence: PlannedAbsence): KeptShares;
}

/** Whether only the gatekeeper may land it: by its author, or by an area it touches. */
export function isGated({ gate }: Scenario, item: Pick<WorkItem, 'author' | 'areas'>): boolean {
  if (item.author === GATEKEEPER) return false;
  return gate.authors.includes(item.author) || item.areas.some((area) => gate.areas.includes(area));
}

/**
 * When and through whom a finished piece of work lands; null when it never does. It is ready some business days after it was
 * finished. Work that is not gated then lands through its author, a colleague or, by habit, the gatekeeper: whoever is there.
 * Gated work lands through the gatekeeper, and in their absence as the scenario's effect and the deputy have it.
 */
export function decide(rules: Rules, item: WorkItem, random: Random): Decision | null {
  const { scenario, presence } = rules;
  const finished = item.commits.at(-1) ?? 0;
  const day = workdayAfter(presence, Math.floor(finished / 86_400), Math.floor(exponential(random)));
  const ready = timeOn(day, finished, random);
  const luck = random.next();
  const absence = presence.absenceOf(GATEKEEPER, day);
  const isHeld = isGated(scenario, item);
  if (!isHeld || absence === null) {
    const kept = absence === null || rules.hasDeputy(absence) ? 1 : rules.keptIn(absence).free;
    if (item.author !== GATEKEEPER && luck >= kept) return null;
    return { lander: isHeld ? GATEKEEPER : anybody(rules, item, day, random), landedAt: ready };
  }
  if (rules.hasDeputy(absence)) {
    const stands = presence.isPresent(DEPUTY, day) ? DEPUTY : anybody(rules, item, day, random);
    return { lander: stands, landedAt: ready };
  }
  if (scenario.effect.kind === 'queueing') {
    if (absence.to === null) return null;
    const later = workdayAfter(presence, absence.to, Math.floor(2 * exponential(random)));
    return { lander: GATEKEEPER, landedAt: timeOn(later, finished, random) };
  }
  return luck < rules.keptIn(absence).gated ? { lander: anybody(rules, item, day, random), landedAt: ready } : null;
}

/** Landed half of the time by its author, by habit by the gatekeeper, else by any colleague; all of them only if present. */
function anybody({ scenario, presence }: Rules, item: WorkItem, day: number, random: Random): PersonIndex {
  const present = (person: PersonIndex) => presence.isPresent(person, day);
  if (item.author !== GATEKEEPER && random.chance(scenario.gate.habit) && present(GATEKEEPER)) return GATEKEEPER;
  if (random.chance(0.5) && present(item.author)) return item.author;
  const colleagues = Array.from({ length: scenario.team.size }, (_, i) => i).filter(
    (person) => person !== item.author && person !== GATEKEEPER && present(person),
  );
  return colleagues.length === 0 ? item.author : random.pick(colleagues);
}

/** The business day outside holidays that comes `steps` such days after `day`, or after the next one if it is none. */
export function workdayAfter(presence: Pick<Presence, 'isHoliday'>, day: number, steps: number): number {
  const isWorkday = (at: number) => isBusinessDay(at) && !presence.isHoliday(at);
  let at = day;
  while (!isWorkday(at)) at += 1;
  for (let left = steps; left > 0; left -= 1) {
    at += 1;
    while (!isWorkday(at)) at += 1;
  }
  return at;
}

/** A moment of a working day, not before something was finished. */
function timeOn(day: number, finished: number, random: Random): number {
  const first = Math.max(startOf(day) + 9 * HOUR, finished + 600);
  return random.between(first, Math.max(first, startOf(day) + 18 * HOUR));
}
