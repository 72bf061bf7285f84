import { describe, expect, it } from 'vitest';
import type { StudyPlan } from '../src/absence/simulation/draw-team.ts';
import { outcomeShares } from '../src/absence/study/outcome-shares.ts';
import { slopeOf } from '../src/absence/study/slope.ts';
import { type Held, holds, SEEDS, simulatedStudy, simulatedTeam, together, verdictsOn } from './simulated-study.ts';

/**
 * Studies of made-up teams whose truth is known. Each seed is a whole study of twenty teams. The suite takes the first of
 * the hundred seeds of `npm run soak`, whose counts stand in docs/validity.md.
 */
const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
const PLANTED: StudyPlan = { effect: { kind: 'thinning', slope: -1.4 }, isGated: true };
const HARMLESS: StudyPlan = { effect: { kind: 'none' }, isGated: true };
const UNGATED: StudyPlan = { effect: { kind: 'none' }, isGated: false };

/** Said of each run, so that the counts of the documents can be read off. */
const say = (what: string, { held, of }: Held) => process.stdout.write(`simulated: ${what}: ${held} of ${of}\n`);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const count = <T>(all: readonly T[], is: (one: T) => boolean): Held => ({
  held: all.filter(is).length,
  of: all.length,
});

describe('simulated studies with a planted slope', () => {
  const studies = seeds.map((seed) => simulatedStudy(PLANTED, seed));

  it('find it: it lies in at least 90 of 100 intervals of 95 %, and is missed by less than 0.05 on the whole', () => {
    const inside = count(studies, ({ slope }) => holds(slope, -1.4));
    say('planted slope inside its interval', inside);
    expect(inside.held).toBeGreaterThanOrEqual(0.9 * inside.of);
    expect(Math.abs(mean(studies.map(({ slope }) => slope.value)) + 1.4)).toBeLessThan(0.05 + 0.5 / SEEDS);
  });

  it('never call it nothing', () => {
    expect(studies.filter(({ slope }) => holds(slope, 0))).toEqual([]);
  });

  it('foretell shares of outcomes in held-out teams at least as often as they promise', () => {
    const bands = together(studies.map(({ coverage }) => coverage.bands));
    say('held-out shares of work that nearly stopped inside intervals of 80 %', bands);
    expect(bands.held).toBeGreaterThanOrEqual(0.8 * bands.of);
  });

  it('hold the share that many more teams show, in every band, also of gatekeepers', () => {
    const everything = studies.flatMap(({ teams }) => teams.map(({ cases }) => cases));
    for (const band of [
      { from: 0, to: 0.05 },
      { from: 0.2, to: 0.4 },
      { from: 0.4, to: 0.7 },
      { from: 0.7, to: null },
    ]) {
      const truth = outcomeShares(everything, band);
      const held = studies.flatMap(({ teams }) => {
        const seen = outcomeShares(
          teams.map(({ cases }) => cases),
          band,
        );
        return (['nearlyStopped', 'slowed', 'normal'] as const).flatMap((outcome) => {
          const [interval, share] = [seen[outcome], truth[outcome]];
          return interval === null || share === null ? [] : [holds(interval, share.value)];
        });
      });
      const inside = count(held, Boolean);
      say(`shares of all teams inside intervals of 95 % at D from ${band.from}`, inside);
      // Of few seeds chance alone takes some away.
      expect(inside.held).toBeGreaterThanOrEqual((SEEDS < 100 ? 0.88 : 0.93) * inside.of);
    }
  });

  it('show D as it was planted', () => {
    const gatekeepers = studies.flatMap(({ teams }) =>
      teams.flatMap(({ cases, truth }) =>
        cases.filter(({ person }) => person === 0).map(({ dependence }) => dependence - truth.dependence),
      ),
    );
    const close = count(gatekeepers, (distance) => Math.abs(distance) < 0.15);
    say('D within 0.15 of the planted', close);
    expect(Math.abs(mean(gatekeepers))).toBeLessThan(0.01);
    expect(close.held).toBeGreaterThanOrEqual(0.9 * close.of);
  });
});

describe('simulated studies in which nothing stalls', () => {
  it('call nothing a stall in more than 5 of 100, where gates are there and others land instead', () => {
    const studies = seeds.map((seed) => simulatedStudy(HARMLESS, seed));
    const stalls = count(studies, ({ slope }) => slope.high < 0);
    const either = count(studies, ({ slope }) => !holds(slope, 0));
    say('slopes of nothing below 0', stalls);
    say('slopes of nothing on either side of 0', either);
    expect(stalls.held).toBeLessThanOrEqual(Math.max(1, 0.05 * stalls.of));
    // Intervals of 95 % miss 5 of 100 by chance, more than 10 of 100 hardly ever.
    expect(either.held).toBeLessThanOrEqual(Math.max(1, 0.1 * either.of));
    expect(Math.abs(mean(studies.map(({ slope }) => slope.value)))).toBeLessThan(0.05 + 0.5 / SEEDS);
  });

  it('have no slope at all where nothing is gated, and no stall is called likely for anybody', () => {
    const teams = seeds.map((seed) => simulatedTeam(UNGATED, seed * 1000));
    const { estimate, missing } = slopeOf(
      teams.map(({ cases }) => cases),
      { resamples: 100, seed: 1 },
    );
    expect(estimate).toBeNull();
    expect(missing).toMatch(/with D of at least/);
    const verdicts = teams.map(({ history }) => verdictsOn(history));
    const stalls = count(verdicts, (people) => people.some(({ isStall }) => isStall));
    say('teams of which nothing is gated where a stall is called the likeliest outcome for somebody', stalls);
    expect(stalls.held).toBeLessThanOrEqual(0.05 * stalls.of);
    const above = count(verdicts.flat(), ({ band }) => band !== null && band > 0);
    say('people of those teams above the lowest band', above);
    expect(above.held).toBeLessThanOrEqual(0.05 * above.of);
  });
});

describe('a deputy who may land what is gated', () => {
  it('and always does, leaves no slope; in half of the absences, half of it', () => {
    for (const deputy of [1, 0.5]) {
      const studies = seeds.slice(0, Math.ceil(SEEDS / 3)).map((seed) => simulatedStudy({ ...PLANTED, deputy }, seed));
      const inside = count(studies, ({ slope }) => holds(slope, -1.4 * (1 - deputy)));
      say(`slope of ${-1.4 * (1 - deputy)} inside its interval where a deputy steps in with chance ${deputy}`, inside);
      expect(inside.held).toBeGreaterThanOrEqual(0.85 * inside.of);
    }
  });
});

describe('squashes of a forge', () => {
  it('hide as many landers as were planted, and hold back the verdict below the floor', () => {
    for (const squash of [0.2, 0.6]) {
      const teams = seeds.slice(0, 6).map((seed) => simulatedTeam({ ...PLANTED, squash }, seed));
      const visible = teams.flatMap(({ history }) => history.changes.slice(1).map(({ lander }) => lander !== null));
      expect(mean(visible.map(Number))).toBeCloseTo(1 - squash, 1);
      if (squash === 0.6) {
        expect(teams.flatMap(({ cases }) => cases)).toEqual([]);
        expect(teams.flatMap(({ history }) => verdictsOn(history)).every(({ band }) => band === null)).toBe(true);
      }
    }
  });
});
