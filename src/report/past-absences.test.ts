import { describe, expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { pageBreaches } from '../../test/must-not.ts';
import { pastAbsences } from '../absence/past.ts';
import type { PastAbsence, PastAbsences } from '../domain/past-absence.ts';
import { kindText, leftOutSentence, silencesSentence, steppedInText, workText } from './past-absence-words.ts';
import { pastAbsencesBlocks } from './past-absences.ts';
import { terminal } from './terminal.ts';

/** Ada lands cy's work; silent on days 420 to 440, when bo steps in, and on days 520 to 560, when nobody is seen to. */
const LINES = [
  'days 0-418/2: cy > ada core waited 1',
  'days 0-419: ada active',
  'days 422-430/4: cy > bo core waited 2',
  'days 441-519: ada active',
  'days 442-518/2: cy > ada core waited 1',
  'day 530: cy > ? core waited 2',
  'days 561-700: ada active',
  'days 562-700/2: cy > ada core waited 3',
  'days 0-700/14: bo lands docs',
];

const told = (lines: readonly string[]): PastAbsences => {
  const history = historyOf(lines, { until: 701 });
  return pastAbsences(history, personOf(history, 'ada'), moment(700));
};
const screen = (past: PastAbsences, everything = false) =>
  terminal({ blocks: pastAbsencesBlocks(past, everything) }, { width: 80, unicode: true, colour: false });

const some = (past: PastAbsences, change: Partial<PastAbsence>): PastAbsence => ({
  ...(past.absences[0] as PastAbsence),
  ...change,
});

describe('the section of past silences', () => {
  const past = told(LINES);

  it('says what was seen in words, then one by one, newest first, on 80 columns', () => {
    expect(screen(past)).toMatchInlineSnapshot(`
      "When ada was silent before   ●○○ unsure
      2 silences of ada of ten business days or more; teammates' work nearly stopped
      in 1 and slowed in 1 of the 2 that can be compared.
      silent from  seen again  weekdays  then       usual → landed         stepped in
       2024-07-10  2024-08-20        29  came back  8 → 2, nearly stopped  nobody seen
       2024-04-01  2024-04-22        15  came back  8 → 4, slowed          bo
      The last that can be compared, 2024-07-10 to 2024-08-19: 29 business days
      (Monday to Friday), came back. Teammates landed 8 changes per 14 days before; 2
      in the first 14 days; 8 in the 14 days after the return. Changes that others
      than their authors landed had waited 24 hours when they landed before (median of
      28 changes), 2 days when they landed in the silence (median of 1 change) and 3
      days when they landed in the 14 days after (median of 7 changes). In the first
      14 days back ada landed 7 changes of teammates; 1 had last been worked on before
      the return. In 8 fortnights with ada present, within a year, teammates landed
      1.00 times their usual work (median).
      Usual: teammates' changes per 14 days over the 56 days before; then what landed
      in the first 14 silent days. Silence is all that is seen: no commit, merge or
      review by them. Why is not known, and a single absence cannot be foretold from
      it.
      "
    `);
  });

  it('opens every silence onto its evidence', () => {
    const everything = screen(past, true);
    for (const { evidence } of past.absences) for (const { id } of evidence) expect(everything).toContain(id);
    expect(everything).toContain('Landed by who stepped in: ');
    expect(everything).toMatch(/D\s+was\s+0\.\d\d\s+\(0\.\d\d–[01]\.\d\d\)\s+of\s+\d+\s+changes/);
  });

  it('shows eight and how many more there are', () => {
    const many = { ...past, absences: Array.from({ length: 11 }, () => past.absences[0] as PastAbsence) };
    expect(screen(many).match(/^ 2024-07-10/gm)?.length).toBe(8);
    expect(screen(many, true).match(/^ 2024-07-10/gm)?.length).toBe(11);
    expect(screen(many)).toContain('3 earlier silences not shown (--evidence).');
    expect(screen(many, true)).not.toContain('not shown');
  });

  it('never says what may not be said, and no line is too long', () => {
    const said = { person: 'ada', people: ['ada', 'bo', 'cy'] };
    for (const everything of [false, true]) {
      expect(pageBreaches({ blocks: pastAbsencesBlocks(past, everything) }, said)).toEqual([]);
      expect(
        Math.max(
          ...screen(past, everything)
            .split('\n')
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(80);
    }
  });
});

describe('past silences in words', () => {
  const past = told(LINES);

  it('are counted, those that can be compared and the others with the reason', () => {
    const absences = [
      some(past, {}),
      some(past, { notCompared: 'holidays' }),
      some(past, { notCompared: 'not-studied' }),
      some(past, { notCompared: 'not-studied' }),
    ];
    expect(silencesSentence(absences, 'ada')).toBe(
      "4 silences of ada of ten business days or more; teammates' work nearly stopped in the one that can be compared.",
    );
    expect(leftOutSentence(absences)).toBe(
      "Not compared: 1 touching 20 December to 4 January (everybody may be away) and 2 with too little of teammates' work, or of history, around it to say.",
    );
    expect(silencesSentence([], 'ada')).toBe('No silence of ada of ten business days or more is seen before.');
    expect(silencesSentence(absences.slice(1), 'ada')).toContain('none can be compared');
    expect(leftOutSentence([])).toBeNull();
  });

  it('are told apart in a word, with the turn of the year and others silent at once', () => {
    const words = (change: Partial<PastAbsence>) => kindText(some(past, change));
    expect(words({ kind: 'ongoing', to: null })).toBe('still silent');
    expect(words({ kind: 'ongoing', to: 5 })).toBe('too early to tell');
    expect(words({ kind: 'departed', to: 5 })).toBe('over 180 days');
    expect(words({ kind: 'temporary', othersAway: 2, touchesHolidays: true })).toBe(
      'came back; 2 others silent; 20 Dec–4 Jan',
    );
  });

  it('say when it is too early or too little to say, and when nobody could be seen', () => {
    const flow = { usual: 2.5, landed: 1, after: null, outcome: null };
    expect(workText(some(past, { flow, notStudied: 'little-usual' }))).toBe('2.5 → 1, too little to say');
    expect(workText(some(past, { flow, notStudied: 'first-year' }))).toBe('2.5 → 1, first year');
    expect(workText(some(past, { flow: { ...flow, landed: null } }))).toBe('2.5 → too early');
    const nobody = { people: { people: [] }, evidence: [], evidenceTotal: 0 };
    expect(steppedInText(some(past, { steppedIn: nobody, dependence: null }))).toBe('landing is hidden');
    expect(steppedInText(some(past, { steppedIn: nobody }))).toBe('nobody seen');
    const five = { ...nobody, people: { people: ['a', 'b', 'c', 'd', 'e'] } };
    expect(steppedInText(some(past, { steppedIn: five }), 3)).toBe('a, b, c, 2 more');
  });
});
