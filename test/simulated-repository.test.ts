import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History, LandedChange } from '../src/absence/history.ts';
import { readHistory } from '../src/absence/read-history.ts';
import { PLAIN } from '../src/absence/simulation/scenario.ts';
import { type Simulated, simulate } from '../src/absence/simulation/simulate.ts';
import { toFastImport } from '../src/absence/simulation/to-fast-import.ts';
import { toHistory } from '../src/absence/simulation/to-history.ts';
import { type Facts, openFacts, openWorkspace } from '../src/app/workspace.ts';
import { locateRepository, quickFingerprint, scanGit } from '../src/collect/git/index.ts';
import { derivations } from '../src/derive/index.ts';
import { type FixtureRepository, fixtureRepository, temporaryFolder } from './git-fixture.ts';

/** Half a year of everything a history can hold: squashes, merges, patches, batches, co-authors, bots, records, work left open. */
const SCENARIO = {
  ...PLAIN,
  team: { ...PLAIN.team, leftOpen: 0.01 },
  workshops: [{ area: 7, by: 5, share: 0.3 }],
  decisions: [
    {
      title: 'Keep prices as whole cents',
      by: 3,
      deciders: [0],
      proposed: PLAIN.from + 30,
      accepted: PLAIN.from + 37,
      context: 'They differ.',
      outcome: 'Whole cents.',
    },
  ],
  days: 182,
  gate: { authors: [2, 3], areas: [4], habit: 0.2 },
  effect: { kind: 'thinning', slope: -1.4 },
  absences: [{ person: 0, from: PLAIN.from + 105, to: PLAIN.from + 126 }],
  forge: { squash: 0.3, trailers: 0.4, botsPerWeek: 3 },
} as const;

let repository: FixtureRepository;
let facts: Facts;
let read: History;
let simulated: Simulated;
let told: History;

beforeAll(async () => {
  simulated = simulate(SCENARIO, 1);
  told = toHistory(simulated);
  repository = fixtureRepository({ bare: true, name: 'simulated' });
  repository.gitWith([...toFastImport(simulated)].join(''), 'fast-import', '--quiet');
  const workspace = await openWorkspace([await locateRepository(repository.path)], {
    dataDir: join(temporaryFolder('data'), 'data'),
    collector: { scan: scanGit, fingerprint: quickFingerprint },
  });
  facts = await openFacts(workspace, { configs: new Map(), derivations, verify: true });
  read = await readHistory(facts.query, told.until);
});
afterAll(() => facts.close());

/** A change with names in place of places, so that two histories that number people differently can be compared. */
const named = ({ people, areas }: History, change: LandedChange) => ({
  ...change,
  id: '',
  ids: change.ids?.length,
  authors: change.authors.map((person) => people[person]?.name),
  lander: change.lander === null ? null : people[change.lander]?.name,
  approvers: change.approvers.map((person) => people[person]?.name),
  areas: change.areas.map((area) => areas[area]?.area),
});

describe('a simulated repository that was cloned, scanned and derived', () => {
  it('is sound, and holds each kind of landing', () => {
    expect(repository.git('fsck', '--full', '--strict')).toBe('');
    const routes = new Set(simulated.mainline.map((one) => ('bot' in one ? 'bot' : one.route)));
    expect([...routes].sort()).toEqual(['bot', 'direct', 'patch', 'pull', 'squash']);
    expect(simulated.open.length).toBeGreaterThan(20);
    expect(told.changes.some((change) => change.authors.length > 1)).toBe(true);
    expect(
      simulated.mainline.some((one) => !('bot' in one) && one.route === 'direct' && one.item.commits.length > 2),
    ).toBe(true);
  });

  it('has the changes that were simulated, with authors, landers, approvers, areas, sizes and times', () => {
    expect(read.changes.length).toBe(told.changes.length);
    for (const [i, change] of read.changes.entries()) {
      expect(named(read, change)).toEqual(named(told, told.changes[i] as LandedChange));
    }
  });

  it('shows everybody on the days on which they were simulated at work', () => {
    const daysOf = ({ people, activity }: History) =>
      Object.fromEntries(people.map(({ name }, person) => [name, activity[person]]));
    expect(daysOf(read)).toEqual(daysOf(told));
  });

  it('has its releases and where its evidence begins and ends', () => {
    const releasesOf = ({ people, releases }: History) =>
      releases.map((release) => ({ ...release, releaser: people[release.releaser ?? -1]?.name }));
    expect(releasesOf(read)).toEqual(releasesOf(told));
    expect([read.began, read.until]).toEqual([told.began, told.until]);
  });

  it('is the same for the same scenario and seed, and another for another seed', () => {
    const stream = (seed: number) => [...toFastImport(simulate(SCENARIO, seed))].join('');
    expect(stream(1)).toBe(stream(1));
    expect(stream(2)).not.toBe(stream(1));
  });
});
