import { describe, expect, it } from 'vitest';
import { clearRepositories, studyCase, studyRepositoryOf } from '../../../test/study-cases.ts';
import { absenceStudySchema } from '../../domain/absence-backtest.ts';
import { calibrationSchema } from '../../domain/calibration.ts';
import { CASE_TABLE_HEAD, caseTable } from './case-table.ts';
import { newCalibration } from './new-calibration.ts';
import { study } from './study.ts';

const HOW = { resamples: 300 };

describe('the study', () => {
  const done = study(clearRepositories(), HOW);

  it('has the shape it promises, and is the same in any order of repositories', () => {
    expect(absenceStudySchema.parse(done)).toEqual(done);
    expect(study(clearRepositories().reverse(), HOW)).toEqual(done);
  });

  it('finds what was planted, and nothing in the placebos', () => {
    expect(done.slope.estimate?.value).toBeCloseTo(-1.9, 1);
    expect(done.slope.estimate?.high).toBeLessThan(-1.5);
    expect(done.slopeWithoutHolidays.cases).toBe(done.slope.cases - 12);
    for (const placebo of [done.placebos.present, done.placebos.shifted]) {
      expect(placebo.estimate?.low).toBeLessThan(0);
      expect(placebo.estimate?.high).toBeGreaterThan(0);
    }
    expect(done.placebos.permuted.estimate?.low).toBeGreaterThan(done.slope.estimate?.value ?? 0);
    expect(done.bands.at(-1)?.nearlyStopped?.value).toBeCloseTo(0.9);
    expect(done.presentBand).toMatchObject({ cases: 120, counts: { nearlyStopped: 0, normal: 120 } });
    expect(done.auc.estimate?.value).toBeGreaterThan(0.9);
  });

  it('compares streams of the same fortnight, and takes off what they differ by when nobody is away', () => {
    // Half of the fortnights land 4 of 9 gated: the geometric mean of 1 and (4 + 1) / (9 + 1).
    const { away, present, net } = done.streams.byAuthor;
    expect(away.estimate?.value).toBeCloseTo(Math.sqrt(0.5));
    expect(present.estimate?.value).toBeCloseTo(Math.sqrt(0.5));
    expect(net.estimate?.value).toBeCloseTo(1);
  });

  it('gives no figure at all of one repository, and says what each would take', () => {
    const { repositories, parameters, logLoss, ...rest } = study(clearRepositories().slice(0, 1), HOW);
    expect(repositories).toHaveLength(1);
    expect(JSON.stringify(rest)).not.toContain('"value"');
    expect(rest.slope.missing).toBe('20 cases where it takes 30 and 1 repository where it takes 5');
    expect(logLoss).toMatchObject({ bands: null, base: null });
    expect(study([], HOW)).toMatchObject({ cases: 0, slope: { estimate: null } });
  });
});

describe('a new calibration', () => {
  const source = { projects: 'public projects', made: '2026-11-21' };
  const made = (repositories = clearRepositories()) => newCalibration(study(repositories, HOW), repositories, source);

  it('is one the product reads, with counts, source and intervals', () => {
    const result = made();
    const calibration = calibrationSchema.parse('calibration' in result ? result.calibration : null);
    expect(calibration.source).toMatchObject({ made: '2026-11-21', repositories: 12, absences: 240, people: 240 });
    // What lies between 0.05 and 0.7 was never seen: those bands are joined.
    expect(calibration.bands.map(({ from, to, absences }) => [from, to, absences])).toEqual([
      [0, 0.7, 120],
      [0.7, 1, 120],
    ]);
    expect(calibration.source.words).toContain('joined');
    expect(calibration.base.outcomes['nearly-stopped'].share).toBeCloseTo(0.45);
    expect(calibration.slope.learning?.high).toBeLessThan(0);
    expect(calibration.own.needed.every(({ absences }) => absences >= 1)).toBe(true);
  });

  it.each([
    [5, '5 repositories where it takes 10'],
    [2, '40 cases where it takes 100 and 2 repositories where it takes 10'],
  ])('is not made of %i repositories', (count, missing) => {
    expect(made(clearRepositories().slice(0, count))).toEqual({ missing });
  });

  it('is not made where nothing ever depended on anybody', () => {
    const flat = clearRepositories().map((r) => ({ ...r, cases: r.cases.map((one) => ({ ...one, dependence: 0 })) }));
    expect(made(flat)).toEqual({ missing: expect.stringContaining('one band') });
  });
});

describe('the table of cases', () => {
  it('holds no person and no date, by repository', () => {
    const table = caseTable([
      studyRepositoryOf('zeta', [studyCase({ replay: null, outcome: null, y: -1.23456 })]),
      studyRepositoryOf('alpha', [studyCase({ dependence: 0.5 })], [studyCase({})]),
    ]);
    expect(table.split('\r\n')).toEqual([
      CASE_TABLE_HEAD,
      'alpha,absent,0.5,0,0,0.1,0.1,1,10,10,normal,0,8,no',
      'alpha,present,0,0,0,0.1,0.1,1,10,10,normal,0,8,no',
      'zeta,absent,0,0,,0.1,0.1,1,10,10,,-1.2346,8,no',
      '',
    ]);
    expect(CASE_TABLE_HEAD).not.toMatch(/person|name|date|from/);
  });

  it.each([
    ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
    ['+1', "'+1"],
    ['-cmd', "'-cmd"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['a,b', '"a,b"'],
    ['plain', 'plain'],
  ])('lets no name be a formula or break a line: %j', (name, cell) => {
    const table = caseTable([studyRepositoryOf(name, [studyCase({})])]);
    expect(table).toBe(`${CASE_TABLE_HEAD}\r\n${cell},absent,0,0,0,0.1,0.1,1,10,10,normal,0,8,no\r\n`);
  });
});
