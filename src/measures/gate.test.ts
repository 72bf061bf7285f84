import { describe, expect, it } from 'vitest';
import { ask, changes, column, times } from '../../test/ask.ts';
import { gate } from './gate.ts';

describe('what passes only through the lead', () => {
  it("is the teammates' changes that the lead landed and nobody else is seen passing", async () => {
    const report = await ask(
      gate,
      changes(...times(12, 'bo > ada core'), ...times(46, 'bo > bo core'), ...times(9, 'ada > ada core')),
    );
    expect(report.answer).toBe(
      "12 of 58 teammates' changes waited for ada, and nobody else could be seen landing or approving them.",
    );
    expect(report.figure).toMatchObject({ share: 12 / 58, of: 58 });
    expect(report.confidence).toEqual({ level: 'medium', because: 'The lander of 58 of 58 changes is known.' });
    expect(report.rows[0]?.evidence[0]).toEqual({ kind: 'change', repository: 'repo', id: 'c012' });
    expect(report.rows[0]?.evidenceTotal).toBe(12);
  });

  it('leaves out what another person approved, but not what the author signed off', async () => {
    const report = await ask(gate, {
      ...changes(...times(25, 'bo > ada core')),
      reviews: [
        { change: 'c001', person: 'cy', kind: 'approval' },
        { change: 'c002', person: 'bo', kind: 'sign-off' },
        { change: 'c003', person: 'cy', kind: 'test' },
        { change: 'c004', person: 'ada', kind: 'approval' },
        { change: 'c005', person: 'robot', kind: 'approval' },
      ],
      people: [{ person: 'ada' }, { person: 'bo' }, { person: 'cy' }, { person: 'robot', kind: 'bot' }],
    });
    expect(report.figure).toMatchObject({ share: 24 / 25 });
  });

  it('stands by area, a change counting in each, with who else lands there', async () => {
    const report = await ask(
      gate,
      changes(...times(5, 'bo > ada core docs'), ...times(5, 'bo > cy docs'), 'bo > ?', ...times(10, 'bo > bo ui')),
    );
    expect(column(report, 'area')).toEqual(['docs', 'core', 'ui', '(no area)']);
    expect(column(report, 'changes')).toEqual([10, 5, 10, 1]);
    expect(column(report, 'gated')).toEqual([5, 5, 0, 0]);
    expect(column(report, 'share')).toEqual(['5 of 10', '5 of 5', '0 of 10', null]);
    expect(column(report, 'others')).toEqual([['cy'], [], ['bo'], []]);
  });

  it('gives no verdict where fewer than 60 % of the landers are known', async () => {
    const hidden = await ask(gate, changes(...times(59, 'bo > ada core'), ...times(41, 'bo > ?')));
    expect(hidden).toMatchObject({
      figure: null,
      confidence: { level: 'none' },
      answer: "Not enough evidence: who landed is known of only 59 of 100 teammates' changes.",
    });
    const seen = await ask(gate, changes(...times(60, 'bo > ada core'), ...times(40, 'bo > ?')));
    expect(seen).toMatchObject({ figure: { of: 60 }, confidence: { level: 'medium' } });
    expect(seen.answer).toContain("60 of 60 teammates' changes whose lander is known waited for ada");
  });

  it('gives no verdict on fewer than 20 changes, and says that it is for want of them', async () => {
    const few = await ask(gate, changes(...times(17, 'bo > ada core')));
    expect(few).toMatchObject({
      figure: null,
      confidence: {
        level: 'none',
        because: "Only 17 teammates' changes landed by a known hand, too few to say what is usual.",
      },
    });
  });

  it('does not take a bot that landed for somebody who may land', async () => {
    const tables = changes(...times(30, 'bo > robot core'));
    const report = await ask(gate, {
      ...tables,
      people: [{ person: 'ada' }, { person: 'bo' }, { person: 'robot', kind: 'bot' }],
    });
    expect(report).toMatchObject({ figure: null, confidence: { level: 'none' } });
    expect(column(report, 'others')).toEqual([[]]);
  });

  it('looks from the beginning of the window to just before its end', async () => {
    const { changes: rows = [], ...rest } = changes(...times(40, 'bo > ada core'));
    const window = { since: rows[10]?.landed_at ?? 0, until: rows[30]?.landed_at ?? 0 };
    expect((await ask(gate, { ...rest, changes: rows }, { window })).figure).toMatchObject({ of: 20 });
  });

  it('is unsure on a cut-off history, and says so', async () => {
    const report = await ask(gate, {
      ...changes(...times(300, 'bo > ada core')),
      repositories: [{ is_shallow: true }],
    });
    expect(report.confidence).toEqual({
      level: 'low',
      because: 'The lander of 300 of 300 changes is known; the past of this repository is cut off (a shallow clone).',
    });
  });

  it('says so when nothing landed, or nobody leads', async () => {
    expect((await ask(gate, {})).answer).toBe("Not enough evidence: no teammate's change landed in this window.");
    expect(await ask(gate, changes('bo > cy'), { lead: null })).toMatchObject({
      answer: 'Not enough evidence: nobody could be told to be the lead.',
      rows: [],
    });
  });
});
