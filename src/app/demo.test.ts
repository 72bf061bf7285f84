import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/git-fixture.ts';
import type { Absence } from '../domain/absence.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import { absence } from './absence.ts';
import { cleanDataDirectory } from './clean.ts';
import { demoPlace, demoStream } from './demo.ts';
import { DEMO_ID } from './demo-id.ts';
import { realEffects } from './effects.ts';
import { measures } from './measures.ts';
import { type Place, withFacts } from './open.ts';
import { scorecard } from './scorecard.ts';

const FORTNIGHT = {
  persons: [],
  from: null,
  days: 14,
  target: 0.2,
  load: 2,
  assumptions: {},
  calibration: null,
};

const data = join(temporaryFolder('demonstration'), 'data');
let place: Place;
let told: Absence;
let card: Scorecard;

beforeAll(async () => {
  place = await demoPlace(realEffects(), data);
  await withFacts(place, async (opened) => {
    told = await absence(opened, place.effects, FORTNIGHT);
    card = await scorecard(opened.facts, opened.setting, measures, false);
  });
});
afterAll(async () => {
  const { left } = await cleanDataDirectory(data, null);
  expect(left).toEqual([]);
});

describe('the demonstration', () => {
  it('is kept under the name of what it is made from', () => {
    const hash = createHash('sha256');
    for (const piece of demoStream()) hash.update(piece);
    expect(DEMO_ID).toBe(hash.digest('hex').slice(0, 32));
  });

  it('is made once, also by several at a time, and the same everywhere', async () => {
    const other = join(temporaryFolder('demonstration'), 'data');
    const [one, two] = await Promise.all([demoPlace(realEffects(), other), demoPlace(realEffects(), other)]);
    expect(one.request.paths).toEqual(two.request.paths);
    const [path] = one.request.paths;
    expect((await demoPlace(realEffects(), other)).request.paths).toEqual([path]);
    expect(await readdir(join(other, 'demonstration', 'histories'))).toEqual([DEMO_ID]);
    expect(await readdir(join(other, 'demonstration', 'staging'))).toEqual([]);
    const packs = (repository = '') => readdir(join(repository, 'objects', 'pack'));
    expect((await packs(path)).sort()).toEqual((await packs(place.request.paths[0])).sort());
  });

  it('is looked at where its history ends, and nothing of it rests', () => {
    expect(told.notes.join(' ')).not.toMatch(/rest/);
    expect(place.effects.now() - told.moment).toBeLessThan(86_400);
  });

  it('has something to say of each part of the story', () => {
    const rows = (measure: string) => card.reports.find((report) => report.measure === measure)?.rows ?? [];
    expect(card.lead.name).toBe('Alder Brook');
    expect(card.activeAreas).toBe(12);
    expect(rows('known-to-one').map(({ cells }) => cells.area)).toEqual([
      'infrastructure/deploy',
      'packages/design-system',
    ]);
    expect(rows('releases').length).toBeGreaterThanOrEqual(5);
    const past = told.past.absences;
    expect(past.filter(({ touchesHolidays }) => !touchesHolidays)).toHaveLength(3);
    expect(told.openWork.waits.length).toBeGreaterThan(0);
    expect(told.openDecisions.waits).toHaveLength(2);
    expect(told.moves.moves.length).toBeGreaterThan(1);
  });
});
