import { expect, it } from 'vitest';
import { changes, times } from '../../test/ask.ts';
import { settingOf } from '../../test/setting.ts';
import { openTables } from '../../test/tables.ts';
import { scorecardGroups } from '../domain/scorecard-groups.ts';
import { CARD_EVIDENCE, scorecardViewSchema } from '../domain/scorecard-view.ts';
import { measures } from './measures.ts';
import { scorecardView } from './scorecard-view.ts';

const setting = settingOf({ notes: ['A note for every figure.'] });

const team = changes(...times(60, 'bo > ada core ui'), ...times(30, 'cy > bo docs'), ...times(20, 'ada > ada core'));

async function view(tables = team) {
  return scorecardView({ query: await openTables(tables) }, setting, measures);
}

it('every measure of the index stands in exactly one named group', () => {
  const ids = scorecardGroups(measures).flatMap((group) => group.measures.map(({ measure }) => measure));
  expect(ids.toSorted()).toEqual(measures.map(({ id }) => id).toSorted());
  expect(scorecardGroups(measures).map(({ id }) => id)).not.toContain('more');
});

it('every measure is told once: with an answer in its group, without one apart, the old one facing the new', async () => {
  const card = await view();
  const told = [...card.groups.flatMap((group) => group.measures), ...card.unanswered].map(({ measure }) => measure);
  expect([...told, 'old-scorecard'].toSorted()).toEqual(measures.map(({ id }) => id).toSorted());
  expect(card.unanswered.every(({ confidence, figure }) => confidence.level === 'none' && figure === null)).toBe(true);
});

it('the old stands beside the new, in counts that open', async () => {
  const { sides } = await view();
  expect(sides.map(({ side, rows }) => [side, rows.map(({ label, value }) => [label, value])])).toEqual([
    [
      'old',
      [
        ['Own commits', 20],
        ['Own changes landed', 20],
        ["Others' changes landed by them", 60],
      ],
    ],
    [
      'new',
      [
        ['Areas known to one at most', 0],
        ['Landed without the lead', expect.objectContaining({ of: 110 })],
        ['Landed through the lead alone', expect.objectContaining({ of: 90 })],
      ],
    ],
  ]);
  expect(
    sides[0]?.rows.every(({ evidence, evidenceTotal, value }) => evidence.length > 0 && evidenceTotal === value),
  ).toBe(true);
});

it('a change that touched two areas is one piece of evidence', async () => {
  const { groups } = await view();
  const gate = groups.flatMap((group) => group.measures).find(({ measure }) => measure === 'gate');
  const ids = gate?.evidence.map(({ id }) => id) ?? [];
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.length).toBeLessThanOrEqual(CARD_EVIDENCE);
  expect(new Set(ids).size).toBe(ids.length);
});

it('says where there is more evidence than a card carries', async () => {
  const { groups, sides } = await view();
  const cards = groups.flatMap((group) => group.measures);
  const cut = (id: string) => cards.find(({ measure }) => measure === id)?.evidenceIsCut;
  expect(cut('gate')).toBe(true);
  expect(sides[1]?.rows.find(({ measure }) => measure === 'gate')?.evidenceIsCut).toBe(true);
  expect(sides[0]?.rows.some(({ evidenceIsCut }) => evidenceIsCut)).toBe(false);
  const few = await view(changes(...times(20, 'bo > cy docs'), ...times(3, 'bo > ada core')));
  const gate = few.groups.flatMap((group) => group.measures).find(({ measure }) => measure === 'gate');
  expect([gate?.evidence.length, gate?.evidenceIsCut]).toEqual([3, false]);
});

it('has its documented shape, also of nothing at all', async () => {
  for (const tables of [team, {}]) {
    const card = await view(tables);
    expect(scorecardViewSchema.parse(card)).toEqual(card);
  }
});
