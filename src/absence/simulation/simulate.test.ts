import { describe, expect, it } from 'vitest';
import { dayOf, isBusinessDay, touchesHolidays } from '../calendar.ts';
import { dependenceAt } from '../dependence.ts';
import { beganAt, findAbsences } from '../find-absences.ts';
import { flowFrom } from '../flow.ts';
import { DEMO_SEED, DEMO_TEAM } from './demo-team.ts';
import { drawTeam } from './draw-team.ts';
import { isBot, type Landing } from './mainline.ts';
import { personAt } from './names.ts';
import { keptShares, plantedDependence } from './planted.ts';
import { PLAIN, type Scenario } from './scenario.ts';
import { type Simulated, simulate } from './simulate.ts';
import { toHistory } from './to-history.ts';

/** The gatekeeper is away for three weeks in the second spring; five of seven teammates have no other way. */
const AWAY = { person: 0, from: PLAIN.from + 476, to: PLAIN.from + 497 };
const GATED: Scenario = { ...PLAIN, gate: { authors: [1, 2, 3, 4, 5], areas: [], habit: 0 }, absences: [AWAY] };
const landings = ({ mainline }: Simulated): readonly Landing[] => mainline.filter((one): one is Landing => !isBot(one));
const during = (all: readonly Landing[]) =>
  all.filter(({ landedAt }) => dayOf(landedAt) >= AWAY.from && dayOf(landedAt) < AWAY.to);
const gated = (all: readonly Landing[]) => all.filter(({ item }) => GATED.gate.authors.includes(item.author));

describe('a simulated team', () => {
  it('has names that are a tree and a landscape, a different one for each', () => {
    expect(personAt(0)).toEqual({ name: 'Alder Brook', email: 'alder.brook@example.com', login: 'alder-brook' });
    const names = Array.from({ length: 500 }, (_, place) => personAt(place).name);
    expect(new Set(names).size).toBe(500);
  });

  it('does nothing in the holidays once the product was started, and nobody is seen while away', () => {
    const { activity } = toHistory(simulate({ ...GATED, effect: { kind: 'queueing' } }, 1));
    const days = activity.flatMap((own) => own.map(({ day }) => day)).filter((day) => day > PLAIN.from);
    expect(days.some((day) => touchesHolidays(day, day + 1))).toBe(false);
    expect(activity[0]?.some(({ day }) => day >= AWAY.from && day < AWAY.to)).toBe(false);
  });

  it('works more on some weekdays than on others, in wilder counts than chance alone', () => {
    const { changes } = toHistory(simulate({ ...PLAIN, holidays: false }, 3));
    const weeks = new Map<number, number>();
    for (const { landedAt } of changes) {
      const week = Math.floor((dayOf(landedAt) - PLAIN.from) / 7);
      weeks.set(week, (weeks.get(week) ?? 0) + 1);
    }
    const counts = [...weeks.values()];
    const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
    const variance = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / counts.length;
    expect(variance).toBeGreaterThan(1.3 * mean);
    expect(changes.filter(({ landedAt }) => !isBusinessDay(dayOf(landedAt)))).toEqual([]);
  });
});

describe('gated work while the gatekeeper is away', () => {
  it('lands through others as ever where the effect is none', () => {
    const all = landings(simulate({ ...GATED, effect: { kind: 'none' } }, 1));
    expect(gated(during(all)).length).toBeGreaterThan(20);
    expect(during(all).some(({ lander }) => lander === 0)).toBe(false);
  });
  it('waits for the return where it queues, and then lands through the gatekeeper', () => {
    const all = landings(simulate({ ...GATED, effect: { kind: 'queueing' } }, 1));
    expect(gated(during(all))).toEqual([]);
    const waited = gated(all).filter(
      ({ item, landedAt }) => dayOf(item.commits.at(-1) ?? 0) < AWAY.to - 4 && dayOf(landedAt) >= AWAY.to,
    );
    expect(waited.length).toBeGreaterThan(20);
    expect(new Set(waited.map(({ lander }) => lander))).toEqual(new Set([0]));
  });
  it('lands through the deputy where one steps in: normal flow under high D', () => {
    const simulated = simulate({ ...GATED, deputy: 1, effect: { kind: 'queueing' } }, 1);
    const history = toHistory(simulated);
    expect(dependenceAt(history, 0, beganAt(AWAY)).dependence).toBeGreaterThan(0.6);
    expect(flowFrom(history, 0, beganAt(AWAY)).outcome).toBe('normal');
    expect(new Set(gated(during(landings(simulated))).map(({ lander }) => lander))).toEqual(new Set([1]));
    expect(simulated.truth.absences).toEqual([{ ...AWAY, hasDeputy: true }]);
  });
  it('is lost first where work is thinned, and free work only where that is not enough', () => {
    const flow = { mean: 30, shape: 10 };
    const all = { gate: 1, dependence: 1, gatedShare: 1 };
    expect(keptShares(0, all, flow)).toEqual({ gated: 1, free: 1 });
    const some = keptShares(-0.5, all, flow);
    expect(some).toEqual({ gated: expect.closeTo(Math.exp(-0.5), 1), free: 1 });
    const half = keptShares(-1.8, { gate: 0.5, dependence: 0.5, gatedShare: 0.5 }, flow);
    expect(half.gated).toBe(0);
    expect(half.free).toBeLessThan(1);
  });
});

