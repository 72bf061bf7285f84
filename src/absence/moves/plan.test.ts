import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../../test/absence-history.ts';
import { type MovePlan, movePlanSchema } from '../../domain/moves.ts';
import { dependenceAt } from '../dependence.ts';
import type { History } from '../history.ts';
import { type MoveOptions, planMoves, planRoutes } from './plan.ts';
import { applyRoutes } from './scope.ts';

const NOW = 182;
const told = (...lines: string[]): History => historyOf(lines, { until: NOW });
const plan = (history: History, options: MoveOptions = {}): MovePlan =>
  movePlanSchema.parse(planMoves(history, personOf(history, 'ada'), moment(NOW), options));

/** A move in a few words: `landing-rights bo own core 56`. */
const words = ({ moves }: MovePlan): string[] =>
  moves.map(({ kind, receiver, scope, covers }) =>
    [kind, ...receiver.people, scope.authors, ...scope.author.people, scope.area ?? 'anywhere', covers.recent].join(
      ' ',
    ),
  );

describe('moves that take work off one person', () => {
  it('let an author land their own changes, where that is enough', () => {
    const history = told('days 0-181/2: bo > ada core', 'days 1-181/20: cy lands core');
    const found = plan(history);
    expect(words(found)).toEqual(['landing-rights bo own core 28']);
    expect(found.before?.share).toBeGreaterThan(0.7);
    expect(found.after?.share).toBeLessThanOrEqual(0.2);
    expect(found.moves[0]).toMatchObject({ load: { median: 3.5, busiest: 4 }, before: { without: 0, of: 91 } });
  });

  it('shift a part of landing to who lands there already: all of it would only move the gate', () => {
    const guests = Array.from(
      { length: 56 },
      (_, i) => `day ${126 + i}: guest${i} > ada ${i % 2 === 0 ? 'core' : 'docs'}`,
    );
    const history = told(...guests, 'days 0-181/1: cy lands core', 'days 0-181/1: dee lands docs');
    const found = plan(history, { target: 0.1, load: 10 });
    expect(words(found)).toEqual(['review-shift cy occasional core 28']);
    expect(found.moves[0]?.learns).toEqual({ changes: 0, landing: false, areas: [] });
    expect(found.next?.dependence).toBeLessThanOrEqual(0.1);
  });

  it('tell what each removes: alone, last, and with those above it', () => {
    const history = told('days 0-181/2: bo > ada core', 'days 1-181/2: cy > ada docs');
    const { moves, before, after } = plan(history, { target: 0.05 });
    expect(moves).toHaveLength(2);
    expect(moves.at(-1)?.after).toBeCloseTo(after?.share ?? Number.NaN, 10);
    const [first, second] = moves;
    expect((before?.share ?? 0) - (first?.after ?? 0)).toBeCloseTo(first?.removes.alone ?? Number.NaN, 10);
    expect((first?.after ?? 0) - (second?.after ?? 0)).toBeCloseTo(second?.removes.last ?? Number.NaN, 10);
  });

  it('keep what they promise on the changed history', () => {
    const history = told(
      'days 0-181/2: bo > ada core',
      'days 1-181/3: cy > ada docs',
      'days 1-181/5: dee > ada core,docs',
    );
    const person = personOf(history, 'ada');
    const { plan: found, routes } = planRoutes(history, person, moment(NOW));
    const after = dependenceAt(applyRoutes(history, person, moment(NOW), routes), person, moment(NOW));
    expect(after.dependence).toBeCloseTo(found.after?.share ?? Number.NaN, 10);
    expect(after.dependence).toBeLessThanOrEqual(0.2);
  });
});

describe('no moves', () => {
  it('are needed where the target is met', () => {
    const found = plan(told('days 0-181/2: bo lands core', 'days 1-181/40: bo > ada core'));
    expect([found.status, found.moves]).toEqual(['under-target', []]);
  });

  it('are made from landing that nobody sees', () => {
    const found = plan(
      told('days 0-181/2: bo > ? core', 'days 1-181/4: bo > ada core', 'days 3-181/4: ada lands wiki'),
    );
    expect([found.status, found.before, found.after, found.moves]).toEqual(['not-visible', null, null, []]);
    expect(found.findings.map(({ kind, about }) => [kind, about])).toEqual([['document', 'wiki']]);
  });

  it('are made from a handful of changes', () => {
    expect(plan(told('days 150-181/5: bo > ada core')).status).toBe('too-few');
  });

  it('help where nobody else is there, and that is said', () => {
    const found = plan(told('days 0-150/2: bo > ada core', 'days 130-150/1: cy > ada core'));
    expect([found.status, found.blocker, found.moves]).toEqual(['unreachable', 'nobody-active', []]);
  });

  it('are given to somebody who was away for four weeks', () => {
    const found = plan(told('days 0-150/2: bo > ada core', 'days 1-181/2: cy > ada docs'));
    expect(found.moves.flatMap(({ receiver }) => receiver.people)).not.toContain('bo');
  });
});

describe('limits', () => {
  const guests = Array.from(
    { length: 56 },
    (_, i) => `day ${126 + i}: guest${i} > ada ${i % 2 === 0 ? 'core' : 'docs'}`,
  );
  const history = told(...guests, 'days 0-181/1: cy lands core', 'days 0-181/1: dee lands docs');

  it('of load are named when they are in the way, and lifted when asked', () => {
    // 28 changes in 8 weeks are three and a half a week, and who lands one every day has nothing to spare.
    const [loaded, free] = [3.4, 3.5].map((load) => plan(history, { load, target: 0.1 }));
    expect([loaded?.status, loaded?.blocker, loaded?.moves]).toEqual(['unreachable', 'load', []]);
    expect([free?.status, free?.blocker, free?.optimum?.load]).toEqual(['planned', null, 3.5]);
  });

  it('keep everybody from becoming the next bottleneck, and say so', () => {
    const found = plan(history, { load: 100, target: 0.01 });
    expect([found.status, found.blocker]).toEqual(['unreachable', 'next-bottleneck']);
    expect(found.next?.dependence ?? 0).toBeLessThanOrEqual(0.01);
  });
});

describe('what has nobody else', () => {
  it('is an area no other active person had a part in, releases of one person, a decision without an owner', () => {
    const history = told(
      'days 0-181/2: bo lands core',
      'days 100-181/20: ada lands wiki',
      'day 40: ada releases v1',
      'day 90: ada releases v2',
    );
    const decisions = [
      { repository: 'one', title: 'Use a queue', deciders: [] },
      { repository: 'one', title: 'Drop Perl', deciders: ['Ada'] },
      { repository: 'one', title: 'Owned', deciders: ['bo'] },
    ];
    expect(plan(history, { decisions }).findings).toEqual([
      { kind: 'document', repository: 'one', about: 'wiki', count: 5, candidates: { people: ['bo'] } },
      { kind: 'delegate-releases', repository: 'one', about: 'v2', count: 2, candidates: { people: ['bo'] } },
      { kind: 'own-decision', repository: 'one', about: 'Use a queue', count: null, candidates: { people: [] } },
      { kind: 'own-decision', repository: 'one', about: 'Drop Perl', count: null, candidates: { people: [] } },
    ]);
  });
});
