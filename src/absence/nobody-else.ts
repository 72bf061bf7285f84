import type { NobodyElse } from '../domain/deputies.ts';
import { byName } from '../domain/report.ts';
import { DAY } from '../domain/window.ts';
import { ACTIVE_DAYS, activePeople } from './active-people.ts';
import { changeEvidence } from './change-evidence.ts';
import { AUTHOR_DAYS, landedBetween, VISIBILITY_FLOOR } from './dependence.ts';
import type { Covers } from './deputies.ts';
import { gateChanges, isHidden } from './hidden-landing.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from './history.ts';
import { releaseCadences } from './release-cadence.ts';

/**
 * What would have nobody else, as seen before `moment` (seconds), from the 182 days before it: areas in which the person
 * wrote or landed something and nobody else who is active lands, changes that nobody else looked at, and releases.
 *
 * Whoever is not seen is not named: a right never used, a review on a forge and knowledge from reading leave no trace here.
 */
export function nobodyElse(
  history: History,
  person: PersonIndex,
  moment: number,
  { cover }: { readonly cover?: Covers } = {},
): NobodyElse {
  const active = activePeople(history, person, moment);
  const isGateHidden = isHidden(gateChanges(history, person, moment));
  const changes = landedBetween(history, moment - AUTHOR_DAYS * DAY, moment);
  const byArea = new Map<AreaIndex, LandedChange[]>();
  for (const change of changes) {
    for (const area of change.areas) {
      const there = byArea.get(area);
      if (there === undefined) byArea.set(area, [change]);
      else there.push(change);
    }
  }
  return {
    person: history.people[person]?.name ?? '',
    moment,
    days: AUTHOR_DAYS,
    activeDays: ACTIVE_DAYS,
    areas: [...byArea]
      .flatMap(([index, there]) => lonelyArea(history, person, active, index, there, { cover, isGateHidden }))
      .sort((a, b) => b.through - a.through || byName(a.repository, b.repository) || byName(a.area, b.area)),
    areasSeen: byArea.size,
    reviews: reviewsOf(person, changes, isGateHidden),
    releases: [...releaseCadences(history, person, moment, active)],
  };
}

function lonelyArea(
  history: History,
  person: PersonIndex,
  active: ReadonlySet<PersonIndex>,
  index: AreaIndex,
  changes: readonly LandedChange[],
  { cover, isGateHidden }: { readonly cover: Covers | undefined; readonly isGateHidden: boolean },
): NobodyElse['areas'] {
  const through = changes.filter(({ lander, authors }) => lander === person || authors.includes(person));
  const isLanded = changes.some(({ lander }) => lander !== null && active.has(lander));
  if (through.length === 0 || isLanded) return [];
  const { repository = '', area = '' } = history.areas[index] ?? {};
  const covered = cover?.get(`${repository}: ${area}`) ?? cover?.get(area);
  const isKnown =
    changes.some(({ authors, approvers }) => [...authors, ...approvers].some((one) => active.has(one))) ||
    (covered?.people.length ?? 0) > 0;
  // Where landing is hidden, nobody can say that nobody else lands.
  if (isKnown && (isGateHidden || isHidden(changes))) return [];
  return [
    {
      repository,
      area,
      changes: changes.length,
      through: through.length,
      lacks: isKnown ? 'lander' : 'anybody',
      ...changeEvidence(through),
    },
  ];
}

function reviewsOf(
  person: PersonIndex,
  changes: readonly LandedChange[],
  isGateHidden: boolean,
): NobodyElse['reviews'] {
  const teammates = changes.filter(({ authors }) => !authors.includes(person));
  const seen = teammates.filter((change) => lookers(change).length > 0);
  const only = seen.filter((change) => lookers(change).every((one) => one === person));
  return {
    changes: teammates.length,
    seen: seen.length,
    isVisible: !isGateHidden && seen.length >= VISIBILITY_FLOOR * teammates.length,
    onlyPerson: only.length,
    approved: teammates.filter(({ approvers }) => approvers.length > 0).length,
    ...changeEvidence(only),
  };
}

/** Who approved or landed a change without being an author of it. */
const lookers = ({ lander, approvers, authors }: LandedChange): PersonIndex[] =>
  [...approvers, ...(lander === null ? [] : [lander])].filter((one) => !authors.includes(one));
