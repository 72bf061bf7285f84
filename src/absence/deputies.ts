import type { Deputies, DeputyRow } from '../domain/deputies.ts';
import { byName, people } from '../domain/report.ts';
import { DAY } from '../domain/window.ts';
import { ACTIVE_DAYS, activePeople } from './active-people.ts';
import { changeEvidence } from './change-evidence.ts';
import { AUTHOR_DAYS, landedBetween } from './dependence.ts';
import { gateChanges, isHidden, visibleOf } from './hidden-landing.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from './history.ts';

/**
 * Who could cover by what they worked on, per area as the measure `cover` names it in its rows: the area alone, or with its
 * repository before it (`repository: area`) where there are several.
 */
export type Covers = ReadonlyMap<string, { readonly people: readonly string[]; readonly elsewhere: readonly string[] }>;

export interface DeputyOptions {
  /** How far back landings count; 182 days unless given. */
  readonly days?: number;
  readonly activeDays?: number;
  readonly cover?: Covers;
}

/**
 * Who else may land each area, and does, as seen before `moment` (seconds). It misleads where a forge's squash hides who
 * landed, and it cannot see a right that nobody used.
 */
export function deputies(
  history: History,
  person: PersonIndex,
  moment: number,
  { days = AUTHOR_DAYS, activeDays = ACTIVE_DAYS, cover }: DeputyOptions = {},
): Deputies {
  const byRepository = new Map<string, LandedChange[]>();
  const byArea = new Map<AreaIndex, LandedChange[]>();
  for (const change of landedBetween(history, moment - days * DAY, moment)) {
    put(byRepository, change.repository, change);
    for (const area of change.areas) put(byArea, area, change);
  }
  const active = activePeople(history, person, moment, activeDays);
  const isGateHidden = isHidden(gateChanges(history, person, moment));
  const row = (repository: string, area: string | null, changes: readonly LandedChange[]): DeputyRow => {
    const landing = whoLands(history, person, active, changes);
    const isVisible = landing.isVisible && !isGateHidden;
    return { repository, area, ...landing, isVisible, ...coverOf(cover, repository, area) };
  };
  return {
    person: history.people[person]?.name ?? '',
    moment,
    days,
    activeDays,
    repositories: [...byRepository]
      .map(([repository, changes]) => row(repository, null, changes))
      .sort((a, b) => byName(a.repository, b.repository)),
    areas: [...byArea]
      .map(([index, changes]) => {
        const { repository = '', area = '' } = history.areas[index] ?? {};
        return row(repository, area, changes);
      })
      .sort((a, b) => b.passed - a.passed || byName(a.repository, b.repository) || byName(a.area ?? '', b.area ?? '')),
  };
}

function whoLands(
  history: History,
  person: PersonIndex,
  active: ReadonlySet<PersonIndex>,
  changes: readonly LandedChange[],
) {
  const teammates = changes.filter(({ authors }) => !authors.includes(person));
  const byOthers = changes.filter(({ lander }) => lander !== null && lander !== person);
  const landers = new Set(byOthers.flatMap(({ lander }) => lander ?? []));
  const forOthers = new Set(byOthers.flatMap(({ lander, authors }) => landedFor(lander, authors)));
  const approvers = new Set(changes.flatMap(({ approvers, authors }) => approvers.filter((a) => !authors.includes(a))));
  const named = (some: Iterable<PersonIndex>, is: (one: PersonIndex) => boolean) =>
    people([...some].filter(is).map((one) => history.people[one]?.name ?? ''));
  return {
    changes: teammates.length,
    visible: visibleOf(teammates),
    isVisible: !isHidden(teammates),
    passed: teammates.filter(({ lander }) => lander === person).length,
    landForOthers: named(forOthers, (one) => active.has(one)),
    landOwnOnly: named(landers, (one) => active.has(one) && !forOthers.has(one)),
    notSeenLately: named(landers, (one) => !active.has(one)),
    approved: named(approvers, (one) => active.has(one)),
    lastAt: byOthers.at(-1)?.landedAt ?? null,
    ...changeEvidence(byOthers),
  };
}

const landedFor = (lander: PersonIndex | null, authors: readonly PersonIndex[]): PersonIndex[] =>
  lander === null || authors.includes(lander) ? [] : [lander];

function coverOf(cover: Covers | undefined, repository: string, area: string | null) {
  if (cover === undefined || area === null) return { couldCover: null, elsewhere: null };
  const found = cover.get(`${repository}: ${area}`) ?? cover.get(area);
  return found === undefined
    ? { couldCover: null, elsewhere: null }
    : { couldCover: people(found.people), elsewhere: people(found.elsewhere) };
}

function put<K>(groups: Map<K, LandedChange[]>, key: K, change: LandedChange): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [change]);
  else group.push(change);
}
