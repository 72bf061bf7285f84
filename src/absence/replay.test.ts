import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { type ReplayAssumptions, replaySchema } from '../domain/replay.ts';
import { DAY } from '../domain/window.ts';
import { replay } from './replay.ts';
import { replayChanges } from './replay-changes.ts';

/** 182 days of past, of which the last 56 (from day 144) are played again. */
const NOW = 200;
const again = (lines: readonly string[], options?: Partial<ReplayAssumptions>) => {
  const history = historyOf(lines, { until: NOW });
  return replay(history, personOf(history, 'ada'), moment(NOW), options);
};
/** Bo lands three changes of dan's in core in every other two weeks of the past, then none: 3 at most, about 1.4 usually. */
const BO_LANDS_CORE = [
  'days 20-22: dan > bo core',
  'days 48-50: dan > bo core',
  'days 76-78: dan > bo core',
  'days 104-106: dan > bo core',
  'days 132-134: dan > bo core',
  'day 199: bo active',
];

describe('the replay', () => {
  it('leaves what passed through the person for somebody who lands nothing of their own', () => {
    const found = again([
      'days 150-190/10: cy > ada core',
      'days 151-171/10: dan > bo core',
      'day 160: ada lands core',
    ]);
    expect(found).toMatchObject({ person: 'ada', changes: 8, visible: 8, passed: 5, landOwn: 0 });
    expect(found.from).toBe(moment(NOW - 56));
    expect(found.answer?.left).toEqual({ nobodyStepsIn: 5, likelyOnesDo: 5 });
    expect(found.evidence.map(({ id }) => id)).toEqual(['c5', 'c4', 'c3', 'c2', 'c1']);
  });

  it('lets go on who was seen landing their own in the last 182 days, and not who did so earlier', () => {
    const passed = ['days 150-151: cy > ada core', 'days 152-154: dan > ada core'];
    const found = again(['day 17: dan lands core', 'day 18: cy lands core', ...passed]);
    expect(found).toMatchObject({ passed: 5, landOwn: 2 });
    expect(found.answer?.left.nobodyStepsIn).toBe(3);
  });

  it('lets somebody who lands in the area step in as far as capacity goes, afresh every two weeks', () => {
    const found = again([...BO_LANDS_CORE, 'days 145-148: cy > ada core', 'days 160-163: eve > ada core']);
    expect(found.answer).toMatchObject({
      left: { nobodyStepsIn: 8, likelyOnesDo: 6 },
      takenOver: 2,
      takenOverPerWeek: 0.25,
      steppingIn: { people: ['bo'] },
      streams: {
        all: 2,
        someLeft: { nobodyStepsIn: 2, likelyOnesDo: 2 },
        allLeft: { nobodyStepsIn: 2, likelyOnesDo: 0 },
      },
    });
    expect(
      found.answer?.fortnights.map(({ passed, left, takenOver }) => [passed, left.likelyOnesDo, takenOver]),
    ).toEqual([
      [4, 3, 1],
      [4, 3, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('takes the changes of two weeks in the order in which they landed', () => {
    const history = historyOf([...BO_LANDS_CORE, 'days 145-148: cy > ada core'], { until: NOW });
    const fates = replayChanges(history, personOf(history, 'ada'), moment(NOW)).map(({ fate }) => fate);
    expect(fates).toEqual(['taken', 'left', 'left', 'left']);
  });

  it('offers more with a larger factor, and everything without a limit', () => {
    const lines = [...BO_LANDS_CORE, 'days 145-148: cy > ada core'];
    const left = (capacityFactor: number | null) => again(lines, { capacityFactor }).answer?.left.likelyOnesDo;
    expect([0, 1, 2, null].map(left)).toEqual([4, 3, 1, 0]);
  });

  it('offers less where a lower percentile of the landings is a full load', () => {
    const lines = [...BO_LANDS_CORE, 'days 145-148: cy > ada core'];
    const left = (percentile: number) => again(lines, { percentile }).answer?.left.likelyOnesDo ?? -1;
    expect([0.5, 0.9, 1].map(left)).toEqual([4, 3, 3]);
  });

  it('sends nobody into an area where they were not seen landing', () => {
    const found = again([...BO_LANDS_CORE, 'day 145: cy > ada docs', 'day 160: cy > ada docs,core']);
    expect(found.answer?.areas.map(({ area, left, steppingIn }) => [area, left, steppingIn.people])).toEqual([
      ['docs', { nobodyStepsIn: 2, likelyOnesDo: 1 }, ['bo']],
      ['core', { nobodyStepsIn: 1, likelyOnesDo: 0 }, ['bo']],
    ]);
  });

  it('takes a change of no area to whoever lands anywhere', () => {
    const found = again([...BO_LANDS_CORE, 'day 145: cy > ada']);
    expect(found.answer?.areas).toMatchObject([{ repository: 'one', area: null, left: { likelyOnesDo: 0 } }]);
  });

  it('asks nobody who was not seen for 28 days', () => {
    const lines = [...BO_LANDS_CORE.slice(0, -1), 'day 145: cy > ada core'];
    expect(again(lines).answer?.left.likelyOnesDo).toBe(1);
    expect(again(lines, { activeDays: 100 }).answer?.left.likelyOnesDo).toBe(0);
  });

  it('asks of equals the one of the smaller id, whatever the order of people', () => {
    const lines = [
      ...BO_LANDS_CORE,
      ...BO_LANDS_CORE.map((text) => text.replace('bo', 'eve')),
      'day 145: cy > ada core',
    ];
    for (const order of [
      ['ada', 'bo', 'eve'],
      ['eve', 'bo', 'ada'],
    ]) {
      const history = historyOf(lines, { until: NOW, people: order });
      const found = replay(history, personOf(history, 'ada'), moment(NOW));
      expect(found.answer?.steppingIn.people).toEqual(['bo']);
    }
  });

  it('does not take landing one’s own for landing for others, unless told to', () => {
    const lines = [
      'days 50-53: bo lands core',
      'days 80-83: bo lands core',
      'day 199: bo active',
      'day 145: cy > ada core',
    ];
    expect(again(lines).answer?.left.likelyOnesDo).toBe(1);
    expect(again(lines, { landing: 'anything' }).answer?.left.likelyOnesDo).toBe(0);
  });

  it('gives no answer where who landed is hidden too often, and says how often it is known', () => {
    expect(again(['days 150-154: cy > ada core', 'days 160-164: cy > ? core'])).toMatchObject({
      changes: 10,
      visible: 5,
      hidden: { from: moment(NOW - 56), changes: 10, visible: 5 },
      answer: null,
    });
    expect(again(['days 150-155: cy > ada core', 'days 160-163: cy > ? core']).answer).not.toBeNull();
    expect(again(['day 10: cy > ada core', 'day 12: ada active'])).toMatchObject({
      changes: 0,
      hidden: null,
      answer: null,
    });
  });

  it('gives none either where the gate of 91 days is not seen', () => {
    const found = again(['days 150-154: cy > ada core', 'days 120-129: cy > ? core']);
    expect(found).toMatchObject({
      visible: 5,
      hidden: { from: moment(NOW - 91), changes: 15, visible: 5 },
      answer: null,
    });
  });

  it('looks at nothing that came later', () => {
    const lines = [...BO_LANDS_CORE, 'days 145-148: cy > ada core'];
    const later = historyOf([...lines, 'days 201-230: cy > bo core', 'days 201-230: cy lands core'], { until: 260 });
    expect(replay(later, personOf(later, 'ada'), moment(NOW))).toEqual(again(lines));
  });

  it('gives a short stretch at the end a share of the capacity', () => {
    const found = again([...BO_LANDS_CORE, 'day 199: cy > ada core'], { weeks: 5 });
    expect(found.answer?.fortnights.map(({ from, until }) => (until - from) / DAY)).toEqual([14, 14, 7]);
    expect(found.answer?.left.likelyOnesDo).toBe(1);
  });
});

const NAMES = ['ada', 'bo', 'cy', 'dan', 'eve'];
const line = fc
  .tuple(
    fc.integer({ min: 0, max: NOW - 1 }),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...NAMES, 'ada', 'ada', '?'),
    fc.constantFrom('', 'core', 'docs', 'core,docs'),
  )
  .map(([day, author, lander, areas]) => `day ${day}: ${author} > ${lander} ${areas}`.trim());
const pasts = fc.array(line, { maxLength: 120 }).map((lines) => ['day 0: ada active', ...lines]);
const factors = fc.option(fc.double({ min: 0, max: 5, noNaN: true }), { nil: null });

describe('whatever the past', () => {
  it('less is left when somebody steps in, never more than passed through the person, and the parts make the whole', () => {
    fc.assert(
      fc.property(pasts, factors, (lines, capacityFactor) => {
        const found = replaySchema.parse(again(lines, { capacityFactor }));
        if (found.answer === null) return;
        const { left, takenOver, fortnights, areas, streams } = found.answer;
        expect(left.likelyOnesDo).toBeLessThanOrEqual(left.nobodyStepsIn);
        expect(left.nobodyStepsIn).toBe(found.passed - found.landOwn);
        expect(left.likelyOnesDo + takenOver).toBe(left.nobodyStepsIn);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(fortnights.map((two) => two.left.likelyOnesDo))).toBe(left.likelyOnesDo);
        expect(sum(fortnights.map(({ changes }) => changes))).toBe(found.changes);
        for (const area of areas) expect(area.left.nobodyStepsIn).toBeLessThanOrEqual(area.passed);
        expect(streams.allLeft.nobodyStepsIn).toBeLessThanOrEqual(streams.someLeft.nobodyStepsIn);
        expect(found.evidenceTotal).toBe(found.passed);
      }),
    );
  });

  it('without a limit only work is left where nobody else who is active lands others’ work', () => {
    fc.assert(
      fc.property(pasts, (lines) => {
        const history = historyOf(lines, { until: NOW });
        const ada = personOf(history, 'ada');
        const isActive = (person: number) =>
          history.activity[person]?.some(({ day }) => day >= moment(NOW - 28) / DAY) ?? false;
        for (const { change, fate } of replayChanges(history, ada, moment(NOW), { capacityFactor: null })) {
          const couldLand = history.changes.some(
            ({ lander, authors, areas, landedAt }) =>
              lander !== null &&
              lander !== ada &&
              !authors.includes(lander) &&
              isActive(lander) &&
              landedAt >= moment(NOW - 182) &&
              (change.areas.length === 0 || areas.some((area) => change.areas.includes(area))),
          );
          if (fate === 'left' || fate === 'taken') expect(fate).toBe(couldLand ? 'taken' : 'left');
        }
      }),
    );
  });

  it('more capacity leaves no more in any two weeks of a single lander', () => {
    fc.assert(
      fc.property(pasts, fc.double({ min: 0, max: 3, noNaN: true }), (lines, factor) => {
        const one = lines.map((text) => text.replace(/> (cy|dan|eve)/, '> bo'));
        const [less, more] = [again(one, { capacityFactor: factor }), again(one, { capacityFactor: factor + 1 })];
        expect(more.answer?.left.likelyOnesDo ?? 0).toBeLessThanOrEqual(less.answer?.left.likelyOnesDo ?? 0);
      }),
    );
  });

  it('the order of people changes nothing', () => {
    fc.assert(
      fc.property(
        pasts,
        fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
        factors,
        (lines, order, capacityFactor) => {
          const history = historyOf(lines, { until: NOW, people: order });
          const shuffled = replay(history, personOf(history, 'ada'), moment(NOW), { capacityFactor });
          expect(shuffled).toEqual(again(lines, { capacityFactor }));
        },
      ),
    );
  });
});
