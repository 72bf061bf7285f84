import { describe, expect, it } from 'vitest';
import { FortnightError } from '../domain/errors.ts';
import { OUTCOMES } from '../domain/outcome.ts';
import { parseCalibration, shippedCalibration } from './calibration.ts';

/** A copy with one thing changed: everything it says is allowed unless the change is the fault. */
function changed(change: (copy: ReturnType<typeof structuredClone<typeof shippedCalibration>>) => void): unknown {
  const copy = structuredClone(shippedCalibration);
  change(copy);
  return copy;
}

const faultOf = (value: unknown): string => {
  try {
    parseCalibration(value, 'mine.json');
    return 'none';
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    expect([error.code, error.exitCode]).toEqual(['invalid-calibration', 2]);
    return error.message;
  }
};

describe('the calibration Fortnight comes with', () => {
  it('is the published table, band by band: nearly stopped, slowed, normal', () => {
    const rows = shippedCalibration.bands.map(({ from, to, absences, repositories, outcomes }) => [
      `${from}-${to}`,
      `${absences} / ${repositories}`,
      ...OUTCOMES.map((outcome) => {
        const { share, low, high } = outcomes[outcome];
        return `${share} [${low}, ${high}]`;
      }),
    ]);
    expect(rows).toEqual([
      ['0-0.05', '2489 / 53', '0.056 [0.04, 0.08]', '0.265 [0.25, 0.29]', '0.679 [0.65, 0.71]'],
      ['0.05-0.2', '209 / 38', '0.19 [0.12, 0.26]', '0.29 [0.24, 0.37]', '0.52 [0.44, 0.6]'],
      ['0.2-0.4', '51 / 27', '0.2 [0.06, 0.37]', '0.43 [0.25, 0.57]', '0.37 [0.27, 0.49]'],
      ['0.4-0.7', '24 / 19', '0.29 [0.12, 0.48]', '0.5 [0.3, 0.7]', '0.21 [0.05, 0.44]'],
      ['0.7-1', '25 / 15', '0.52 [0.29, 0.75]', '0.24 [0.12, 0.43]', '0.24 [0.07, 0.41]'],
    ]);
  });

  it('says what it was made from, and leaves unknown what was not published', () => {
    const { source, present, base, slope } = shippedCalibration;
    expect(source).toMatchObject({
      repositories: 58,
      learning: 39,
      unseen: 19,
      absences: 7318,
      people: 1219,
      made: null,
    });
    expect(present).toMatchObject({ windows: 633, repositories: 30 });
    expect(present?.outcomes['nearly-stopped']).toEqual({ share: 0.07, low: null, high: null });
    expect(base).toMatchObject({ absences: 2798, repositories: null });
    expect(slope.unseen).toEqual({ slope: -1.44, low: -2.14, high: -0.9 });
  });
});

describe('a calibration file', () => {
  it('survives a round trip through JSON', () => {
    expect(parseCalibration(JSON.parse(JSON.stringify(shippedCalibration)), 'mine.json')).toEqual(shippedCalibration);
  });

  it('may come from any study: other counts, fewer bands, no intervals, no gatekeepers', () => {
    const seen = (share: number) => ({ share, low: null, high: null });
    const outcomes = { 'nearly-stopped': seen(0.1), slowed: seen(0.3), normal: seen(0.6) };
    const small = changed((c) => {
      c.source = { ...c.source, repositories: 3, absences: 12, people: 5, learning: null, unseen: null };
      c.bands = [{ from: 0, to: 1, absences: 10, repositories: 3, outcomes }];
      c.base = { absences: 10, repositories: 3, outcomes };
      c.present = null;
      c.slope = { learning: null, unseen: null, present: null };
      c.foretelling = null;
      c.byEye = null;
      c.widening = null;
    });
    expect(faultOf(small)).toBe('none');
  });

  it.each<[string, unknown, RegExp]>([
    ['no file of ours', { bands: [] }, /^mine\.json is not a calibration, at format: /],
    ['nothing', null, /^mine\.json is not a calibration: /],
    ['a later version', changed((c) => Object.assign(c, { version: 2 })), /at version/],
    ['a key nobody knows', changed((c) => Object.assign(c.source, { note: 'x' })), /at source: .*"note"/],
    [
      'another definition',
      changed((c) => Object.assign(c.definitions, { businessDays: 5 })),
      /definitions\.businessDays/,
    ],
    [
      'a share over 1',
      changed((c) => Object.assign(c.bands[0]?.outcomes.slowed ?? {}, { share: 1.2 })),
      /at bands\.0\.outcomes\.slowed\.share/,
    ],
    [
      'a share outside its interval',
      changed((c) => Object.assign(c.bands[1]?.outcomes.slowed ?? {}, { low: 0.3 })),
      /inside its interval/,
    ],
    [
      'half an interval',
      changed((c) => Object.assign(c.bands[1]?.outcomes.slowed ?? {}, { low: null })),
      /inside its interval/,
    ],
    [
      'outcomes that do not add up',
      changed((c) => Object.assign(c.bands[4]?.outcomes.slowed ?? {}, { share: 0.3 })),
      /add up to 1/,
    ],
    ['a gap between bands', changed((c) => Object.assign(c.bands[1] ?? {}, { from: 0.06 })), /follow each other/],
    ['a band without absences', changed((c) => Object.assign(c.bands[1] ?? {}, { absences: 0 })), /bands\.1\.absences/],
    [
      'more repositories than studied',
      changed((c) => Object.assign(c.source, { repositories: 40 })),
      /more repositories/,
    ],
    [
      'a base that is no mean',
      changed((c) =>
        Object.assign(c.base.outcomes, {
          slowed: { share: 0.3, low: null, high: null },
          normal: { share: 0.63, low: null, high: null },
        }),
      ),
      /mean of the bands/,
    ],
    ['a base of other absences', changed((c) => Object.assign(c.base, { absences: 2797 })), /absences of all bands/],
    [
      'own history that weighs more than n / (n + 5)',
      changed((c) => Object.assign(c.own, { evenAt: 4 })),
      /own\.evenAt/,
    ],
    [
      'intervals that held more than promised',
      changed((c) => Object.assign(c.widening ?? {}, { covered: 0.9 })),
      /no more than they promised/,
    ],
    ['a number no sum can hold', changed((c) => Object.assign(c.source, { absences: 1e300 })), /source\.absences/],
    ['a novel', changed((c) => Object.assign(c.source, { words: 'x'.repeat(2001) })), /source\.words/],
  ])('is refused, with the file and the place, for %s', (_, value, message) => {
    expect(faultOf(value)).toMatch(message);
  });
});
