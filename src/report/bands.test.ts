import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { type OwnAbsence, outcomeBand } from '../absence/bands.ts';
import { shippedCalibration } from '../absence/calibration.ts';
import { dependenceAt } from '../absence/dependence.ts';
import type { OutcomeBand } from '../domain/outcome-band.ts';
import { bandAnswer, bandSection, surenessOf } from './bands.ts';
import { terminal } from './terminal.ts';

const bandOf = (lines: readonly string[], own: readonly OwnAbsence[] = []): OutcomeBand => {
  const history = historyOf(lines);
  return outcomeBand(shippedCalibration, dependenceAt(history, personOf(history, 'ada'), moment(120)), own);
};
const screenOf = (band: OutcomeBand, width = 80): string =>
  terminal({ blocks: [bandSection(band, 'Ada')] }, { width, unicode: true, colour: false });

/** Eight authors, most of whose work goes through ada. */
const GATED = ['bo', 'cy', 'di', 'ed', 'fa', 'gus', 'hal', 'ivy'].map((who) => `days 0-119/4: ${who} > ada core`);
const past: OwnAbsence = {
  absence: {
    person: 0,
    from: 19_000,
    to: 19_020,
    businessDays: 14,
    kind: 'temporary',
    activeWeeks: 12,
    touchesHolidays: false,
    othersAway: 0,
  },
  outcome: 'normal',
};

describe('the section of a band', () => {
  it('shows three outcomes, what was seen and the prior, and both branches, on 80 columns', () => {
    const holiday = { ...past, absence: { ...past.absence, touchesHolidays: true } };
    expect(screenOf(bandOf(GATED, [past, holiday]))).toMatchInlineSnapshot(`
      "What absences of leads like this did   ●○○ unsure
      176 of teammates' last 176 changes (91 days) landed through Ada. Of the 112
      changes of the last 56 days (8 authors), 112 were by authors whose work lands
      almost only through Ada. D, the share of teammates' work that depends on Ada, is
      1.00 (0.97–1.00) of 112 changes. Who landed a change is known for 100% (98–100%)
      of 176 changes.
      two weeks' work, of usual   seen, D 0.7 or more               prior
      nearly stopped (under 0.3)   52% (29–75%) of 25   33% (9–71%) of 26
      slowed (0.3–0.7)             24% (12–43%) of 25   21% (7–49%) of 26
      as usual (0.7 or more)        24% (7–41%) of 25  47% (19–77%) of 26
      Seen: the first two weeks of 25 absences of leads like that in 15 of 58 public
      projects. While such leads were present, it nearly stopped in about 44 of 633
      fortnights (30 projects).
      Of Ada, 1 past absence is like this one: teammates' work nearly stopped in 0,
      slowed in 0 and went on as usual in 1. Left out: 1 touching 20 December to 4
      January. That is evidence, not calibration: it takes about 5 to see it drop by
      half and 20 to see it drop by 3 tenths.
      Who else may land this, and does anyone?
      • If nobody does: of work like those 112 changes, 112 had hardly any way in but
        Ada.
      • If somebody does: in the cases looked at by eye, work went on as usual under
        high dependence for one reason: somebody with landing rights stepped in.
      The prior is what was seen, drawn towards all 2,798 absences of the study by 10
      absences nobody saw, blended with 1 own past absence at weight 0.17 and its
      intervals made 1.11 times as wide, because from D 0.4 on such intervals held
      less often than they promised. A prior, not a forecast: a single absence cannot
      be foretold (area under the curve 0.60, 0.53–0.71; 0.5 is chance). Nothing here
      tells which change would wait, and it was not tested for a single week, for
      departures or for quality.
      "
    `);
  });
  it('says where else D could be', () => {
    const mixed = [
      ...GATED.slice(0, 3),
      ...['mo', 'ned', 'oz', 'pia', 'quin'].map((who) => `days 0-119/4: ${who} lands core`),
    ];
    const text = screenOf(bandOf(mixed), 100).replaceAll('\n', ' ');
    expect(text).toContain(
      'D is not sure: by the authors who were at work, 0.13 to 0.75. It could also be D 0.05–0.2 (nearly stopped in 19% (12–26%) of 209)',
    );
  });
  it('fits a narrow screen', () => {
    for (const width of [40, 60, 80]) {
      expect(
        Math.max(
          ...screenOf(bandOf(GATED), width)
            .split('\n')
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(width);
    }
  });
});

describe('the answer', () => {
  it('is what passes through the person, what leads like that saw, and how much of it is seen', () => {
    expect(bandAnswer(bandOf(GATED), 'Ada')).toBe(
      "176 of teammates' last 176 changes (91 days) landed through Ada. Of the 112 changes of the last 56 days (8 authors), 112 were by authors whose work lands almost only through Ada. In 58 public projects, leads like that (D 0.7 or more) saw teammates' work nearly stop in 52% (29–75%) of 25, slow down in 24% (12–43%) of 25 and go on as usual in 24% (7–41%) of 25 of their two-week absences (15 projects). In the cases looked at by eye, work went on as usual under high dependence for one reason: somebody with landing rights stepped in. Who landed a change is known for 100% (98–100%) of 176 changes.",
    );
  });
  it('counts where the study has no interval', () => {
    const bare = (share: number) => ({ share, low: null, high: null });
    const outcomes = { 'nearly-stopped': bare(0.0748), slowed: bare(0.2717), normal: bare(0.6535) };
    const poor = { ...shippedCalibration, bands: [{ from: 0, to: 1, absences: 2798, repositories: 58, outcomes }] };
    const history = historyOf(GATED);
    const band = outcomeBand(poor, dependenceAt(history, personOf(history, 'ada'), moment(120)), []);
    expect(bandAnswer(band, 'Ada')).toContain(
      "leads like that (any D) saw teammates' work nearly stop in about 209 of 2,798, ",
    );
  });
});

describe('without a band', () => {
  const hidden = bandOf(['days 0-119: bo > ? core', 'days 0-119: cy > ada core'], [past]);
  it('says why, what would give one, and the past alone', () => {
    expect(screenOf(hidden)).toMatchInlineSnapshot(`
      "No outcome band   ○○○ not enough evidence
      Who landed is known for 91 of 182 teammates' changes in 91 days, and with fewer
      than 6 in 10 nothing is concluded from landing.
      What would give one:
      • Evidence of the forge: who pressed merge. A squash made by the forge hides it
        from git.
      • Merge commits instead of squashes: git then keeps who merged.
      • Another first day away (--from), before the squashes began, if there was such
        a time: of that time only.
      Of Ada, 1 past absence is like this one: teammates' work nearly stopped in 0,
      slowed in 0 and went on as usual in 1. That is evidence, not calibration: it
      takes about 5 to see it drop by half and 20 to see it drop by 3 tenths.
      "
    `);
  });
  it('is not sure of anything', () => {
    expect(surenessOf(hidden)).toBe('none');
    expect(surenessOf(bandOf(GATED))).toBe('low');
    expect(surenessOf(bandOf(['days 0-119: bo lands core', 'days 0-119: cy lands core', 'day 1: ada active']))).toBe(
      'medium',
    );
  });
});
