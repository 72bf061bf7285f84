import type { ReleaseCadence } from '../domain/deputies.ts';
import { byName, people } from '../domain/report.ts';
import type { History, PersonIndex, Release } from './history.ts';
import { quantile } from './quantile.ts';

/** So many of the newest releases tell the cadence. */
const NEWEST = 10;
/** Fewer pauses between releases are no cadence. */
const LEAST_PAUSES = 3;
/** So many median pauses after the last release, the habit is over. */
const OVER_AFTER = 3;

/**
 * How each repository's releases went before a moment (seconds), and on whom they rest; pre-releases left out, tags of one
 * second counted once. When the next would be due is the middle half of the last pauses after the last release: a habit,
 * not a plan. Who pushed a tag may only have pressed the button.
 */
export function releaseCadences(
  history: History,
  person: PersonIndex,
  moment: number,
  active: ReadonlySet<PersonIndex>,
): readonly ReleaseCadence[] {
  const byRepository = new Map<string, Release[]>();
  for (const release of history.releases) {
    if (release.isPrerelease || release.releasedAt >= moment) continue;
    const before = byRepository.get(release.repository) ?? [];
    if (before.at(-1)?.releasedAt !== release.releasedAt) before.push(release);
    byRepository.set(release.repository, before);
  }
  return [...byRepository]
    .sort(([a], [b]) => byName(a, b))
    .map(([repository, all]) => cadenceOf(history, person, moment, active, repository, all));
}

function cadenceOf(
  history: History,
  person: PersonIndex,
  moment: number,
  active: ReadonlySet<PersonIndex>,
  repository: string,
  all: readonly Release[],
): ReleaseCadence {
  const newest = all.slice(-NEWEST);
  const others = all.flatMap(({ releaser }) => (releaser === null || releaser === person ? [] : [releaser]));
  const named = (is: (one: PersonIndex) => boolean) =>
    people(others.filter(is).map((one) => history.people[one]?.name ?? ''));
  const pauses = pausesOf(newest);
  const lastAt = newest.at(-1)?.releasedAt ?? null;
  const cadence = middle(pauses, 0.5);
  const isOver = cadence !== null && lastAt !== null && moment - lastAt > OVER_AFTER * cadence;
  const [early, late] = [middle(pauses, 0.25), middle(pauses, 0.75)];
  return {
    repository,
    releases: newest.length,
    known: newest.filter(({ releaser }) => releaser !== null).length,
    byPerson: newest.filter(({ releaser }) => releaser === person).length,
    lastAt,
    cadence,
    ownCadence: middle(pausesOf(all.filter(({ releaser }) => releaser === person).slice(-NEWEST)), 0.5),
    isOver,
    nextBetween:
      isOver || lastAt === null || early === null || late === null
        ? null
        : { from: Math.round(lastAt + early), until: Math.round(lastAt + late) },
    others: named((one) => active.has(one)),
    notSeenLately: named((one) => !active.has(one)),
    evidence: [...newest].reverse().map(({ name }) => ({ kind: 'release', repository, id: name })),
    evidenceTotal: newest.length,
  };
}

const pausesOf = (releases: readonly Release[]): number[] =>
  releases.slice(1).map(({ releasedAt }, i) => releasedAt - (releases[i]?.releasedAt ?? releasedAt));

const middle = (pauses: readonly number[], share: number): number | null =>
  pauses.length < LEAST_PAUSES ? null : quantile(pauses, share);
