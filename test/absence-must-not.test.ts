import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependenceAt, VISIBILITY_FLOOR } from '../src/absence/dependence.ts';
import { ABSENCE_VIEWS, type Absence, absenceSchema } from '../src/domain/absence.ts';
import { absenceToldSchema } from '../src/domain/absence-told.ts';
import { absencePage } from '../src/report/absence.ts';
import { tellAbsence } from '../src/report/absence-told.ts';
import { historyOf, moment, personOf } from './absence-history.ts';
import { jsonBreaches, pageBreaches, type Said } from './must-not.ts';
import { toldAbsence } from './told-absence.ts';

const NOW = 700;
const NAMES = ['Ada', 'Bo', 'Cy', 'Dan'];
const name = fc.constantFrom(...NAMES);
const days = fc.nat(NOW - 1);
/** Mostly the last half year, where most of an answer comes from. */
const lately = fc.integer({ min: NOW - 182, max: NOW - 1 });
const change = fc
  .tuple(
    fc.oneof(days, lately),
    name,
    fc.constantFrom(...NAMES, 'Ada', 'Ada', '?'),
    fc.constantFrom('core', 'docs', 'core,docs'),
  )
  .map(([day, author, lander, areas]) => `day ${day}: ${author} > ${lander} ${areas}`);
/** A habit of one person, so that silences between habits are found. */
const habit = fc
  .tuple(name, days, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 1, max: 4 }))
  .map(([who, from, length, step]) => `days ${from}-${Math.min(NOW - 1, from + length)}/${step}: ${who} lands core`);
const release = fc
  .tuple(days, fc.constantFrom(...NAMES, '?'))
  .map(([day, who]) => `day ${day}: ${who} releases v${day}`);
const pasts = fc
  .tuple(fc.array(change, { maxLength: 60 }), fc.array(habit, { maxLength: 4 }), fc.array(release, { maxLength: 6 }))
  .map((lines) => [...NAMES.map((who) => `day 0: ${who} active`), ...lines.flat()]);
const branches = fc.array(
  fc.tuple(name, fc.nat(120), fc.constantFrom('core', 'docs')).map(([author, ago, area]) => ({
    repository: 'one',
    branch: `${area}-${ago}`,
    tip: `tip-${ago}`,
    authors: [`id-${author}`],
    commits: 1,
    began_at: moment(NOW - ago - 1),
    worked_at: moment(NOW - ago),
    areas: [area],
    number: null,
    is_line: false,
    is_landed_elsewhere: false,
    last_committer: null,
  })),
  { maxLength: 4 },
);

/** What `fortnight absence` would answer of a told past. */
const told = (lines: readonly string[], openWork: readonly unknown[]): Absence =>
  absenceSchema.parse(
    toldAbsence(lines, {
      now: NOW,
      known: { cover: new Map([['core', { people: ['Bo'], elsewhere: ['Cy'] }]]), openWork: openWork as never },
    }),
  );

describe('the answer about an absence', () => {
  it('sets beside leads like that only own silences that began at a like D, the same as are blended', () => {
    const absence = told(
      [
        'days 0-389/1: Bo lands core',
        'days 0-389/1: Ada lands core',
        'days 390-419/1: Bo lands core',
        'days 420-589/1: Ada lands docs',
        'days 420-589/1: Bo > Ada core',
        'days 620-699/1: Ada lands docs',
        'days 620-699/1: Bo > Ada core',
      ],
      [],
    );
    const compared = absence.past.absences.filter(({ notCompared }) => notCompared === null);
    expect(compared.map(({ dependence }) => Math.round(dependence?.share ?? -1))).toEqual([1, 0]);
    expect(absence.outcome.own).toMatchObject({ absences: 1, leftOut: { otherDependence: 1 } });
    const shown = JSON.stringify(absencePage(absence, 'overview', false));
    expect(shown).toContain('1 of 1');
    expect(shown).not.toContain('of 2"');
  });

  it('says nothing that may not be said, in any view or as data, whatever the past', () => {
    fc.assert(
      fc.property(
        pasts,
        branches,
        fc.constantFrom(...ABSENCE_VIEWS),
        fc.boolean(),
        (lines, openWork, view, everything) => {
          const absence = told(lines, openWork);
          const history = historyOf(lines, { until: NOW });
          const { visibility } = dependenceAt(history, personOf(history, 'Ada'), moment(NOW));
          const belowFloor = visibility !== null && visibility < VISIBILITY_FLOOR;
          const said: Said = { belowFloor, person: 'Ada', people: NAMES };
          const tellsOfThePast = view === 'past' || view === 'all';
          expect(
            pageBreaches(
              absencePage(absence, view, everything),
              tellsOfThePast ? { ...said, belowFloor: false } : said,
            ),
          ).toEqual([]);
          // What was seen of landing at an earlier silence stands beside that silence.
          const { past, ...now } = absence;
          expect(jsonBreaches(now, said)).toEqual([]);
          expect(jsonBreaches(past, { ...said, belowFloor: false })).toEqual([]);
          // The same as sentences, for the page.
          const { past: toldPast, ...toldNow } = absenceToldSchema.parse(tellAbsence(absence));
          expect(jsonBreaches(toldNow, said)).toEqual([]);
          expect(jsonBreaches(toldPast, { ...said, belowFloor: false })).toEqual([]);
          if (belowFloor) {
            expect(absence.outcome.verdict).toBe('none');
            expect(absence.answer).toMatch(/^Not enough evidence/);
          }
        },
      ),
    );
  });
});
