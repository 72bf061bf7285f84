import type { DependenceAnswer, Way } from '../domain/dependence.ts';
import { WAYS } from '../domain/dependence.ts';
import { byName, people } from '../domain/report.ts';
import { wilson } from '../domain/wilson.ts';
import { changeEvidence } from './change-evidence.ts';
import { type Dependence, type DependentChange, dependenceByArea, VISIBILITY_FLOOR } from './dependence.ts';
import { dependenceShare } from './dependence-share.ts';
import type { History, PersonIndex } from './history.ts';

/**
 * What passes only through one person, told for any surface: of all teammates' work, by the way its authors have, and by area.
 * Where landing is hidden too often, or a shallow clone hides the past, the shares are null; the counts stand, for they are what was seen.
 */
export function dependenceAnswer(history: History, person: PersonIndex, dependence: Dependence): DependenceAnswer {
  const { changes, visible, landed, visibility, work, isCutOff } = dependence;
  const isVisible = visibility !== null && visibility >= VISIBILITY_FLOOR && !isCutOff;
  return {
    changes,
    visible,
    visibility: wilson(visible, changes),
    gate: isVisible ? wilson(landed, changes) : null,
    dependence: isVisible ? dependenceShare(dependence) : null,
    work: work.length,
    landed: landedBy(work, person),
    streams: isVisible ? WAYS.map((way) => streamsOf(history, work, way)).filter(({ changes }) => changes > 0) : [],
    areas: areasOf(history, person, dependence, isVisible),
  };
}

const landedBy = (work: readonly DependentChange[], person: PersonIndex): number =>
  work.filter(({ change }) => change.lander === person).length;

function wayOf({ weight }: DependentChange): Way {
  return weight >= 1 ? 'none' : weight > 0 ? 'some' : 'others';
}

function streamsOf(history: History, work: readonly DependentChange[], way: Way): DependenceAnswer['streams'][number] {
  const changes = work.filter((dependent) => wayOf(dependent) === way).map(({ change }) => change);
  const authors = changes.flatMap((change) => change.authors);
  return {
    way,
    changes: changes.length,
    authors: people(authors.map((author) => history.people[author]?.name ?? '')),
    ...changeEvidence(changes),
  };
}

function areasOf(
  history: History,
  person: PersonIndex,
  dependence: Dependence,
  isVisible: boolean,
): DependenceAnswer['areas'] {
  const areas = [...dependenceByArea(dependence)].map(([index, work]) => {
    const named = index === null ? null : history.areas[index];
    const through = work.filter(({ change }) => change.lander === person).map(({ change }) => change);
    return {
      repository: named?.repository ?? '',
      area: named?.area ?? null,
      changes: work.length,
      landed: through.length,
      dependence: isVisible ? dependenceShare({ ...dependence, dependence: meanWeight(work), work }) : null,
      ...changeEvidence(through),
    };
  });
  const depending = ({ dependence: share, changes }: (typeof areas)[number]) => (share?.share ?? 0) * changes;
  return areas.sort(
    (a, b) =>
      depending(b) - depending(a) ||
      b.landed - a.landed ||
      byName(a.repository, b.repository) ||
      byName(a.area ?? '', b.area ?? ''),
  );
}

const meanWeight = (work: readonly DependentChange[]): number =>
  work.reduce((sum, { weight }) => sum + weight, 0) / work.length;
