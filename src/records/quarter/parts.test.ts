import { expect, test } from 'vitest';
import type { DecisionLatency } from '../../domain/decisions.ts';
import { quarterOf } from '../../domain/quarter.ts';
import { type QuarterEntries, quarterParts } from './parts.ts';

const QUARTER = quarterOf('2026-11-21');
const NOTHING: QuarterEntries = { decisions: [], delegations: [], interventions: [], journal: [] };
const entry = <F extends object>(kind: string, id: string, status: string, isOpen: boolean, fields: F) => ({
  kind,
  id,
  title: `On ${id}`,
  status,
  isOpen,
  fields: { status: status as never, ...fields },
});
const told = (entries: Partial<QuarterEntries>, id: string) =>
  quarterParts({ ...NOTHING, ...entries }, QUARTER).find((part) => part.id === id);

test('a decision belongs to the quarter of the day it was made, and says when it was late or was given more time', () => {
  const decisions = [
    entry('decision', 'store', 'accepted', false, {
      date: '2026-10-12',
      'decide-by': '2026-10-10',
      extended: [{ on: '2026-10-01', until: '2026-10-10', because: 'the trial runs' }],
    }),
    entry('decision', 'queue', 'rejected', false, { date: '2026-10-02' }),
    entry('decision', 'before', 'accepted', false, { date: '2026-09-30' }),
    entry('decision', 'after', 'accepted', false, { date: '2027-01-01' }),
    entry('decision', 'open', 'proposed', true, { date: '2026-10-03' }),
  ];
  const part = told({ decisions }, 'decisions');
  expect(part?.answer).toBe('2 decisions were made or closed: 1 accepted and 1 rejected; 1 is open today.');
  expect(part?.records.map(({ id, remark }) => [id, remark])).toEqual([
    ['queue', null],
    ['store', '2 days after its day, extended 1 time'],
  ]);
});

test('how long decisions took is told with its interval, and not where too few were seen as proposals', () => {
  const latency = { median: 4, low: 2, high: 9.5, count: 7, decidedAtOnce: 1, decisions: [] };
  const answer = (more: Partial<DecisionLatency>) => quarterParts(NOTHING, QUARTER, { ...latency, ...more })[0]?.answer;
  expect(answer({})).toMatch(/From proposal to decision it took 4 \(2–9.5\) days in the median of 7\.$/);
  expect(answer({ median: null, count: 2 })).toMatch(/Too few of them \(2\) were seen as proposals/);
  expect(answer({ count: 0 })).toMatch(/open today\.$/);
});

test('what was handed over is told with what was taken back, and to whom', () => {
  const delegations = [
    entry('delegation', 'done', 'done', false, { closed: '2026-11-01', to: 'ada' }),
    entry('delegation', 'back', 'taken-back', false, { closed: '2026-11-02' }),
    entry('delegation', 'open', 'active', true, { to: 'bo' }),
  ];
  const part = told({ delegations }, 'handed-over');
  expect(part?.answer).toBe('2 delegations ended: 1 done and 1 taken back; 1 is under way today.');
  expect(part?.records[0]).toMatchObject({ id: 'done', remark: 'to ada' });
});

test('failed claims stand beside those that held', () => {
  const journal = [
    entry('journal', 'a', 'held', false, { resolved: '2026-10-05', claim: 'fewer questions', sure: 80 }),
    entry('journal', 'b', 'failed', false, { resolved: '2026-10-06', claim: 'no more outages' }),
    entry('journal', 'c', 'open', true, { on: '2026-10-07', claim: 'to be seen', beneficiary: 'the team' }),
    entry('journal', 'd', 'noted', false, { on: '2026-10-08' }),
  ];
  const part = told({ journal }, 'claims');
  expect(part?.answer).toBe('2 claims were checked: 1 failed and 1 held; 1 is still to be checked.');
  expect(part?.records[0]?.remark).toBe('fewer questions (80 of 100 sure)');
  expect(told({ journal }, 'noted')?.records.map(({ id, remark }) => [id, remark])).toEqual([
    ['c', 'for the team'],
    ['d', null],
  ]);
});

test('what is closed without a day lies in no quarter, and is counted', () => {
  const delegations = [
    entry('delegation', 'done', 'done', false, {}),
    entry('delegation', 'then', 'done', false, { closed: '2026-08-01' }),
  ];
  expect(told({ delegations }, 'handed-over')?.answer).toBe(
    'No delegations ended (1 more does not say when); 0 are under way today.',
  );
});

test('a quarter in which nothing was written says so of each part', () => {
  expect(quarterParts(NOTHING, QUARTER).map(({ answer }) => answer)).toEqual([
    'No decisions were made or closed; 0 are open today.',
    'No delegations ended; 0 are under way today.',
    'No claims were checked; 0 are still to be checked.',
    'Nothing was written down that is not checked yet.',
    'No interventions were settled; in 0 of them the lead had held back.',
  ]);
});
