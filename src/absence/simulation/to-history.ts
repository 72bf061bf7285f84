import { type Landing as BatchedLanding, inBatches } from '../batches.ts';
import { dayOf, startOf } from '../calendar.ts';
import type { DayOfActivity, History, LandedChange, PersonIndex } from '../history.ts';
import { batchOf, isBot, type Landing } from './mainline.ts';
import type { Simulated } from './simulate.ts';

type Act = 'commits' | 'merges' | 'reviews';

/**
 * The past as the absence room would read it from a clone that was scanned and derived: the way through
 * {@link toFastImport} gives the same, but for ids, and takes seconds where this takes milliseconds.
 */
export function toHistory({ scenario, people, mainline, open, drafts, releases }: Simulated): History {
  const repository = 'simulated';
  const days: Map<number, { day: number; commits: number; merges: number; reviews: number }>[] = people.map(
    () => new Map(),
  );
  const see = (person: PersonIndex, at: number, act: Act | null) => {
    const own = days[person];
    const day = dayOf(at);
    const seen = own?.get(day) ?? { day, commits: 0, merges: 0, reviews: 0 };
    if (act !== null) seen[act] += 1;
    own?.set(day, seen);
  };
  const landings: BatchedLanding[] = [
    { change: founding(scenario.from, scenario.areas), hands: '0 0', firstAt: founded(scenario.from) },
  ];
  see(0, founded(scenario.from), 'commits');
  for (const landing of mainline) {
    const id = `change-${landings.length}`;
    if (isBot(landing)) {
      landings.push(byBot(id, landing.landedAt));
      continue;
    }
    const { item, lander, landedAt, route, reviewer, number } = landing;
    const commits = commitsOf(landing);
    for (const at of commits) see(item.author, at, 'commits');
    if (route === 'pull') see(lander, landedAt, 'merges');
    // The committer of a patch was there, though it is no commit of theirs.
    if (route === 'patch') see(lander, landedAt, null);
    if (reviewer !== null) see(reviewer, landedAt, 'reviews');
    landings.push({
      change: {
        repository,
        id,
        number,
        title: titleOn(landing, people[item.author]?.login ?? ''),
        authors: item.coAuthor === null ? [item.author] : [item.author, item.coAuthor],
        lander: route === 'squash' ? null : lander,
        approvers: reviewer === null ? [] : [reviewer],
        areas: item.areas,
        // A decision record is no source.
        files: item.text === undefined ? item.files.length : 0,
        workedAt: commits.at(-1) ?? null,
        landedAt,
      },
      hands: route === 'pull' ? null : `${item.author} ${route === 'squash' ? '' : lander}`,
      firstAt: route === 'direct' ? (commits[0] ?? landedAt) : landedAt,
    });
  }
  for (const { author, commits } of open) for (const at of commits) see(author, at, 'commits');
  for (const { person, at } of drafts) see(person, at, 'commits');
  return {
    people: people.map(({ name, login }) => ({ person: login, name })),
    areas: scenario.areas.map((area) => ({ repository, area })),
    changes: inBatches(landings).filter(({ authors }) => authors.length > 0),
    activity: days.map((own): DayOfActivity[] => [...own.values()].sort((a, b) => a.day - b.day)),
    releases: releases.map(({ name, at, releaser }) => ({
      repository,
      name,
      releasedAt: at,
      releaser,
      isPrerelease: false,
    })),
    began: founded(scenario.from),
    until: startOf(scenario.from + scenario.days),
  };
}

/** Before anybody works on the first day, the gatekeeper's commit that brings every area in. */
export const founded = (from: number): number => startOf(from) + 6 * 3600;
export const FOUNDING_TITLE = 'Start the product';

const founding = (from: number, areas: readonly string[]): LandedChange => ({
  repository: 'simulated',
  id: 'change-0',
  number: null,
  title: FOUNDING_TITLE,
  authors: [0],
  lander: 0,
  approvers: [],
  areas: areas.map((_, area) => area),
  files: areas.length,
  workedAt: founded(from),
  landedAt: founded(from),
});

/** Nobody's change; it is there because it ends a batch. */
const byBot = (id: string, landedAt: number): BatchedLanding => ({
  change: { ...founding(0, []), id, authors: [], lander: null, landedAt, workedAt: landedAt },
  hands: 'bot',
  firstAt: landedAt,
});

/** When the commits were made that a landing left in the history: a squash and a patch are one each. */
export function commitsOf(landing: Landing): readonly number[] {
  const { item, route } = landing;
  if (route === 'direct') return batchOf(landing);
  return route === 'pull' ? item.commits : item.commits.slice(-1);
}

/** Subject of the commit with which it landed. */
export function titleOn({ item, route, number }: Landing, login: string): string {
  if (route === 'pull') return `Merge pull request #${number} from ${login}/${branchOf(item.title)}`;
  return route === 'squash' ? `${item.title} (#${number})` : item.title;
}

/** A title as part of the name of a branch. */
export const branchOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
