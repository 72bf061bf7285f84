import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { breaches, pageBreaches } from '../../test/must-not.ts';
import { type MoveOptions, planMoves } from '../absence/moves/plan.ts';
import { movesPage } from './moves.ts';
import { terminal } from './terminal.ts';

const shown = (lines: readonly string[], options: MoveOptions = {}, width = 80) => {
  const history = historyOf(lines, { until: 182 });
  const page = movesPage(planMoves(history, personOf(history, 'ada'), moment(182), options));
  return { page, text: terminal(page, { width, colour: false, unicode: true }) };
};

const GATED = ['days 0-181/2: bo > ada core', 'days 1-181/2: cy > ada docs', 'days 3-181/9: guest > ada core'];

describe('the page of moves', () => {
  it('says what to do in imperative sentences, what it covers and how far D falls', () => {
    const { text } = shown(GATED);
    expect(text).toMatch(/^1 {2}Let (bo|cy) land their own changes in (core|docs)/m);
    expect(text).toContain('without waiting for ada.');
    expect(text).toMatch(/28 of 62/);
    expect(text).toContain('Keep it, privately');
  });

  it.each([40, 80, 120])('fits %i columns', (width) => {
    for (const line of shown(GATED, {}, width).text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });

  it.each<[string, readonly string[], MoveOptions, string]>([
    ['what evidence is missing', ['days 0-181/2: bo > ? core'], {}, "the forge's own record of who merged"],
    ['that too little landed', ['days 150-181/9: bo > ada core'], {}, 'Not enough evidence: 4'],
    ['that nothing is needed', ['days 0-181/2: bo lands core', 'day 9: ada active'], {}, 'No move is needed'],
    ['what is in the way', ['days 0-150/1: bo > ada core'], {}, 'no active person could take anything over'],
  ])('says %s', (_, lines, options, words) => {
    expect(shown([...lines, 'day 0: ada active'], options).text.replace(/\s+/g, ' ')).toContain(words);
  });

  it('says nothing it must not, whatever the plan', () => {
    const plans = [GATED, ['days 0-181/2: bo > ? core', 'day 0: ada active'], ['days 0-150/1: bo > ada core']];
    for (const lines of plans) {
      for (const target of [0, 0.1, 0.2, 0.9]) {
        const { page, text } = shown(lines, { target });
        expect([...pageBreaches(page, { person: 'ada' }), ...breaches(text, { person: 'ada' })]).toEqual([]);
      }
    }
  });
});
