import { describe, expect, it } from 'vitest';
import { smallTeam } from '../../../test/small-team.ts';
import { type Choice, choiceOf } from './choice.ts';
import { isCheaper } from './cost.ts';
import { prove } from './exact.ts';
import { chooseGreedily } from './greedy.ts';
import type { Option } from './option.ts';
import type { Selection } from './selection.ts';

/** The cheapest choice that reaches the target, by looking at all of them. */
function cheapestOfAll(selection: Selection, options: readonly Option[]): Choice | null {
  let best: Choice | null = null;
  const look = (from: number): void => {
    if (selection.reachesTarget) {
      const choice = choiceOf(selection);
      if (best === null || isCheaper(choice.cost, best.cost)) best = choice;
    }
    for (let i = from; i < options.length; i += 1) {
      const option = options[i] as Option;
      if (!selection.add(option)) continue;
      look(i + 1);
      selection.remove(option);
    }
  };
  selection.become([]);
  look(0);
  return best;
}

describe('the exact search', () => {
  it('finds what looking at every choice finds, on 60 teams with twelve possible moves', () => {
    let compared = 0;
    for (let seed = 1; compared < 60 && seed < 2000; seed += 1) {
      const { candidates, selection } = smallTeam(seed);
      const every = Math.max(1, Math.floor(candidates.options.length / 12));
      const options = candidates.options.filter((_, i) => i % every === 0).slice(0, 12);
      const best = cheapestOfAll(selection, options);
      if (best === null || best.cost.moves === 0) continue;
      const proven = prove(selection, options, null, 1e12);
      expect(proven.isProven).toBe(true);
      expect(proven.leastMoves).toBe(best.cost.moves);
      expect(proven.best?.cost.load).toBeCloseTo(best.cost.load, 9);
      compared += 1;
    }
    expect(compared).toBe(60);
  });

  it('says how far its proof got when it may not look any further', () => {
    const { candidates, selection } = smallTeam(4);
    const found = chooseGreedily(selection, candidates.options);
    const { isProven, leastMoves, best } = prove(selection, candidates.options, found, 1);
    expect({ isProven, leastMoves }).toEqual({ isProven: false, leastMoves: expect.any(Number) });
    expect(best).toBe(found);
  });
});
