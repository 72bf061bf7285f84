import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrations, dependences, ownAbsences } from '../../test/absence-arbitraries.ts';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { outcomeBandSchema } from '../domain/outcome-band.ts';
import { type OwnAbsence, outcomeBand } from './bands.ts';
import { shippedCalibration } from './calibration.ts';
import { dependenceAt } from './dependence.ts';
import { planMoves } from './moves/plan.ts';
import type { RealAbsence } from './real-absence.ts';

const absence: RealAbsence = {
  person: 0,
  from: 19_000,
  to: 19_020,
  businessDays: 14,
  kind: 'temporary',
  activeWeeks: 12,
  touchesHolidays: false,
  othersAway: 0,
};

const bandOf = (lines: readonly string[], own: readonly OwnAbsence[] = []) => {
  const history = historyOf(lines);
  return outcomeBand(shippedCalibration, dependenceAt(history, personOf(history, 'ada'), moment(120)), own);
};

/** Eight authors, all of whose work goes through ada. */
const GATED = ['bo', 'cy', 'di', 'ed', 'fa', 'gus', 'hal', 'ivy'].map((who) => `days 0-119/4: ${who} > ada core`);

describe('a lead through whom everything goes', () => {
  const band = bandOf(GATED);
  it('is in the band of the study that holds their D', () => {
    expect(band).toMatchObject({
      verdict: 'band',
      dependence: { share: 1, high: 1, of: 112 },
      band: { from: 0.7, absences: 25, repositories: 15 },
      alsoPossible: [],
      grounds: { changes: 176, landed: 176 },
      ways: { work: 112, authors: 8, noOtherWay: 112, someOtherWay: 0 },
    });
  });
  it('sees the study’s own shares beside a prior that is drawn towards the base and wider', () => {
    if (band.verdict === 'none') throw new Error('there is a band');
    expect(band.band.outcomes['nearly-stopped']).toEqual({
      about: 13,
      seen: { share: 0.52, low: 0.29, high: 0.75, of: 25 },
    });
    expect(band.prior['nearly-stopped'].share).toBeCloseTo(0.3928, 4);
    expect(band.madeBy).toMatchObject({ pseudoAbsences: 10, ownWeight: 0, widened: { from: 0.4 } });
  });
  it('sees what leads like that had while present, as counts: no interval was published', () => {
    expect(band).toMatchObject({ present: { windows: 633, repositories: 30, nearlyStopped: 44 } });
  });
});

describe('a shallow clone', () => {
  const history = historyOf(GATED);
  const [ada, now] = [personOf(history, 'ada'), moment(120)];
  const cutAt = (day: number) => {
    const cut = { ...history, cutOffAt: moment(day) };
    return outcomeBand(shippedCalibration, dependenceAt(cut, ada, now), []);
  };
  it('gives no band where it begins within the 182 days that D rests on: somebody else may have landed before', () => {
    expect(cutAt(-61)).toMatchObject({ verdict: 'none', why: 'cut-off' });
    expect(planMoves({ ...history, cutOffAt: moment(-61) }, ada, now)).toMatchObject({
      status: 'cut-off',
      before: null,
      moves: [],
    });
  });
  it('gives the same as a whole one where it begins before them', () => {
    expect(cutAt(-62)).toEqual(bandOf(GATED));
  });
});

describe('a lead of whom nobody depends', () => {
  const band = bandOf(['days 0-119: bo lands core', 'days 0-119: cy lands core', 'days 0-119/5: ada lands core']);
  it('is in the first band, without the comparison and without wider intervals', () => {
    expect(band).toMatchObject({ band: { from: 0 }, present: null, madeBy: { widened: null } });
  });
});

it('says which other bands D could be in', () => {
  const band = bandOf([
    ...GATED.slice(0, 3),
    ...['mo', 'ned', 'oz', 'pia', 'quin'].map((who) => `days 0-119/4: ${who} lands core`),
  ]);
  if (band.verdict === 'none') throw new Error('there is a band');
  expect(band.band.from).toBe(0.2);
  expect(band.alsoPossible.map(({ from }) => from)).toEqual([0.05, 0.4, 0.7]);
});

