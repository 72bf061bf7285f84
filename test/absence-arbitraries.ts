import fc from 'fast-check';
import type { OwnAbsence } from '../src/absence/bands.ts';
import { shippedCalibration } from '../src/absence/calibration.ts';
import type { Dependence } from '../src/absence/dependence.ts';
import type { AbsenceKind } from '../src/absence/real-absence.ts';
import type { Calibration } from '../src/domain/calibration.ts';
import { OUTCOMES } from '../src/domain/outcome.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
/** As often nothing or everything as anything between. */
const weight = fc.oneof(fc.constant(0), fc.constant(1), unit);

/** Whatever dependence may be measured: no work at all, hidden landing, one author or many. */
export const dependences: fc.Arbitrary<Dependence> = fc
  .record({
    work: fc.array(fc.tuple(fc.nat(9), weight), { maxLength: 60 }),
    extra: fc.oneof(fc.constant(0), fc.nat(400)),
    visible: fc.oneof(fc.constant(1), fc.constant(0.6), unit),
    landed: weight,
  })
  .map(({ work, extra, visible, landed }): Dependence => {
    const changes = work.length + extra;
    const seen = Math.floor(changes * visible);
    const through = Math.floor(seen * landed);
    return {
      changes,
      visible: seen,
      landed: through,
      visibility: changes === 0 ? null : seen / changes,
      gate: changes === 0 ? null : through / changes,
      dependence: work.length === 0 ? null : work.reduce((sum, [, each]) => sum + each, 0) / work.length,
      isCutOff: false,
      work: work.map(([author, each], i) => ({
        change: {
          repository: 'one',
          id: `c${i}`,
          number: null,
          title: `work ${i}`,
          authors: [author],
          lander: null,
          approvers: [],
          areas: [],
          files: 1,
          workedAt: null,
          landedAt: i,
        },
        share: each,
        weight: each,
      })),
    };
  });

/** Past absences of every kind, with every outcome. */
export const ownAbsences: fc.Arbitrary<readonly OwnAbsence[]> = fc.array(
  fc.record({
    absence: fc.record({
      person: fc.constant(0),
      from: fc.nat(20_000),
      to: fc.oneof(fc.constant(null), fc.nat(20_000)),
      businessDays: fc.integer({ min: 10, max: 300 }),
      kind: fc.constantFrom<AbsenceKind>('temporary', 'fading', 'long', 'departed', 'ongoing'),
      activeWeeks: fc.integer({ min: 8, max: 13 }),
      touchesHolidays: fc.boolean(),
      othersAway: fc.nat(3),
    }),
    outcome: fc.constantFrom(...OUTCOMES, null),
    dependence: fc.oneof(fc.constant(null), unit),
  }),
  { maxLength: 25 },
);

/** The shipped calibration, and ones of poorer studies: no intervals, one band, nothing on gatekeepers or presence. */
export const calibrations: fc.Arbitrary<Calibration> = fc.constantFrom(
  shippedCalibration,
  ...poorer(shippedCalibration),
);

function poorer(calibration: Calibration): Calibration[] {
  const { base } = calibration;
  return [
    { ...calibration, widening: null, present: null, foretelling: null, byEye: null },
    { ...calibration, bands: [{ from: 0, to: 1, absences: base.absences, repositories: 58, outcomes: base.outcomes }] },
  ];
}
