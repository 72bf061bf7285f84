import { isBusinessDay, startOf, weekday } from '../calendar.ts';
import type { PersonIndex } from '../history.ts';
import { frailty, normal, poisson } from './chance.ts';
import { pickAreas } from './pick-areas.ts';
import type { Presence } from './presence.ts';
import { filesOf, titleOf } from './product.ts';
import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';

const HOUR = 3600;

/** A change as its author made it, before anybody decides when and how it lands. */
export interface WorkItem {
  readonly author: PersonIndex;
  readonly coAuthor: PersonIndex | null;
  /** Places in {@link Scenario.areas}, ascending. */
  readonly areas: readonly number[];
  /** Distinct paths. */
  readonly files: readonly string[];
  readonly title: string;
  /** When the author committed on a branch, in seconds, ascending; the last finished it. */
  readonly commits: readonly number[];
  /** What its one file then holds; something that means nothing unless given. */
  readonly text?: string;
}

/** A commit on a branch of drafts that never lands: somebody was there. */
export interface Draft {
  readonly person: PersonIndex;
  readonly at: number;
}

/** How busy each member is, in changes a week, drawn once for a team. */
export function busynessOf({ team }: Scenario, random: Random): readonly number[] {
  const weights = Array.from({ length: team.size }, () => Math.exp(team.spread * normal(random)));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / team.size;
  return weights.map((weight) => (team.changesPerWeek * weight) / mean);
}

/** How far the rate of work has grown by a day. */
export const growthBy = ({ from, noise }: Scenario, day: number): number =>
  Math.exp((noise.trend * (day - from)) / 365);

/**
 * What everybody makes, by author and day: a Poisson count of changes each day whose mean is the author's busyness, times
 * the weekday, the trend, and a good or bad week of the team and of the author (so that counts are overdispersed and weeks
 * hang together). Nobody works while away.
 */
export function makeWork(
  scenario: Scenario,
  busyness: readonly number[],
  presence: Presence,
  random: Random,
): WorkItem[] {
  const { noise, team } = scenario;
  const rhythm = noise.rhythm.reduce((sum, share) => sum + share, 0);
  const items: WorkItem[] = [];
  let common = 1;
  let own: number[] = [];
  for (let day = scenario.from; day < scenario.from + scenario.days; day += 1) {
    if (weekday(day) === 0 || own.length === 0) {
      common = frailty(random, noise.teamShape);
      own = busyness.map(() => frailty(random, noise.ownShape));
    }
    const today = ((noise.rhythm[weekday(day)] ?? 0) / rhythm) * growthBy(scenario, day) * common;
    for (let author = 0; author < team.size; author += 1) {
      const count = poisson(random, (busyness[author] ?? 0) * (own[author] ?? 1) * today);
      if (!presence.isPresent(author, day)) continue;
      for (let i = 0; i < count; i += 1) items.push(oneItem(scenario, presence, author, day, random));
    }
  }
  return items;
}

/** How many areas everybody works in. */
export const openAreas = ({ areas, workshops }: Scenario): number => areas.length - workshops.length;

function oneItem(scenario: Scenario, presence: Presence, author: PersonIndex, day: number, random: Random): WorkItem {
  const shop = scenario.workshops.find(({ by, share }) => by === author && random.chance(share));
  const areas = shop === undefined ? pickAreas(author, openAreas(scenario), random) : [shop.area];
  const files = new Set<string>();
  for (const area of areas) {
    const paths = filesOf(scenario.areas[area] ?? '');
    for (let i = random.between(1, 3); i > 0; i -= 1) files.add(random.pick(paths));
  }
  const finished = startOf(day) + random.between(9 * HOUR, 16 * HOUR);
  const commits = [finished];
  while (commits.length < 4 && random.chance(0.5)) {
    const earlier = day - random.between(1, 3);
    const worked = earlier > scenario.from && isBusinessDay(earlier) && presence.isPresent(author, earlier);
    commits.push(worked ? startOf(earlier) + random.between(9 * HOUR, 16 * HOUR) : finished - random.between(60, HOUR));
  }
  const other = random.between(0, scenario.team.size - 1);
  const helps = random.chance(0.06) && shop === undefined && other !== author && presence.isPresent(other, day);
  return {
    author,
    coAuthor: helps ? other : null,
    areas,
    files: [...files],
    title: titleOf([...files][0] ?? '', random),
    commits: commits.sort((a, b) => a - b),
  };
}

/** Signs of life on business days, for everybody present, at the rate {@link Scenario.team} says. */
export function makeDrafts(scenario: Scenario, presence: Presence, random: Random): Draft[] {
  const drafts: Draft[] = [];
  for (let day = scenario.from + 1; day < scenario.from + scenario.days; day += 1) {
    for (let person = 0; person < scenario.team.size; person += 1) {
      const at = startOf(day) + random.between(8 * HOUR, 17 * HOUR);
      const isSeen = random.chance(scenario.team.daily);
      if (isSeen && isBusinessDay(day) && presence.isPresent(person, day)) drafts.push({ person, at });
    }
  }
  return drafts;
}
