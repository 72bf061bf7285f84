import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../../test/absence-history.ts';
import { movesCheckSchema, movesPromiseSchema } from '../../domain/moves-promise.ts';
import { DAY } from '../../domain/window.ts';
import { checkMoves } from './check.ts';
import { planRoutes } from './plan.ts';
import { promiseOf } from './promise.ts';

const NOW = 182;
const BEFORE = ['days 0-181/2: bo > ada core', 'days 1-181/2: cy > ada docs', 'day 0: ada active'];

/** What was promised on day 182, and what a check says of it after these lines. */
function checked(days: number, ...since: string[]) {
  const then = historyOf(BEFORE, { until: NOW });
  const person = personOf(then, 'ada');
  const promise = promiseOf(then, [person], planRoutes(then, person, moment(NOW)));
  if (promise === null) throw new Error('nothing was promised');
  const now = historyOf([...BEFORE, ...since], { until: NOW + days });
  return movesCheckSchema.parse(checkMoves(now, movesPromiseSchema.parse(promise), moment(NOW + days)));
}

const outcomes = (check: ReturnType<typeof checked>): string[] =>
  check.moves.map(({ receiver, scope, since, outcome }) => {
    const without = since === null ? 'nothing' : `${Math.round(since.share * since.of)} of ${since.of}`;
    return `${receiver.people.join()} ${scope.authors} ${scope.area ?? 'anywhere'}: ${without} ${outcome}`;
  });

describe('checking a promise', () => {
  it('says kept, partly, not yet by what landed without the person', () => {
    expect(outcomes(checked(30, 'days 182-210/2: bo lands core', 'days 183-211/2: cy > ada docs'))).toEqual([
      'bo own core: 15 of 15 kept',
      'cy own docs: 0 of 15 not-yet',
    ]);
    expect(outcomes(checked(30, 'days 182-196/2: bo lands core', 'days 198-210/2: bo > ada core'))[0]).toBe(
      'bo own core: 8 of 15 partly',
    );
  });

  it('says nothing of fewer than five changes, and leaves out those nobody saw landing', () => {
    const check = checked(30, 'days 182-188/2: bo lands core', 'days 190-200/2: bo > ? core');
    expect(outcomes(check)).toEqual(['bo own core: 4 of 4 too-early', 'cy own docs: nothing too-early']);
    expect(check.moves[0]?.unknown).toBe(6);
  });

  it('counts neither other areas nor what landed before, and who landed it instead', () => {
    const [bo] = checked(30, 'days 182-190/2: bo > cy core', 'days 182-190/2: bo > ada wiki').moves;
    expect(bo).toMatchObject({ before: { share: 0, of: 91 }, since: { share: 1, of: 5 }, byReceiver: 0 });
  });

  it('tells D then and now, and that the two overlap', () => {
    const soon = checked(28, 'days 182-208/2: bo lands core', 'days 183-209/2: cy lands docs');
    const later = checked(182, 'days 182-362/2: bo lands core', 'days 183-363/2: cy lands docs');
    expect([soon.isMixed, later.isMixed]).toEqual([true, false]);
    expect(soon.earlier.share).toBeGreaterThan(0.9);
    expect(later.now?.share).toBe(0);
    expect(later.until - later.from).toBe(182 * DAY);
  });

  it('cannot tell of an area that is gone, and refuses a promise of people it does not know', () => {
    const then = historyOf(BEFORE, { until: NOW });
    const person = personOf(then, 'ada');
    const promise = promiseOf(then, [person], planRoutes(then, person, moment(NOW)));
    if (promise === null) throw new Error('nothing was promised');
    const moved = promise.moves.map((move) => ({ ...move, area: 'gone', repository: 'one' }));
    const check = checkMoves(then, { ...promise, moves: moved }, moment(NOW));
    expect(check.moves.map(({ outcome }) => outcome)).toEqual(['cannot-tell', 'cannot-tell']);
    const strangers = { ...promise, away: [{ id: 'x', name: 'Nobody Known' }] };
    expect(() => checkMoves(then, strangers, moment(NOW))).toThrow('The promise was made for Nobody Known');
  });
});
