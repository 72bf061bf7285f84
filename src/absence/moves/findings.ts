import type { Finding } from '../../domain/moves.ts';
import { people } from '../../domain/report.ts';
import { DAY } from '../../domain/window.ts';
import { activePeople } from '../active-people.ts';
import { AUTHOR_DAYS, landedBetween } from '../dependence.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from '../history.ts';
import { KNOWN_DAYS, type Parts, partsBefore } from './team.ts';

/** A decision that was proposed and not yet taken. */
export interface OpenDecision {
  readonly repository: string;
  readonly title: string;
  /** Names as written in it. */
  readonly deciders: readonly string[];
}

/** An area in which less than this happened in half a year can wait. */
const LEAST_CHANGES = 2;
const LEAST_RELEASES = 2;
const MOST_DOCUMENTS = 5;
const MOST_CANDIDATES = 3;

/**
 * What has nobody else: areas at work in which no other active person had a part for a year, releases that nobody else
 * made, proposed decisions that nobody owns, or only the person away. None of it is in D. Areas by their busyness.
 */
export function findingsAt(
  history: History,
  person: PersonIndex,
  moment: number,
  decisions: readonly OpenDecision[],
): readonly Finding[] {
  const parts = partsBefore(history, moment);
  const active = activePeople(history, person, moment);
  return [
    ...documents(history, person, moment, parts, active),
    ...releases(history, person, moment, active),
    ...unowned(history, person, decisions),
  ];
}

function documents(
  history: History,
  person: PersonIndex,
  moment: number,
  parts: ReadonlyMap<PersonIndex, Parts>,
  active: ReadonlySet<PersonIndex>,
): Finding[] {
  const counts = new Map<AreaIndex, number>();
  for (const change of landedBetween(history, moment - AUTHOR_DAYS * DAY, moment)) {
    for (const area of change.areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  const isAlone = (area: AreaIndex) =>
    parts.get(person)?.areas.has(area) === true && ![...active].some((one) => parts.get(one)?.areas.has(area) === true);
  return [...counts]
    .filter(([area, count]) => count >= LEAST_CHANGES && isAlone(area))
    .sort(([a, of], [b, other]) => other - of || a - b)
    .slice(0, MOST_DOCUMENTS)
    .map(([area, count]): Finding => {
      const { repository = '', area: about = '' } = history.areas[area] ?? {};
      const candidates = nearest(active, (one) => partsIn(history, parts.get(one), repository));
      return { kind: 'document', repository, about, count, candidates: names(history, candidates) };
    });
}

const partsIn = (history: History, parts: Parts | undefined, repository: string): number =>
  [...(parts?.areas ?? [])].reduce(
    (sum, [area, count]) => sum + (history.areas[area]?.repository === repository ? count : 0),
    0,
  );

function releases(history: History, person: PersonIndex, moment: number, active: ReadonlySet<PersonIndex>): Finding[] {
  const year = history.releases.filter(
    ({ releasedAt, isPrerelease }) => !isPrerelease && releasedAt >= moment - KNOWN_DAYS * DAY && releasedAt < moment,
  );
  return [...Map.groupBy(year, ({ repository }) => repository)].flatMap(([repository, all]): Finding[] => {
    const last = all.at(-1);
    if (last === undefined || all.length < LEAST_RELEASES || all.some(({ releaser }) => releaser !== person)) return [];
    const landings = tally(
      landedBetween(history, moment - AUTHOR_DAYS * DAY, moment).filter((change) => change.repository === repository),
    );
    const candidates = nearest(active, (one) => landings.get(one) ?? 0);
    return [
      {
        kind: 'delegate-releases',
        repository,
        about: last.name,
        count: all.length,
        candidates: names(history, candidates),
      },
    ];
  });
}

function unowned(history: History, person: PersonIndex, decisions: readonly OpenDecision[]): Finding[] {
  const away = history.people[person]?.name.toLowerCase();
  return decisions
    .filter(({ deciders }) => deciders.every((name) => name.trim().toLowerCase() === away))
    .map(({ repository, title }) => ({
      kind: 'own-decision',
      repository,
      about: title,
      count: null,
      candidates: people([]),
    }));
}

function tally(changes: readonly LandedChange[]): ReadonlyMap<PersonIndex, number> {
  const counts = new Map<PersonIndex, number>();
  for (const { lander } of changes) if (lander !== null) counts.set(lander, (counts.get(lander) ?? 0) + 1);
  return counts;
}

/** Whoever has most of it, at most three, without those who have nothing. */
function nearest(active: ReadonlySet<PersonIndex>, of: (person: PersonIndex) => number): readonly PersonIndex[] {
  return [...active]
    .map((person) => ({ person, count: of(person) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.person - b.person)
    .slice(0, MOST_CANDIDATES)
    .map(({ person }) => person);
}

const names = (history: History, candidates: readonly PersonIndex[]) =>
  people(candidates.map((person) => history.people[person]?.name ?? ''));