describe('without enough evidence there is no band', () => {
  it('below the visibility floor', () => {
    const hidden = bandOf(['days 0-119: bo > ? core', 'days 0-119: cy > ada core']);
    expect(hidden).toMatchObject({ verdict: 'none', why: 'hidden-landing', grounds: { visibility: { share: 0.5 } } });
    expect('prior' in hidden || 'band' in hidden || 'dependence' in hidden).toBe(false);
  });
  it('exactly at the floor there is one', () => {
    expect(
      bandOf([
        'days 0-119/5: bo > ? core',
        'days 1-119/5: bo > ? core',
        'days 2-119/5: cy > ada core',
        'days 3-119/5: cy > ada core',
        'days 4-119/5: cy > ada core',
      ]).verdict,
    ).toBe('band');
  });
  it('with fewer than 25 changes of teammates in 91 days', () => {
    expect(bandOf(['days 95-118: bo > ada core', 'day 119: ada lands core'])).toMatchObject({
      verdict: 'none',
      why: 'few-changes',
      grounds: { changes: 24 },
    });
    expect(bandOf(['days 95-119: bo > ada core']).verdict).toBe('band');
  });
  it('with a usual fortnight of fewer than 4, which is 16 in 56 days', () => {
    const before = 'days 30-60: bo > ada core';
    expect(bandOf([before, 'days 70-84: bo > ada core', 'day 119: ada lands core'])).toMatchObject({
      why: 'little-work',
      work: 15,
    });
    expect(bandOf([before, 'days 70-85: bo > ada core', 'day 119: ada lands core']).verdict).toBe('band');
  });
  it('of an empty history', () => {
    expect(bandOf(['day 119: ada lands core'])).toMatchObject({ why: 'few-changes', grounds: { visibility: null } });
  });
});

describe('own past absences', () => {
  it('count when they are temporary, outside the holidays, with at most one other away, the study would have looked, and D was not far from D now', () => {
    const own: OwnAbsence[] = [
      { absence, outcome: 'normal' },
      { absence: { ...absence, othersAway: 1 }, outcome: 'nearly-stopped' },
      { absence: { ...absence, touchesHolidays: true }, outcome: 'nearly-stopped' },
      { absence: { ...absence, othersAway: 2 }, outcome: 'nearly-stopped' },
      { absence: { ...absence, kind: 'fading', touchesHolidays: true }, outcome: 'nearly-stopped' },
      { absence, outcome: null },
      { absence, outcome: 'normal', dependence: 0.3 },
      { absence, outcome: 'normal', dependence: 0.5 },
    ];
    expect(bandOf(GATED, own).own).toMatchObject({
      absences: 3,
      outcomes: { 'nearly-stopped': 1, slowed: 0, normal: 2 },
      leftOut: { notTemporary: 1, holidays: 1, othersAway: 1, notStudied: 1, otherDependence: 1 },
    });
  });
  it('move the prior and nothing else', () => {
    const [without, with5] = [bandOf(GATED), bandOf(GATED, Array(5).fill({ absence, outcome: 'normal' }))];
    if (without.verdict === 'none' || with5.verdict === 'none') throw new Error('there is a band');
    expect(with5.band).toEqual(without.band);
    expect(with5.prior['nearly-stopped'].share).toBeCloseTo(without.prior['nearly-stopped'].share / 2, 6);
    expect(with5.prior.normal.of).toBe(30);
  });
});

it('has its documented shape, and no band below the floor, for whatever is measured', () => {
  fc.assert(
    fc.property(calibrations, dependences, ownAbsences, (calibration, dependence, own) => {
      const band = outcomeBand(calibration, dependence, own);
      expect(outcomeBandSchema.parse(band)).toEqual(band);
      const isSeen = dependence.changes >= 25 && dependence.visible >= 0.6 * dependence.changes;
      expect(band.verdict).toBe(isSeen && dependence.work.length >= 16 ? 'band' : 'none');
      const { leftOut } = band.own;
      expect(band.own.absences + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(own.length);
    }),
  );
});
