import { describe, expect, it } from 'vitest';
import { epochDay, historyOf, personOf } from '../../../test/absence-history.ts';
import { retroSchema } from '../../domain/retro.ts';
import { retroPage } from '../../report/retro.ts';
import { lastAbsence, lookBack, type Span } from './retro.ts';
import { dayText } from './timeline.ts';

/**
 * Half a year in which ada lands all of cy's work in core, a day after it was done, and bo lands docs; then ada is away on
 * days 184 to 197, and afterwards everything is as before.
 */
const BEFORE = ['days 0-182/2: cy > ada core waited 1', 'days 0-182/7: bo lands docs', 'days 0-183: ada active'];
const AFTER = ['days 198-240/2: cy > ada core waited 1', 'days 198-240: ada active', 'days 190-240/7: bo lands docs'];

function retroOf(during: readonly string[], span?: Span) {
  const history = historyOf([...BEFORE, ...during, ...AFTER]);
  const person = personOf(history, 'ada');
  const last = lastAbsence(history, person);
  const found = span ?? last.span;
  if (found === null) throw new Error('no absence');
  return retroSchema.parse(
    lookBack({
      history,
      person,
      names: ['ada'],
      repositories: ['one'],
      notes: [],
      titles: new Map(),
      span: found,
      found: last.found,
    }),
  );
}

describe('looking back after an absence', () => {
  it('takes the last silence from which the person came back, and calls it nothing else', () => {
    expect(retroOf([])).toMatchObject({
      basis: 'found',
      from: dayText(epochDay(184)),
      to: dayText(epochDay(198)),
      seenAgain: dayText(epochDay(198)),
      daysSeen: 0,
      businessDays: 10,
    });
  });

  it('counts what landed before, meanwhile and after, and names what became of the usual', () => {
    expect(retroOf([]).flow).toMatchObject({
      usual: 9,
      away: { days: 14, landed: 2, usual: 9, outcome: 'nearly-stopped' },
      back: 9,
    });
    expect(retroOf(['days 184-197: cy > bo core']).flow.away).toMatchObject({ landed: 16, outcome: 'normal' });
  });

  it('finds what was ready before and landed through the person on the return, beside the usual wait', () => {
    const { waited } = retroOf([
      'day 199: dan > ada core waited 10',
      'day 200: dan > ada core waited 6',
      'day 201: dan > ada core waited 1',
    ]);
    expect(waited).toMatchObject({ changes: 3, usual: { median: 86_400, of: 45 } });
    expect(waited.waiting).toEqual({ median: 6 * 86_400, of: 3 });
    expect(waited.newest.map(({ waited: seconds }) => seconds / 86_400)).toEqual([6, 10, 1]);
  });

  it('names who stepped in, and the areas and people that may go on without', () => {
    const retro = retroOf(['days 186-192/2: cy > bo core', 'day 193: cy > dan core']);
    expect(retro.steppedIn).toMatchObject({ people: { people: ['bo', 'dan'] }, changes: 5 });
    expect(retro.keep).toMatchObject([{ area: 'core', changes: 5, landers: { people: ['bo', 'dan'] } }]);
    expect(retro.streams).toMatchObject({ people: { people: ['cy'] }, changes: 5 });
  });

  it('opens onto every change that landed without, not only onto the few a sentence shows', () => {
    const retro = retroOf(['days 186-192/2: cy > bo core', 'day 193: cy > dan core']);
    expect(retro.steppedIn.evidence).toHaveLength(retro.steppedIn.changes);
    const shown = (everything: boolean) =>
      JSON.stringify(retroPage({ retro, reason: '' }, everything)).includes(' and 2 more');
    expect([shown(false), shown(true)]).toEqual([true, false]);
  });

  it('says when another key person was silent at the same time, and nothing of it for days that were asked about', () => {
    const dan = ['days 0-183: dan active', 'days 0-182/3: dan lands web', 'days 198-240: dan active'];
    // cy's work is not seen in those days either.
    expect(retroOf([]).othersAway).toBe(1);
    expect(retroOf(['days 184-197: cy active']).othersAway).toBe(0);
    const retro = retroOf(dan);
    expect(retro.othersAway).toBe(2);
    const screen = JSON.stringify(retroPage({ retro, reason: '' }));
    expect(screen).toContain('2 other key people were silent at the same time');
    const asked: Span = { basis: 'asked', from: epochDay(100), to: epochDay(114) };
    expect(retroOf(dan, asked).othersAway).toBeNull();
  });

  it('suggests nothing where one change alone landed without, or others landed before', () => {
    expect(retroOf(['day 186: cy > bo core', 'days 187-195/2: eve > bo docs']).keep).toEqual([]);
  });

  it('lists the releases made meanwhile', () => {
    const { releases } = retroOf(['day 190: bo releases v2', 'day 230: bo releases v3']);
    expect(releases).toMatchObject({ made: [{ name: 'v2', day: dayText(epochDay(190)) }], by: { people: ['bo'] } });
  });

  it('looks at days somebody asks about, whether or not they were silent', () => {
    const asked = retroOf([], { basis: 'asked', from: epochDay(180), to: epochDay(187) });
    expect(asked).toMatchObject({ basis: 'asked', daysSeen: 4, flow: { away: { days: 7, outcome: null } } });
    expect(asked.seenAgain).toBe(dayText(epochDay(198)));
  });

  it('says no outcome where hardly anything was usual', () => {
    const history = historyOf([
      'days 0-180/10: cy > ada core',
      'days 190-240/10: cy lands core',
      'days 0-183: ada active',
      'days 198-240: ada active',
    ]);
    const person = personOf(history, 'ada');
    const { span, found } = lastAbsence(history, person);
    if (span === null) throw new Error('no absence');
    const retro = lookBack({
      history,
      person,
      names: ['ada'],
      repositories: ['one'],
      notes: [],
      titles: new Map(),
      span,
      found,
    });
    expect(retro.flow.away.outcome).toBeNull();
  });
});
