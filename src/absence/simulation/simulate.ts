import { isBusinessDay, startOf, weekday } from '../calendar.ts';
import type { PersonIndex } from '../history.ts';
import { decide, type Rules } from './landing.ts';
import { type BotChange, type Landing, layMainline } from './mainline.ts';
import { personAt, type SimulatedPerson } from './names.ts';
import { chanceOfAny } from './pick-areas.ts';
import { expectedFlow, type KeptShares, keptShares, type PlantedDependence, plantedDependence } from './planted.ts';
import { type Presence, presenceOf } from './presence.ts';
import { seeded } from './random.ts';
import { recordsOf } from './records.ts';
import { GATEKEEPER, type PlannedAbsence, type Scenario } from './scenario.ts';
import { busynessOf, type Draft, makeDrafts, makeWork, openAreas, type WorkItem } from './work.ts';

export interface SimulatedRelease {
  readonly name: string;
  readonly at: number;
  readonly releaser: PersonIndex;
}

/** What is known of a simulated past because it was planted, and what no estimator is told. */
export interface Truth extends PlantedDependence {
  /** Slope of y on D while the gatekeeper is away and nobody stands in; 0 when nothing happens; null where none is planted. */
  readonly slope: number | null;
  /** Share of landings whose lander can be seen. */
  readonly visibility: number;
  /** Planned absences, and whether the deputy stood in (null of others than the gatekeeper). */
  readonly absences: readonly (PlannedAbsence & { readonly hasDeputy: boolean | null })[];
}

/** A made-up past in full: what a repository would show of it, and the truth behind it. */
export interface Simulated {
  readonly scenario: Scenario;
  readonly people: readonly SimulatedPerson[];
  /** In the order of landing. */
  readonly mainline: readonly (Landing | BotChange)[];
  /** Finished and never landed: branches still open at the end. */
  readonly open: readonly WorkItem[];
  readonly drafts: readonly Draft[];
  readonly releases: readonly SimulatedRelease[];
  readonly truth: Truth;
}

const ALL: KeptShares = { gated: 1, free: 1 };

/**
 * Simulates a team: the same scenario and seed give the same past on every machine. Each kind of chance has its own
 * source, so that a changed gate or effect leaves the work itself as it was.
 */
export function simulate(scenario: Scenario, seed: number): Simulated {
  const chance = (kind: number) => seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b));
  const presence = presenceOf(scenario);
  const busyness = busynessOf(scenario, chance(1));
  const items = [...makeWork(scenario, busyness, presence, chance(2)), ...recordsOf(scenario)];
  const drafts = makeDrafts(scenario, presence, chance(3));
  const planted = plantedDependence(busyness, (author) => gatedShareOf(scenario, author), scenario.gate.habit);
  const deputyLuck = chance(4);
  const absences = scenario.absences.map((absence) => ({
    ...absence,
    hasDeputy: absence.person === GATEKEEPER ? deputyLuck.chance(scenario.deputy ?? 0) : null,
  }));
  const stoodIn = new Set(scenario.absences.filter((_, i) => absences[i]?.hasDeputy === true));
  const { effect } = scenario;
  const kept = new Map(
    scenario.absences.map((absence) => [
      absence,
      effect.kind === 'thinning' && absence.person === GATEKEEPER
        ? keptShares(effect.slope, planted, expectedFlow(scenario, busyness, presence, absence.from))
        : ALL,
    ]),
  );
  const rules: Rules = {
    scenario,
    presence,
    hasDeputy: (absence) => stoodIn.has(absence),
    keptIn: (absence) => kept.get(absence) ?? ALL,
  };
  const landingLuck = chance(5);
  const until = startOf(scenario.from + scenario.days);
  const leftLuck = chance(8);
  const isLeft = () => leftLuck.chance(scenario.team.leftOpen);
  const decided = items.map((item) => {
    const decision = decide(rules, item, landingLuck);
    return { item, decision: isLeft() && item.text === undefined ? null : decision };
  });
  const landed = decided.flatMap(({ item, decision }) =>
    decision !== null && decision.landedAt < until ? [{ item, ...decision }] : [],
  );
  const went = new Set(landed.map(({ item }) => item));
  return {
    scenario,
    people: busyness.map((_, place) => personAt(place)),
    mainline: layMainline(scenario, presence, landed, botTimes(scenario, chance(6)), chance(7)),
    open: items.filter((item) => !went.has(item)),
    drafts,
    releases: releasesOf(scenario, presence),
    truth: {
      ...planted,
      slope: effect.kind === 'none' ? 0 : effect.kind === 'thinning' ? effect.slope : null,
      visibility: 1 - scenario.forge.squash,
      absences,
    },
  };
}

function gatedShareOf(scenario: Scenario, author: PersonIndex): number {
  const { gate, workshops } = scenario;
  if (author === GATEKEEPER || gate.authors.includes(author)) return 1;
  const elsewhere = workshops.find(({ by }) => by === author)?.share ?? 0;
  return (1 - elsewhere) * chanceOfAny(author, openAreas(scenario), gate.areas);
}

function botTimes({ from, days, forge }: Scenario, random: ReturnType<typeof seeded>): number[] {
  const times: number[] = [];
  for (let day = from + 1; day < from + days; day += 1) {
    if (random.chance(forge.botsPerWeek / 7)) times.push(startOf(day) + random.between(0, 86_000));
  }
  return times;
}

/** Every so many weeks on a Wednesday; a release that falls into an absence of the gatekeeper waits for the return. */
function releasesOf(scenario: Scenario, presence: Presence): SimulatedRelease[] {
  const releases: SimulatedRelease[] = [];
  if (scenario.releaseWeeks === null) return releases;
  const until = scenario.from + scenario.days;
  let due = scenario.from + 7 * scenario.releaseWeeks;
  while (weekday(due) !== 2) due += 1;
  for (; due < until; due += 7 * scenario.releaseWeeks) {
    let day = due;
    while (day < until && !(isBusinessDay(day) && presence.isPresent(GATEKEEPER, day))) day += 1;
    const at = startOf(day) + 15 * 3600;
    if (day >= until || releases.some((release) => release.at === at)) continue;
    releases.push({ name: `v1.${releases.length}.0`, at, releaser: GATEKEEPER });
  }
  return releases;
}
