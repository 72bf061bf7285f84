import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFolder } from '../../../test/memory-folder.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import type { RecordVersion } from '../../domain/records/entry.ts';
import { openRecords } from '../records.ts';
import { keepsBound, parseConfirm } from './confirm.ts';
import { decisionLatency } from './latency.ts';
import { logNotes } from './log-notes.ts';
import { abandoning, accepting, extending, proposing, rejecting } from './moves.ts';
import { DECISION_PROMPTS, unanswered, withAnswers } from './prompts.ts';
import { type DecisionEntry, decisionStanding, decisionsInOrder, soleOwner } from './standing.ts';
import { circling, isSucceededBy } from './succession.ts';

const TODAY = '2026-02-28';
const logOf = async (texts: Record<string, string>) =>
  openRecords(decisionKind, memoryFolder(texts), { today: TODAY, pathOf: (name) => name });
const one = async (text: string): Promise<DecisionEntry> => (await logOf({ 'a.md': text })).get('a');
const matter = (lines: string) => one(`---\n${lines}\n---\n\n# A\n`);
const standing = async (lines: string) => decisionStanding(await matter(lines), TODAY);

describe('the clock of a decision', () => {
  it('runs until the day it is decided by, is soon over a week before, and asks its owner from the day after', async () => {
    const clockOf = async (day: string) => (await standing(`status: proposed\nowner: ada\ndecide-by: ${day}`)).clock;
    expect(await clockOf('2026-03-08')).toEqual({
      state: 'running',
      decideBy: '2026-03-08',
      daysLeft: 8,
      extensions: 0,
    });
    expect(await clockOf('2026-03-07')).toMatchObject({ state: 'soon' });
    expect(await clockOf('2026-02-28')).toMatchObject({ state: 'soon', daysLeft: 0 });
    expect(await clockOf('2026-02-27')).toMatchObject({ state: 'overdue', daysLeft: -1 });
    expect((await standing('status: proposed\nowner: ada\ndecide-by: 2026-02-27')).asks).toBe(
      'ada decides, takes more time with a reason, or abandons it',
    );
  });

  it('stands still once it is decided', async () => {
    expect((await standing('status: rejected\ndecide-by: 2020-01-01')).clock).toMatchObject({
      state: 'none',
      decideBy: null,
    });
  });

  it('asks for its one owner first', async () => {
    expect((await standing('status: proposed\nowner: ada, bo\ndecide-by: 2026-02-27')).asks).toBe(
      'name the one person who decides',
    );
  });
});

describe('one owner', () => {
  it.each(['ada', 'Ada Byron', 'Ada <ada@example.org>', '@ada'])('is %j', (text) => expect(soleOwner(text)).toBe(text));
  it.each(['', ' ', 'ada, bo', 'ada and bo', 'ada & bo', 'ada/bo', 'TBD', '?'])('is not %j', (text) =>
    expect(soleOwner(text)).toBeNull(),
  );
});

describe('a decision in force is open again', () => {
  it.each([
    ['assumptions: [{ assumes: Low load, test: The peak, held: no }]', 'An assumption did not hold: Low load'],
    [
      'confirmations: [{ on: 2026-02-01, held: yes }, { on: 2026-02-02, held: no, saw: Loss }]',
      'It was not confirmed on 2026-02-02: Loss',
    ],
    ['revisit: 2026-02-28', 'It was to be looked at again on 2026-02-28'],
  ])('for %s', async (lines, why) => {
    expect(await standing(`status: accepted\n${lines}`)).toMatchObject({ state: 'reopened', reopened: [why] });
    expect(await standing(`status: rejected\n${lines}`)).toMatchObject({ state: 'rejected', reopened: [] });
  });

  it('not before: a later day, an assumption that held, a confirmation after one that failed', async () => {
    const lines =
      'revisit: 2026-03-01\nassumptions: [{ assumes: a, test: b, held: yes }, { assumes: c, test: d }]\nconfirmations: [{ on: 2026-02-01, held: no }, { on: 2026-02-02, held: yes }]';
    expect(await standing(`status: accepted\n${lines}`)).toMatchObject({ state: 'accepted', reopened: [], asks: null });
  });

  it('until it is accepted again with a reason, which is told in its text', async () => {
    const records = await logOf({
      'a.md':
        '---\nstatus: accepted\nowner: ada\nrevisit: 2026-01-01\nassumptions: [{ assumes: Low load, test: The peak, held: no }, { assumes: b, test: c }]\n---\n\n# A\n',
    });
    const before = await records.get('a');
    expect(() => accepting(before, {}, TODAY)).toThrow(expect.objectContaining({ code: 'no-reason' }));
    const after = await records.save(before, accepting(before, { because: 'It still is the best' }, TODAY));
    expect(decisionStanding(after, TODAY)).toMatchObject({ state: 'accepted', reopened: [] });
    expect(after.fields).toMatchObject({ date: TODAY, assumptions: [{ assumes: 'b', test: 'c' }] });
    expect(after.fields.revisit).toBeUndefined();
    expect(after.text).toContain(
      '## More Information\n\n* 2026-02-28, accepted again: It still is the best (An assumption did not hold: Low load; It was to be looked at again on 2026-01-01)\n',
    );
  });

  it('or proposed again: what opened it is told', async () => {
    const records = await logOf({ 'a.md': '# A\n\n## Status\n\nAccepted\n\n## Context\n\nText\n' });
    const before = await records.get('a');
    expect(() => proposing(before, {}, TODAY)).toThrow(expect.objectContaining({ code: 'no-reason' }));
    const after = await records.save(before, proposing(before, { because: 'The vendor is gone' }, TODAY));
    expect(after.status).toBe('proposed');
    expect(after.text).toContain('## Status\n\nProposed\n\n## Context\n\nText\n');
    expect(after.text).toContain('proposed again: The vendor is gone');
  });
});

