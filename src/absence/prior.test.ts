import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calibration, CalibrationBand } from '../domain/calibration.ts';
import { OUTCOMES } from '../domain/outcome.ts';
import { shareSchema } from '../domain/report.ts';
import { shippedCalibration } from './calibration.ts';
import { type OutcomeCounts, ownWeight, perOutcome, priorOf, wideningAt } from './prior.ts';

const NOTHING: OutcomeCounts = { 'nearly-stopped': 0, slowed: 0, normal: 0 };
const highest = shippedCalibration.bands.at(-1) as CalibrationBand;
const lowest = shippedCalibration.bands[0] as CalibrationBand;
const unshrunk: Calibration = { ...shippedCalibration, pseudoAbsences: 0 };

const stopped = (own: OutcomeCounts, band = highest, widening = 1, calibration = shippedCalibration) =>
  priorOf(calibration, band, own, widening)['nearly-stopped'];
const width = ({ low, high }: { low: number; high: number }) => high - low;

describe('shrinking', () => {
  it('draws a small band towards the base by ten absences: (25 × 0.52 + 10 × 0.075) / 35', () => {
    expect(stopped(NOTHING).share).toBeCloseTo(0.3928, 4);
  });
  it('hardly moves a large one', () => {
    expect(stopped(NOTHING, lowest).share).toBeCloseTo(0.056, 3);
  });
  it('counts only absences that were seen', () => {
    expect(stopped({ ...NOTHING, normal: 3 }).of).toBe(28);
  });
});

describe('the interval', () => {
  it('is the study’s own where nothing is shrunk, blended or widened, as near as log odds are symmetrical', () => {
    for (const band of shippedCalibration.bands) {
      const prior = priorOf(unshrunk, band, NOTHING, 1);
      for (const outcome of OUTCOMES) {
        const { low, high } = band.outcomes[outcome];
        expect(Math.abs(prior[outcome].low - (low ?? 0))).toBeLessThan(0.045);
        expect(Math.abs(prior[outcome].high - (high ?? 1))).toBeLessThan(0.045);
      }
    }
  });

  it('is wider for gatekeepers: 1.11 times on the scale of log odds, where 75 % held of 80 % promised', () => {
    expect(wideningAt(shippedCalibration, 0.39)).toBe(1);
    expect(wideningAt(shippedCalibration, 0.4)).toBeCloseTo(1.2816 / 1.1503, 3);
    const [before, after] = [stopped(NOTHING), stopped(NOTHING, highest, wideningAt(shippedCalibration, 0.9))];
    const logit = (p: number) => Math.log(p / (1 - p));
    expect((logit(after.high) - logit(after.low)) / (logit(before.high) - logit(before.low))).toBeCloseTo(1.1141, 3);
  });

  it('is no narrower than the study’s for being drawn towards the base', () => {
    const { low, high } = stopped(NOTHING, highest, wideningAt(shippedCalibration, 0.9));
    expect([low, high].map((p) => Math.round(p * 100))).toEqual([12, 76]);
    expect(high - low).toBeGreaterThan(0.75 - 0.29);
  });

  it('where the study gives none, supposes one independent absence a repository', () => {
    const blind = {
      ...highest,
      outcomes: perOutcome((outcome) => ({ ...highest.outcomes[outcome], low: null, high: null })),
    };
    const prior = stopped(NOTHING, blind, 1, unshrunk);
    // ± 1.96 × √(1 / (15 × 0.52 × 0.48)) in log odds
    expect([prior.low, prior.high].map((p) => Math.round(p * 100))).toEqual([28, 75]);
  });
});

describe('a person’s own past', () => {
  it('weighs n / (n + 5)', () => {
    expect([0, 1, 5, 20].map((past) => ownWeight(shippedCalibration, past))).toEqual([0, 1 / 6, 0.5, 0.8]);
    expect(stopped({ ...NOTHING, normal: 5 }).share).toBeCloseTo(0.3928 / 2, 4);
    expect(stopped({ ...NOTHING, 'nearly-stopped': 5 }).share).toBeCloseTo((0.3928 + 1) / 2, 4);
  });

  it('makes a sure prior less sure while it is short, and surer again when it is long', () => {
    const own = (times: number): OutcomeCounts => ({ 'nearly-stopped': times, slowed: 5 * times, normal: 14 * times });
    const at = (times: number) => width(stopped(own(times), lowest));
    expect(at(0.05)).toBeGreaterThan(at(0));
    expect(at(0.25)).toBeGreaterThan(at(0.05));
    expect(at(1)).toBeLessThan(at(0.25));
    expect(at(10)).toBeLessThan(at(1));
  });

  it('that agrees makes an unsure prior surer', () => {
    const agreeing = { 'nearly-stopped': 8, slowed: 5, normal: 7 };
    expect(width(stopped(agreeing))).toBeLessThan(width(stopped(NOTHING)));
  });
});

it('is always three shares with intervals that add up to 1', () => {
  const many = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(
      fc.record({ 'nearly-stopped': many, slowed: many, normal: many }),
      fc.constantFrom(...shippedCalibration.bands),
      fc.double({ min: 1, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (own, band, widening, part) => {
        // A study in which some outcome was never seen, too.
        const odd = {
          ...band,
          outcomes: {
            'nearly-stopped': { share: 0, low: 0, high: part },
            slowed: { share: part, low: null, high: null },
            normal: { share: 1 - part, low: 0, high: 1 },
          },
        };
        for (const one of [band, odd]) {
          const prior = priorOf(shippedCalibration, one, own, widening);
          for (const outcome of OUTCOMES) {
            expect(shareSchema.safeParse(prior[outcome]).success).toBe(true);
            expect(prior[outcome].low).toBeLessThan(prior[outcome].high);
          }
          expect(OUTCOMES.reduce((sum, outcome) => sum + prior[outcome].share, 0)).toBeCloseTo(1, 9);
        }
      },
    ),
  );
});
