import { describe, expect, it } from 'vitest';
import { toldAbsence } from '../../test/told-absence.ts';
import { ABSENCE_VIEWS } from '../domain/absence.ts';
import { absencePage } from './absence.ts';
import { terminal } from './terminal.ts';

const overview = (lines: readonly string[]): string =>
  terminal(absencePage(toldAbsence(lines)), { width: 80, colour: false, unicode: true });

const GATED = ['days 0-399/2: Bo > Ada core', 'days 1-399/2: Cy > Ada docs', 'days 3-399/9: guest > Ada core'];
const titles = (screen: string) => [...screen.matchAll(/^\n?(Could|What) .*$/gm)].map(([line]) => line.trim());

describe('the first screen of an absence', () => {
  it('asks, says how much and where, what happened before, and what to do first', () => {
    expect(overview(GATED)).toMatchInlineSnapshot(`
      "Fortnight                                one · Ada away 2024-03-12 to 2024-03-25

      Could the team go a fortnight without Ada, from 2024-03-12?
      63 of teammates' last 63 changes (56 days) landed through Ada. D, the share of
      that work that depends on Ada, is 1.00 (0.94–1.00): almost wholly for the
      authors of 63 of 63 changes. Who landed is known for all 102 changes of 91 days.
      Who else may land this, and does anyone? Nobody else who is active was seen
      landing others' changes in 182 days.

      What lands through Ada, and who else lands there   ●●○ fairly sure
      area  in 56 days  who else lands there  knows it too
      core    35 of 35  nobody else seen      Bo, Cy
      docs    28 of 28  nobody else seen      –
      The last 8 weeks again without Ada: 63 of 63 changes are left lying, and nobody
      was seen with room to step in (a replay, no forecast: add --show replay). What
      is behind it: add --show cover.

      What happened in absences before   ●○○ unsure
      teammates' two weeks, of usual  under leads like that
      nearly stopped (under 0.3)         52% (29–75%) of 25
      slowed (0.3–0.7)                   24% (12–43%) of 25
      as usual (0.7 or more)              24% (7–41%) of 25
      Like that: D 0.7 or more, in 58 public projects. No silence of Ada of ten
      business days or more is seen before. One absence cannot be foretold. More: add
      --show outcome.

      What would take it off Ada
      • Let Bo land their own changes in core without waiting for Ada.
      • Let Cy land their own changes in docs without waiting for Ada.
      What each removes, and what it costs: add --show moves.

      Plan it     fortnight handover --from 2024-03-12 --days 14
      Every part  add --show all
      How sure    ●●● sure, ●●○ fairly sure, ●○○ unsure, ○○○ not enough evidence
      "
    `);
  });

  it('leaves out what has nothing to say', () => {
    const screen = overview([
      'days 0-399/2: Bo lands core',
      'days 1-399/2: Cy > Bo docs',
      'days 3-399/9: Ada lands web',
    ]);
    expect(screen).toMatch(/^None of teammates' last \d+ changes \(56 days\) landed through Ada\./m);
    expect(titles(screen).some((title) => title.startsWith('What lands through'))).toBe(false);
    expect(screen.split('\n').length).toBeLessThan(40);
  });

  it('says what would give a verdict where there is none, and nothing of leads like that', () => {
    const screen = overview(['days 0-399/2: Bo > ? core', 'days 3-399/9: Ada lands core']);
    expect(screen).toMatch(/^Not enough evidence for a verdict\./m);
    expect(screen).toContain('What would give a verdict');
    expect(screen).not.toMatch(/under leads like/i);
  });

  it('names only views that there are', () => {
    const views = [...overview(GATED).matchAll(/--show (\w+)/g)].map(([, view]) => view);
    expect(views.length).toBeGreaterThan(3);
    for (const view of views) expect(ABSENCE_VIEWS).toContain(view);
  });
});
