import { describe, expect, it } from 'vitest';
import { pageBreaches } from '../../test/must-not.ts';
import { clearRepositories, studyCase, studyRepositoryOf } from '../../test/study-cases.ts';
import { study } from '../absence/study/study.ts';
import type { AbsenceBacktest } from '../domain/absence-backtest.ts';
import { absenceBacktestPage } from './absence-backtest.ts';
import { markdown } from './markdown.ts';

const viewOf = (repositories: Parameters<typeof study>[0]): AbsenceBacktest => ({
  ...study(repositories, { resamples: 300 }),
  written: { calibration: null, cases: null },
  notes: [],
});
const pageOf = (repositories: Parameters<typeof study>[0], rest: Partial<AbsenceBacktest> = {}) =>
  markdown(absenceBacktestPage({ ...viewOf(repositories), ...rest }));

describe('the page of the absence backtest', () => {
  const page = pageOf(clearRepositories());

  it('answers in one sentence, with interval and counts', () => {
    expect(page).toMatch(
      /The more passed only through the person away, the less of their work teammates landed: slope of y on D -1\.\d\d \(95`?%`? interval -\d\.\d\d to -\d\.\d\d\), 240 absences in 12 repositories/,
    );
  });

  it('gives no percentage without an interval', () => {
    const shares = page.match(/\d+`?%`?(?! interval)[^|]*/g) ?? [];
    expect(shares.length).toBeGreaterThan(10);
    for (const share of shares) expect(share).toMatch(/\(\d+–\d+%\)|^\d+%\)|95`?%`? intervals/);
  });

  it('says nothing that may not be said, with evidence or without', () => {
    for (const repositories of [clearRepositories(), clearRepositories().slice(0, 1), []]) {
      expect(pageBreaches(absenceBacktestPage(viewOf(repositories)), {})).toEqual([]);
    }
  });

  it('says at the end what is not shown', () => {
    const [, notShown = ''] = page.split('What this does not show');
    expect(notShown).toContain('What one absence will do');
    expect(notShown).toContain('Which change waits is not shown');
    expect(notShown).toContain('Silence in a repository is all that is seen');
  });

  it('says that nothing is shown when the interval holds 0', () => {
    const flat = clearRepositories().map((r, repository) => ({
      ...r,
      cases: r.cases.map((one, i) => ({ ...one, y: ((i * 3 + repository * repository) % 5) - 2 })),
    }));
    expect(pageOf(flat)).toContain('It is not shown here that dependence made a difference');
  });

  it('claims nothing of the absence where a placebo gives as much', () => {
    const always = clearRepositories().map((r) => ({ ...r, present: r.cases }));
    expect(pageOf(always)).toContain('no more so than in a placebo');
  });

  it('says so when there is not enough evidence, and shows no figure', () => {
    const little = pageOf([studyRepositoryOf('one', [studyCase({})])], { notes: ['one is not whole.'] });
    expect(little).toContain('Not enough evidence to say');
    expect(little).toContain('one is not whole.');
    expect(little).not.toMatch(/\d%(?! interval)/);
  });

  it('says what was written', () => {
    expect(pageOf([], { written: { calibration: 'c.json', cases: null } })).toContain('A calibration was written to');
  });
});
