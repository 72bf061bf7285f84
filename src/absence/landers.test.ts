import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { landersBefore } from './landers.ts';
import { REPLAY_ASSUMPTIONS } from './replay-changes.ts';

const NOW = 182;
const history = historyOf(
  [
    'days 0-12: cy > bo core',
    'days 14-26/2: cy > bo core',
    'day 40: bo lands docs',
    'day 41: cy > ada core',
    'day 42: ada lands core',
    'day 43: dan > cy',
  ],
  { until: NOW },
);
const [ada, bo, cy] = ['ada', 'bo', 'cy'].map((name) => personOf(history, name)) as [number, number, number];
const known = (some = {}) => landersBefore(history, ada, moment(NOW), { ...REPLAY_ASSUMPTIONS, ...some });

describe('who lands what', () => {
  it('leaves the person out, and tells landing for others from landing one’s own', () => {
    const { byPlace, ofTheirOwn, spare } = known();
    expect(Object.fromEntries([...byPlace].map(([place, who]) => [place, [...who]]))).toEqual({
      0: [bo],
      one: [bo, cy],
    });
    expect([...ofTheirOwn]).toEqual([bo]);
    expect([...spare.keys()].sort()).toEqual([bo, cy]);
    expect([...(known({ landing: 'anything' }).byPlace.get(1) ?? [])]).toEqual([bo]);
  });

  it('reckons spare capacity as the 90th percentile minus the mean of thirteen times two weeks', () => {
    // Eleven times 0, then 7, then 13: the percentile is place 10.8 from 0, between the last 0 and 7.
    expect(known().spare.get(bo)).toBeCloseTo(0.8 * 7 - 20 / 13);
    expect(known({ capacityFactor: 3 }).spare.get(bo)).toBeCloseTo(3 * (0.8 * 7 - 20 / 13));
    expect(known({ capacityFactor: null }).spare.get(bo)).toBe(Number.POSITIVE_INFINITY);
  });

  it('offers nothing of somebody who lands the same number every time', () => {
    const steady = historyOf(['days 0-181/14: cy > bo core'], { until: NOW, people: ['ada'] });
    expect(landersBefore(steady, 0, moment(NOW), REPLAY_ASSUMPTIONS).spare.get(1)).toBe(0);
  });
});
