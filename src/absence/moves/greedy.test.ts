import { describe, expect, it } from 'vitest';
import { smallTeam } from '../../../test/small-team.ts';
import { inMoves } from './cost.ts';
import { prove } from './exact.ts';
import { chooseGreedily } from './greedy.ts';

const CASES = 200;

describe('choosing moves greedily', () => {
  it(`is within 10 % of the exact optimum on ${CASES} random small teams, in moves and in load`, () => {
    const gaps: number[] = [];
    const loads: number[] = [];
    const moves: number[] = [];
    for (let seed = 1; gaps.length < CASES; seed += 1) {
      const { candidates, selection } = smallTeam(seed);
      const found = chooseGreedily(selection, candidates.options);
      const isReached = selection.reachesTarget;
      const { best, isProven } = prove(selection, candidates.options, isReached ? found : null, 1e12);
      expect(isProven).toBe(true);
      // Where the target cannot be reached, or is reached already, there is nothing to compare.
      expect(isReached).toBe(best !== null);
      if (best === null || best.cost.moves === 0) continue;
      gaps.push(inMoves(found.cost) / inMoves(best.cost) - 1);
      if (best.cost.moves === found.cost.moves) loads.push(found.cost.load / best.cost.load - 1);
      moves.push(best.cost.moves);
    }
    process.stdout.write(`${CASES} teams; ${told('gap', gaps)}; ${told('of load', loads)}; ${told('moves', moves)}\n`);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(0.1);
    expect(Math.max(...loads)).toBeLessThanOrEqual(0.1);
  });

  it('gives the same choice every time', () => {
    const [once, again] = [smallTeam(7), smallTeam(7)].map(({ selection, candidates }) =>
      chooseGreedily(selection, candidates.options).options.map(({ receiver, scope }) => [receiver, scope]),
    );
    expect(once).toEqual(again);
  });
});

const told = (name: string, all: readonly number[]): string =>
  `${name}: worst ${Math.max(...all).toFixed(4)}, mean ${(all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(4)}`;
