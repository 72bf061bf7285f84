import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalCalibrationSchema } from '../../domain/journal-calibration.ts';
import { wilson } from '../../domain/wilson.ts';
import { calibrationOf } from './calibration.ts';

type Entry = Parameters<typeof calibrationOf>[0][number];
const TODAY = '2026-11-21';
const claims = (count: number, status: NonNullable<Entry['status']>, sure?: number): Entry[] =>
  Array.from({ length: count }, () => ({
    claim: 'it helps',
    status,
    'check-on': '2026-11-20',
    ...(sure === undefined ? {} : { sure }),
  }));
const table = (entries: readonly Entry[]) =>
  calibrationOf(entries, TODAY).rows.map(({ from, to, claims: of, held, share, verdict }) => [
    `${from}–${to}`,
    `${held} of ${of}`,
    share === null ? null : share.share,
    verdict,
  ]);

describe('calibration', () => {
  it('tells by how sure the claims were what share of them held', () => {
    const entries = [
      ...claims(3, 'held', 90),
      ...claims(12, 'failed', 95),
      ...claims(4, 'held', 60),
      ...claims(1, 'held', 69),
    ];
    expect(table(entries)).toEqual([
      ['50–69', '5 of 5', 1, 'fits'],
      ['90–99', '3 of 15', 0.2, 'over'],
    ]);
    expect(calibrationOf(entries, TODAY).all.share).toEqual(wilson(8, 20));
    expect(calibrationOf(entries, TODAY).answer).toMatch(
      /^40% \(22–61%\) of 20 claims held; you gave them 86 in 100 on average: surer than/,
    );
  });

  it('needs five claims for a share and twenty for a score', () => {
    const four = calibrationOf(claims(4, 'held', 80), TODAY);
    expect(four.all).toMatchObject({ claims: 4, share: null, verdict: 'too-few' });
    expect(four.answer).toMatch(/^Not enough evidence: 4 claims/);
    expect(calibrationOf(claims(19, 'held', 80), TODAY).brier).toBeNull();
    expect(calibrationOf(claims(20, 'held', 80), TODAY).brier).toBeCloseTo(0.04);
    expect(calibrationOf([...claims(10, 'held', 50), ...claims(10, 'failed', 50)], TODAY).brier).toBeCloseTo(0.25);
  });

  it('leaves out what nobody can tell, and says how many', () => {
    const entries: Entry[] = [
      ...claims(2, 'unknowable', 70),
      ...claims(1, 'held'),
      ...claims(3, 'open', 70),
      { claim: 'later', status: 'open', 'check-on': '2026-11-22' },
      { status: 'noted' },
    ];
    expect(calibrationOf(entries, TODAY)).toMatchObject({
      all: { claims: 0, stated: null },
      rows: [],
      leftOut: { unknowable: 2, unsure: 1, open: 1, overdue: 3 },
    });
  });

  it('puts every claim in one band, whatever was stated', () => {
    const entry = fc.record({ sure: fc.integer({ min: 1, max: 99 }), status: fc.constantFrom('held', 'failed') });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const told = journalCalibrationSchema.parse(calibrationOf(entries, TODAY));
        expect(told.rows.reduce((sum, row) => sum + row.claims, 0)).toBe(entries.length);
        expect(told.rows.reduce((sum, row) => sum + row.held, 0)).toBe(told.all.held);
        for (const { stated, from, to } of told.rows) {
          expect((stated ?? 0) * 100).toBeGreaterThan(from - 1e-6);
          expect((stated ?? 0) * 100).toBeLessThan(to + 1e-6);
        }
      }),
    );
  });
});