describe('a decision', () => {
  it('is accepted by exactly one owner, or not', async () => {
    const nobody = await matter('status: proposed');
    expect(() => accepting(nobody, {}, TODAY)).toThrow(expect.objectContaining({ code: 'no-owner' }));
    expect(() => accepting(nobody, { owner: 'ada and bo' }, TODAY)).toThrow(
      expect.objectContaining({ code: 'no-owner' }),
    );
    expect(accepting(nobody, { owner: 'ada' }, TODAY).fields).toMatchObject({
      status: 'accepted',
      owner: 'ada',
      date: TODAY,
    });
  });

  it('takes more time with a reason, and a day after the one that stands', async () => {
    const entry = await matter('status: proposed\ndecide-by: 2026-03-05');
    expect(() => extending(entry, '2026-03-12', ' ', TODAY)).toThrow(expect.objectContaining({ code: 'no-reason' }));
    expect(() => extending(entry, '2026-03-04', 'why', TODAY)).toThrow(expect.objectContaining({ code: 'not-later' }));
    expect(extending(entry, '2026-03-12', 'The test runs on Monday', TODAY).fields).toEqual({
      'decide-by': '2026-03-12',
      extended: [{ on: TODAY, until: '2026-03-12', because: 'The test runs on Monday' }],
    });
  });

  it('goes only where its state allows', async () => {
    const wrong = expect.objectContaining({ code: 'wrong-state' });
    const accepted = await matter('status: accepted\nowner: ada');
    expect(() => accepting(accepted, {}, TODAY)).toThrow(wrong);
    expect(() => abandoning(accepted, undefined, TODAY)).toThrow(wrong);
    expect(() => rejecting(accepted, undefined, TODAY)).toThrow(wrong);
    expect(() => extending(accepted, '2027-01-01', 'why', TODAY)).toThrow(wrong);
    expect(() => proposing(inState(accepted, 'superseded'), { because: 'x' }, TODAY)).toThrow(wrong);
  });
});

const inState = (entry: DecisionEntry, status: string): DecisionEntry => ({ ...entry, status });

describe('what is to confirm a decision', () => {
  it.each([
    ['autonomy >= 0.6', { kind: 'measure', measure: 'autonomy', sign: '>=', bound: 0.6 }],
    ['gate < 30 %', { kind: 'measure', measure: 'gate', sign: '<', bound: 0.3 }],
    ['run: npm test', { kind: 'command', command: 'npm test' }],
    ['We look at the peak', { kind: 'words', words: 'We look at the peak' }],
    ['autonomy is fine', { kind: 'words', words: 'autonomy is fine' }],
  ])('%j', (text, confirm) => expect(parseConfirm(text)).toEqual(confirm));

  it('holds only where the whole interval of a share does', () => {
    const bound = { kind: 'measure', measure: 'autonomy', sign: '>=', bound: 0.6 } as const;
    expect(keepsBound({ share: 0.7, low: 0.61, high: 0.8 }, bound)).toBe(true);
    expect(keepsBound({ share: 0.7, low: 0.59, high: 0.8 }, bound)).toBeNull();
    expect(keepsBound({ share: 0.4, low: 0.3, high: 0.5 }, bound)).toBe(false);
    expect(keepsBound(null, bound)).toBeNull();
    expect(keepsBound(3, { ...bound, sign: '<', bound: 3 })).toBe(false);
  });
});

describe('how long decisions took', () => {
  const DAY = 86_400;
  const history = (...versions: readonly (readonly [day: number, status: string | null])[]): RecordVersion[] =>
    versions.map(([day, status]) => ({ at: day * DAY, commit: 'c', author: 'ada', status })).reverse();

  it('is told from five on, with an interval from six', () => {
    const log = [3, 1, 8, 2, 5].map((days, n) => ({
      id: `${n}`,
      title: `${n}`,
      history: history([0, 'proposed'], [days, 'accepted'], [90, 'superseded']),
    }));
    expect(decisionLatency(log.slice(1))).toMatchObject({ median: null, count: 4 });
    expect(decisionLatency(log)).toMatchObject({ median: 3, low: null, count: 5 });
    const six = [...log, { id: '9', title: '9', history: history([0, 'draft'], [1, 'proposed'], [13, 'rejected']) }];
    expect(decisionLatency(six)).toMatchObject({ median: 4, low: 1, high: 13, count: 6 });
  });

  it('is not known of what was written down when it was decided, nor of what still is open', () => {
    const log = [
      { id: 'a', title: 'a', history: history([0, 'accepted'], [9, 'superseded']) },
      { id: 'b', title: 'b', history: history([0, 'proposed']) },
      { id: 'c', title: 'c', history: [] },
    ];
    expect(decisionLatency(log)).toMatchObject({ count: 0, decidedAtOnce: 1, decisions: [] });
  });
});

