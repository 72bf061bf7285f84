import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dependenceAt } from '../src/absence/dependence.ts';
import type { History } from '../src/absence/history.ts';
import { planRoutes } from '../src/absence/moves/plan.ts';
import { applyRoutes } from '../src/absence/moves/scope.ts';
import { readHistory } from '../src/absence/read-history.ts';
import { replay } from '../src/absence/replay.ts';
import { openHistories, whereabouts } from './histories.ts';

const TARGET = 0.2;
/** Days at which nearly everything, or much, of teammates' work passed through one person: beginnings of absences. */
const MOMENTS = [
  ['borg', '2020-04-29'],
  ['borg', '2020-11-18'],
  ['fastify', '2018-07-23'],
  ['fastify', '2019-04-25'],
  ['redis', '2014-12-24'],
  ['redis', '2016-12-22'],
  ['redis', '2018-08-04'],
  ['redis', '2018-12-22'],
  ['redis', '2019-05-16'],
  ['redis', '2019-06-08'],
  ['redis', '2019-08-06'],
  ['redis', '2020-06-26'],
] as const;
const NAMES = [...new Set(MOMENTS.map(([name]) => name)), 'caddy', 'jekyll-2015-02-24'];

const { areThere, words } = whereabouts(NAMES);

describe.skipIf(!areThere)(`moves on histories (${words})`, () => {
  const histories = new Map<string, History>();
  let close: () => void = () => undefined;
  beforeAll(async () => {
    const opened = await openHistories(NAMES);
    close = opened.close;
    for (const [name, { query }] of opened.facts) histories.set(name, await readHistory(query, 2 ** 31));
  }, 240_000);
  afterAll(() => close());

  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

  /** Whoever landed most of others' changes by then. */
  function gateOf(history: History, moment: number): number {
    const landed = history.people.map((_, person) => dependenceAt(history, person, moment).landed);
    return landed.indexOf(Math.max(...landed));
  }

  it.each(MOMENTS)('%s on %s: D falls under the target, less waits, and nobody is the next bottleneck', (name, day) => {
    const history = histories.get(name) as History;
    const moment = at(day);
    const person = gateOf(history, moment);
    const before = dependenceAt(history, person, moment);
    const { plan, routes } = planRoutes(history, person, moment, { target: TARGET });
    expect(before.dependence).toBeGreaterThan(TARGET);
    expect([plan.status, plan.optimum?.leastMoves]).toEqual(['planned', plan.moves.length]);
    const applied = applyRoutes(history, person, moment, routes);
    const after = dependenceAt(applied, person, moment);
    expect(after.dependence).toBeLessThanOrEqual(TARGET + 1e-9);
    for (const { receiver } of routes) {
      const was = dependenceAt(history, receiver, moment).dependence ?? 0;
      expect(dependenceAt(applied, receiver, moment).dependence).toBeLessThanOrEqual(Math.max(TARGET, was) + 1e-9);
    }
    const waits = [history, applied].map((one) => replay(one, person, moment).answer?.left);
    process.stdout.write(
      `${name} ${day}: D ${before.dependence?.toFixed(2)} to ${after.dependence?.toFixed(2)} by ${plan.moves.length} moves; ` +
        `left in the replay ${waits.map((left) => `${left?.nobodyStepsIn}/${left?.likelyOnesDo}`).join(' to ')} of ${before.work.length}\n`,
    );
    const [then, now] = waits;
    if (then === undefined || now === undefined) throw new Error('the replay has no answer');
    expect(now.nobodyStepsIn).toBeLessThan(then.nobodyStepsIn);
    expect(now.likelyOnesDo).toBeLessThanOrEqual(then.likelyOnesDo);
  });

  it('says that nobody is there where nobody is (redis, 2015-04-02)', () => {
    const history = histories.get('redis') as History;
    const { plan } = planRoutes(history, gateOf(history, at('2015-04-02')), at('2015-04-02'));
    expect([plan.status, plan.blocker, plan.moves]).toEqual(['unreachable', 'nobody-active', []]);
  });

  it.each([
    ['caddy', '2020-07-01'],
    ['jekyll-2015-02-24', '2013-12-12'],
  ])('%s on %s needs no move by D, or says why there is none', (name, day) => {
    const history = histories.get(name) as History;
    const { plan } = planRoutes(history, gateOf(history, at(day)), at(day), { target: TARGET });
    expect(['under-target', 'not-visible']).toContain(plan.status);
    expect(plan.moves).toEqual([]);
  });
});
