import { describe, expect, it } from 'vitest';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { inferLead, resolveLead } from './lead.ts';

const UNTIL = 1000 * DAY;

/** `author > lander` pairs, one change each; `?` is an unknown lander. */
function landings(...pairs: string[]): LiteralTables {
  const parts = pairs.map((pair, i) => ({ change: `c${String(i).padStart(2, '0')}`, pair: pair.split(' > ') }));
  return {
    changes: parts.map(({ change, pair }, i) => ({
      change,
      landed_at: UNTIL - DAY - i,
      lander: pair[1] === '?' ? null : (pair[1] ?? null),
    })),
    change_authors: parts.map(({ change, pair }) => ({ change, person: pair[0] ?? '' })),
  };
}
const times = (count: number, pair: string): string[] => Array.from({ length: count }, () => pair);

describe('the inferred lead', () => {
  it('is who lands most of what others wrote, not who writes most', async () => {
    const query = await openTables(landings(...times(11, 'bo > ada'), ...times(40, 'cy > cy'), ...times(2, 'bo > cy')));
    expect(await inferLead(query, UNTIL)).toEqual({
      person: 'ada',
      name: 'ada',
      reason:
        'ada landed or approved 11 of 53 changes by others in the 180 days before 1972-09-27, more than anybody else.',
      runnerUpClose: false,
      evidence: expect.arrayContaining([{ kind: 'change', repository: 'repo', id: 'c00' }]),
    });
  });

  it('counts approvals by trailer, once per change, and none of their own', async () => {
    const tables = landings(...times(12, 'bo > ?'));
    const query = await openTables({
      ...tables,
      reviews: [
        ...(tables.changes ?? []).flatMap(({ change = '' }) => [
          { change, person: 'ada', kind: 'approval' },
          { change, person: 'ada', kind: 'sign-off' },
          { change, person: 'bo', kind: 'sign-off' },
        ]),
        { change: 'c00', person: 'cy', kind: 'approval' },
      ],
    });
    const lead = await inferLead(query, UNTIL);
    expect(lead.person).toBe('ada');
    expect(lead.reason).toContain('12 of 12 changes by others');
    expect(lead.reason).toContain('who landed is known of only 0 of 12 changes');
  });

  it('falls back to authoring and landing where a forge hides who landed, and says so', async () => {
    const query = await openTables(landings(...times(9, 'bo > ?'), ...times(5, 'ada > ?')));
    const lead = await inferLead(query, UNTIL);
    expect(lead.person).toBe('bo');
    expect(lead.reason).toContain('a weaker sign, taken because who landed is known of only 0 of 14 changes');
  });

  it('falls back where everybody pushes their own, and says so', async () => {
    const query = await openTables(landings(...times(9, 'bo > bo'), ...times(8, 'ada > ada')));
    const lead = await inferLead(query, UNTIL);
    expect(lead).toMatchObject({ person: 'bo', runnerUpClose: true });
    expect(lead.reason).toContain('hardly any change was landed or approved by anybody but its author');
  });

  it('falls back where who passes on most passes on little, of what anybody is seen to pass on', async () => {
    const little = [...times(12, 'bo > ada'), ...times(90, 'cy > cy')];
    const lead = await inferLead(await openTables(landings(...little)), UNTIL);
    expect(lead.person).toBe('cy');
    expect(lead.reason).toContain(
      "a weaker sign, taken because nobody landed or approved an eighth of others' changes",
    );
    const hidden = await openTables(landings(...times(12, 'bo > ada'), ...times(90, 'cy > ?')));
    expect((await inferLead(hidden, UNTIL)).person).toBe('ada');
  });

  it('is nobody when nothing landed, one works alone, or two are level', async () => {
    expect(await inferLead(await openTables({}), UNTIL)).toMatchObject({ person: null });
    expect(await inferLead(await openTables(landings(...times(20, 'bo > bo'))), UNTIL)).toEqual({
      person: null,
      reason: 'Only one person was active in the 180 days before 1972-09-27: there is no team to lead.',
    });
    const level = await openTables(landings(...times(6, 'cy > bo'), ...times(6, 'cy > ada')));
    expect(await inferLead(level, UNTIL)).toEqual({
      person: null,
      reason:
        'ada and bo landed or approved equally many changes in the 180 days before 1972-09-27; name the lead with --lead, or as Lead on the page.',
    });
  });

  it('is never a bot', async () => {
    const query = await openTables({
      ...landings(...times(20, 'bo > robot'), ...times(11, 'bo > ada'), 'ada > robot'),
      people: [{ person: 'ada' }, { person: 'bo' }, { person: 'robot', kind: 'bot' }],
    });
    expect((await inferLead(query, UNTIL)).person).toBe('ada');
  });

  it('leaves out what landed before its 180 days or after the end', async () => {
    const tables = landings(...times(12, 'bo > ada'), ...times(11, 'bo > cy'));
    const query = await openTables({
      ...tables,
      changes: (tables.changes ?? []).map((c) =>
        c.lander !== 'ada' ? c : { ...c, landed_at: (c.change ?? '') < 'c06' ? UNTIL : UNTIL - 181 * DAY },
      ),
    });
    expect((await inferLead(query, UNTIL)).person).toBe('cy');
  });
});

describe('the lead a user names', () => {
  const team = () =>
    openTables({
      people: [
        { person: 'p1', name: 'Zoë Ada' },
        { person: 'p2', name: 'Zoe Byron' },
        { person: 'p3', name: 'release-bot', kind: 'bot' },
      ],
      identities: [
        { identity: 'Zoë Ada <zoe@example.org>', person: 'p1' },
        { identity: 'zada <z.ada@example.org>', person: 'p1' },
        { identity: 'Zoe Byron <byron@example.org>', person: 'p2' },
        { identity: 'release-bot <bot@example.org>', person: 'p3' },
      ],
    });

  it.each(['Zoë Ada <zoe@example.org>', 'Z.ADA@example.org', 'zoe ada', 'zada', 'z.a', '<zoe@example.org>'])(
    'is found by %s',
    async (text) => {
      expect(await resolveLead(await team(), text)).toEqual({ person: 'p1', name: 'Zoë Ada' });
    },
  );

  it('is refused when several people fit, naming them alphabetically', async () => {
    await expect(resolveLead(await team(), 'zoe')).rejects.toMatchObject({
      code: 'ambiguous-lead',
      exitCode: 2,
      message: 'More than one person fits the lead "zoe": Zoë Ada <zoe@example.org> or Zoe Byron <byron@example.org>.',
    });
  });

  it('is refused when nobody fits, naming who may be meant', async () => {
    await expect(resolveLead(await team(), 'byr@')).rejects.toMatchObject({ code: 'unknown-lead' });
    await expect(resolveLead(await team(), 'yron')).rejects.toMatchObject({
      hint: 'Did you mean Zoe Byron <byron@example.org>?',
    });
    await expect(resolveLead(await team(), '  ')).rejects.toMatchObject({ code: 'unknown-lead' });
  });

  it('is refused when it is a bot', async () => {
    await expect(resolveLead(await team(), 'release-bot')).rejects.toMatchObject({ code: 'lead-is-no-person' });
  });
});