describe('the questions of a decision', () => {
  it('are all answered in its sections, each once, the newer answer in the place of the older', () => {
    const answers = (word: string) =>
      Object.fromEntries(DECISION_PROMPTS.map(({ option }) => [option, `${word} ${option}`]));
    const first = withAnswers({ 'Considered Options': '* A queue' }, answers('old'));
    const second = { ...first, ...withAnswers(first, answers('new')) };
    expect(unanswered(second)).toEqual([]);
    expect(second['Considered Options']).toBe(
      '* A queue\n* Should it exist: new should-exist\n* Something simpler: new simpler',
    );
    expect(Object.values(second).join('\n')).not.toMatch(/\bold\b/);
  });

  it('leave nothing behind where nobody answers', () => {
    expect(withAnswers({ A: 'Text' }, { cause: '  ' })).toEqual({});
    expect(unanswered({})).toHaveLength(DECISION_PROMPTS.length);
  });

  it('take any text, on one line', () => {
    fc.assert(
      fc.property(fc.string(), (answer) => {
        const { [DECISION_PROMPTS[0]?.heading ?? '']: section = '' } = withAnswers({}, { cause: answer });
        expect(section.split('\n')).toHaveLength(1);
      }),
    );
  });
});

describe('the log as a whole', () => {
  it('says which numbers are given twice, and which links one side alone tells or lead nowhere', async () => {
    const records = await logOf({
      '0001-a.md': '# A\n\n## Status\n\nSuperseded by [C](0003-c.md)\n',
      '0001-b.md': '# B\n\n## Status\n\nSuperseded by ADR 9\n',
      '0003-c.md': '# C\n\n## Status\n\nAccepted\n',
      '20260101-d.md': '# D\n\n## Status\n\nAccepted\n',
    });
    expect(logNotes(await records.list())).toEqual([
      '0001-a.md is superseded by 0003-c.md, which does not say so.',
      '0001-b.md is superseded by ADR 9, which is not there.',
      'Number 1 is given 2 times: 0001-a, 0001-b.',
    ]);
  });

  it('says what supersedes itself, what goes in a circle, and what gave way to something nobody wanted', async () => {
    const texts = {
      '1-a.md': '---\nstatus: superseded by [b](2-b.md)\nsupersedes: [2-b.md]\n---\n\n# A\n',
      '2-b.md': '---\nstatus: superseded by [a](1-a.md)\nsupersedes: [1-a.md, 2-b.md]\n---\n\n# B\n',
      '3-c.md': '---\nstatus: superseded by [d](4-d.md)\n---\n\n# C\n',
      '4-d.md': '---\nstatus: rejected\nsupersedes: [3-c.md]\n---\n\n# D\n',
    };
    const notes = logNotes(await (await logOf(texts)).list());
    expect(notes).toEqual([
      '2-b.md says that it supersedes itself.',
      '3-c.md is superseded by 4-d.md, which was rejected: none of them is in force.',
      'In a circle, so that none is known to be in force: 1-a.md, 2-b.md.',
    ]);
    const mended = { ...texts, '4-d.md': texts['4-d.md'].replace('rejected', 'accepted') };
    expect(logNotes(await (await logOf(mended)).list())).not.toContainEqual(expect.stringContaining('3-c.md'));
  });

  it('knows a circle from a chain, however long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (length, back) => {
        const link = (at: number) => new Set(at + 1 < length ? [`${at + 1}`] : []);
        const chain = new Map(Array.from({ length }, (_, at) => [`${at}`, link(at)]));
        expect(circling(chain)).toEqual([]);
        expect(isSucceededBy(chain, '0', `${length - 1}`)).toBe(length > 1);
        const to = back % length;
        chain.get(`${length - 1}`)?.add(`${to}`);
        expect(circling(chain)).toHaveLength(length - to);
      }),
    );
  });

  it('begins with what asks for something', () => {
    const told = [
      ['a', 'accepted', 'none'],
      ['b', 'proposed', 'running'],
      ['c', 'reopened', 'none'],
      ['d', 'proposed', 'overdue'],
    ].map(([id = '', state, clock]) => ({
      record: { id },
      standing: {
        state,
        clock: { state: clock, decideBy: null, daysLeft: null, extensions: 0 },
        owner: null,
        reopened: [],
        asks: null,
      } as ReturnType<typeof decisionStanding>,
    }));
    expect(decisionsInOrder(told).map(({ record }) => record.id)).toEqual(['d', 'c', 'b', 'a']);
  });
});