describe('planted dependence', () => {
  it('is the share of busyness whose authors have no other way, and less where they have some', () => {
    // Teammates are 1, 2, 3 with 4, 2, 2 changes a week; 1 is gated whole, 2 by half: (4 × 1 + 2 × 0.4) / 8.
    const gatedShare = [0, 1, 0.5, 0];
    expect(plantedDependence([9, 4, 2, 2], (author) => gatedShare[author] ?? 0, 0)).toEqual({
      gate: 5 / 8,
      dependence: expect.closeTo(4.8 / 8),
      gatedShare: 5 / 8,
    });
  });
});

describe('the team of the demonstration', () => {
  const { mainline, truth, ...rest } = simulate(DEMO_TEAM, DEMO_SEED);
  const history = toHistory({ mainline, truth, ...rest });
  it('slows down without its lead, but for the time a deputy stepped in', () => {
    const own = truth.absences.filter(({ person }) => person === 0);
    expect(own.map(({ hasDeputy }) => hasDeputy)).toEqual([false, true, false]);
    expect(own.map((absence) => flowFrom(history, 0, beganAt(absence)).outcome)).toEqual([
      'slowed',
      'normal',
      'slowed',
    ]);
  });
  it('shows a dependence near the planted, and most landers', () => {
    const { dependence, visibility } = dependenceAt(history, 0, history.until);
    expect(dependence).toBeCloseTo(truth.dependence, 1);
    expect(visibility).toBeGreaterThan(0.85);
  });
});

describe('planted absences', () => {
  const teams = Array.from({ length: 20 }, (_, i) => drawTeam({ effect: { kind: 'none' }, isGated: true }, i));
  const planned = teams.map((scenario, seed) => {
    const history = toHistory(simulate(scenario, seed));
    return { scenario, found: findAbsences(history) };
  });

  it('are found with both dates within two days, nearly all', () => {
    const all = planned.flatMap(({ scenario, found }) =>
      scenario.absences.map((absence) =>
        found.some(
          (one) =>
            one.person === absence.person &&
            Math.abs(one.from - absence.from) <= 2 &&
            Math.abs((one.to ?? 0) - (absence.to ?? 0)) <= 2,
        ),
      ),
    );
    const hit = all.filter(Boolean).length;
    process.stdout.write(`simulated: absences found within two days: ${hit} of ${all.length}\n`);
    expect(hit).toBeGreaterThanOrEqual(0.85 * all.length);
  });

  it('are the only ones beside the holidays, and the holidays are marked', () => {
    const others = planned.flatMap(({ scenario, found }) =>
      found.filter(
        (one) =>
          !scenario.absences.some(
            ({ person, from, to }) =>
              person === one.person && from < (one.to ?? Infinity) && one.from < (to ?? Infinity),
          ),
      ),
    );
    expect(others.length).toBeGreaterThan(100);
    expect(others.every((one) => touchesHolidays(one.from, one.to ?? one.from + 14))).toBe(true);
    expect(others.filter(({ touchesHolidays: isMarked }) => isMarked).length).toBe(others.length);
  });

  it('from which nobody returns are called departed', () => {
    const leaves = { person: 3, from: PLAIN.from + 455, to: null };
    const found = findAbsences(toHistory(simulate({ ...PLAIN, absences: [leaves] }, 2)));
    expect(found.filter(({ kind }) => kind === 'departed').map(({ person }) => person)).toEqual([3]);
  });
});
