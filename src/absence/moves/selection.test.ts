import { describe, expect, it } from 'vitest';
import { smallTeam } from '../../../test/small-team.ts';
import { dependenceAt } from '../dependence.ts';
import { seeded } from '../simulation/random.ts';
import { applyRoutes } from './scope.ts';

describe('a selection of moves', () => {
  it('says the D that the changed history has, whatever was put in and taken out', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { history, person, moment, candidates, selection } = smallTeam(seed);
      const random = seeded(seed);
      for (let step = 0; step < 12; step += 1) {
        const option = random.pick(candidates.options);
        if (random.chance(0.3)) selection.remove(option);
        else selection.add(option);
      }
      const applied = applyRoutes(history, person, moment, selection.chosen);
      expect(selection.dependence).toBeCloseTo(dependenceAt(applied, person, moment).dependence ?? 0, 10);
      selection.become([]);
      expect(selection.dependence).toBeCloseTo(dependenceAt(history, person, moment).dependence ?? 0, 10);
      expect(selection.load).toBe(0);
    }
  });

  it('lets D fall by no more than it says moves remove at most, one after the other', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { candidates, selection } = smallTeam(seed);
      const random = seeded(seed);
      for (let step = 0; step < 3; step += 1) selection.add(random.pick(candidates.options));
      const before = selection.dependence;
      const further = candidates.options.filter(() => random.chance(0.2));
      const most = further.map((option) => selection.mostRemoved(option)).reduce((sum, one) => sum + one, 0);
      for (const option of further) selection.add(option);
      expect(before - selection.dependence).toBeLessThanOrEqual(most + 1e-9);
    }
  });

  it('lets nobody become the next bottleneck, whoever of several really takes a change', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { history, person, moment, candidates, selection, target } = smallTeam(seed);
      for (const option of candidates.options) selection.add(option);
      for (const routes of [selection.chosen, [...selection.chosen].reverse()]) {
        const applied = applyRoutes(history, person, moment, routes);
        for (const { receiver } of routes) {
          const before = dependenceAt(history, receiver, moment).dependence ?? 0;
          const after = dependenceAt(applied, receiver, moment).dependence ?? 0;
          expect(after).toBeLessThanOrEqual(Math.max(before, target) + 1e-9);
        }
      }
    }
  });
});
