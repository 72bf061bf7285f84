import { describe, expect, it } from 'vitest';
import { changes, column, times } from '../../../test/ask.ts';
import { openedTables, practiceAt } from '../../../test/practice.ts';
import { codingLogSchema } from '../../domain/coding-log.ts';
import { configSchema, EMPTY_CONFIG } from '../../domain/config.ts';
import { handsOn } from '../../measures/hands-on.ts';
import { answer } from '../answer.ts';
import { answerAsked, answerCoding, type CodingRequest, codingLog, spareChanges } from './coding.ts';

/** Their ids are `c001`, …; the newest is the last. */
const TABLES = changes(
  ...times(10, 'bo > bo core'),
  ...times(10, 'cy > cy docs'),
  ...times(12, 'ada > ada core'),
  'ada > ada solo',
  'ada > ada core docs',
  'ada > ada core solo',
  'ada > ada',
);
const QUARTERLY: CodingRequest = { by: 'quarter', target: null };

describe('what is asked about', () => {
  it('is what the measure of the hands-on share counts as others could own, and nothing else', async () => {
    const opened = await openedTables(TABLES);
    const spare = await spareChanges(opened);
    const counted = column(await answer(opened.facts, opened.setting, handsOn), 'events')[1];
    expect(spare).toHaveLength(Number(counted));
    expect(spare[0]).toMatchObject({ change: 'c034', areas: ['core', 'docs'], others: { people: ['bo', 'cy'] } });
    expect(spare.map(({ change }) => change)).not.toContain('c033');
  });

  it('is the newest unanswered ones; what is answered is not asked again', async () => {
    const opened = await openedTables(TABLES);
    const at = practiceAt();
    const before = codingLogSchema.parse(await codingLog(opened, at, QUARTERLY));
    expect(before.changes).toEqual({ spare: 13, answered: 0, unanswered: 13 });
    expect(before.asked.map(({ change }) => change)).toEqual(['c034', 'c032', 'c031', 'c030', 'c029']);
    const [newest] = before.asked;
    if (newest !== undefined) await answerAsked(at, newest, { why: 'leverage' });
    const after = await codingLog(opened, at, QUARTERLY);
    expect(after.changes).toEqual({ spare: 13, answered: 1, unanswered: 12 });
    expect(after.asked[0]?.change).toBe('c032');
    expect(after.all.reasons.map(({ answers, share }) => [answers, share])).toEqual([
      [0, null],
      [1, null],
      [0, null],
      [0, null],
    ]);
  });

  it('is nothing where nobody could be told to be the lead', async () => {
    const opened = await openedTables(TABLES, { lead: null });
    const log = await codingLog(opened, practiceAt(), QUARTERLY);
    expect([log.asked, log.changes.spare, log.handsOn.verdict]).toEqual([[], 0, 'none']);
  });
});

describe('an answer', () => {
  it('says by itself what the evidence knows', async () => {
    const opened = await openedTables(TABLES);
    const entry = await answerCoding(opened, practiceAt(), {
      change: 'C032',
      why: 'hiding',
      instead: 'the talk with ops',
    });
    expect(entry).toMatchObject({ status: 'answered', isOpen: false });
    expect(entry.fields).toEqual({
      status: 'answered',
      why: 'hiding',
      instead: 'the talk with ops',
      repository: 'repo',
      change: 'c032',
      landed: '1972-09-26',
      areas: ['core'],
      'others-could-own': true,
    });
  });

  it('given again takes the place of the first', async () => {
    const [opened, at] = [await openedTables(TABLES), practiceAt()];
    const first = await answerCoding(opened, at, { change: 'c033', why: 'strategic' });
    const second = await answerCoding(opened, at, { change: 'c033', why: 'self-indulgence' });
    expect(first.fields['others-could-own']).toBe(false);
    expect([second.id, second.fields.why]).toEqual([first.id, 'self-indulgence']);
    expect((await codingLog(opened, at, QUARTERLY)).all.answers).toBe(1);
  });

  it.each([
    ['c001', 'unknown-change'], // by bo
    ['c036', 'unknown-change'], // no product file
    ['c03', 'unknown-change'], // three digits
    ["c0' OR '1", 'unknown-change'],
  ])('about %s is refused', async (change, code) => {
    const opened = await openedTables(TABLES);
    await expect(answerCoding(opened, practiceAt(), { change, why: 'leverage' })).rejects.toMatchObject({ code });
  });
});

describe('the target beside the evidence', () => {
  const handsOnOf = async (request: CodingRequest, config = EMPTY_CONFIG) =>
    (await codingLog(await openedTables(MANY, { config }), practiceAt(), request)).handsOn;
  const MANY = changes(...times(30, 'bo > ada core'), ...times(30, 'ada > ada core'));

  it('is three tenths unless fortnight.yml or the line says more', async () => {
    const configured = configSchema.parse({ targets: { 'hands-on': 0.7 } });
    expect(await handsOnOf(QUARTERLY)).toMatchObject({ target: 0.3, basis: 'default', verdict: 'above' });
    expect(await handsOnOf(QUARTERLY, configured)).toMatchObject({
      target: 0.7,
      basis: 'configured',
      verdict: 'within',
    });
    expect(await handsOnOf({ ...QUARTERLY, target: 0.5 }, configured)).toMatchObject({ target: 0.5, basis: 'given' });
  });

  it('concludes nothing where the interval holds both sides', async () => {
    const { verdict, answer: told, share } = await handsOnOf({ ...QUARTERLY, target: 0.5 });
    expect([verdict, share?.share, share?.of]).toEqual(['open', 0.5, 60]);
    expect(told).toBe(
      '50% (38–62%) of what git shows was writing product code, beside a target of at most 50 in 100: too close to tell on which side.',
    );
  });
});
