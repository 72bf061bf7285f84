import { describe, expect, it } from 'vitest';
import { codingLogSchema, type SpareChange } from '../../domain/coding-log.ts';
import type { CodingReason } from '../../domain/records/coding.ts';
import { wilson } from '../../domain/wilson.ts';
import { askAbout } from './ask-about.ts';
import { besideTarget, HANDS_ON_TARGET } from './beside-target.ts';
import { type CodingAnswer, codingShares } from './coding-shares.ts';

const answers = (count: number, why: CodingReason, landed: string): CodingAnswer[] =>
  Array.from({ length: count }, () => ({ why, landed }));

const LOG = [
  ...answers(6, 'strategic', '2026-07-01'),
  ...answers(3, 'hiding', '2026-08-31'),
  ...answers(1, 'leverage', '2026-09-30'),
  ...answers(2, 'self-indulgence', '2026-10-01'),
];
const counts = ({ reasons }: { readonly reasons: readonly { readonly answers: number }[] }) =>
  reasons.map((reason) => reason.answers);

describe('why the lead codes', () => {
  it('is told by quarter, the newest first, each reason with its share', () => {
    const { all, periods } = codingShares(LOG, 'quarter');
    expect(periods.map((period) => [period.period, period.answers, counts(period)])).toEqual([
      ['2026-Q4', 2, [0, 0, 0, 2]],
      ['2026-Q3', 10, [6, 1, 3, 0]],
    ]);
    expect(all).toMatchObject({ period: 'all', answers: 12 });
    expect(all.reasons[0]).toEqual({ why: 'strategic', answers: 6, share: wilson(6, 12) });
  });

  it('has no share below ten answers, and a count all the same', () => {
    const [now, before] = codingShares(LOG, 'quarter').periods;
    expect(now?.reasons.map(({ share }) => share)).toEqual([null, null, null, null]);
    expect(before?.reasons[2]?.share).toEqual(wilson(3, 10));
    expect(codingShares(LOG, 'month').periods.map(({ period }) => period)).toEqual([
      '2026-10',
      '2026-09',
      '2026-08',
      '2026-07',
    ]);
  });

  it('is nothing where nobody answered', () => {
    const { all, periods } = codingShares([], 'quarter');
    expect([all.answers, counts(all), periods]).toEqual([0, [0, 0, 0, 0], []]);
    expect(codingLogSchema.shape.all.parse(all)).toEqual(all);
  });
});

const spare = (change: string, landed: string): SpareChange => ({
  ...{ repository: 'repo', change, title: change, landed, areas: ['core'], others: { people: ['bo'] } },
  evidence: { kind: 'change', repository: 'repo', id: change },
});

it('asks about the newest alone: what nobody answered in time is let go', () => {
  const changes = ['c4', 'c3', 'c2', 'c1'].map((id) => spare(id, '2026-11-01'));
  const told = askAbout(changes, new Set(['c3']), 2);
  expect(told.asked.map(({ change }) => change)).toEqual(['c4', 'c2']);
  expect([told.answered, told.unanswered]).toEqual([1, 3]);
  expect(askAbout(changes, new Set(['c1', 'c2', 'c3', 'c4'])).asked).toEqual([]);
});

it.each([
  ['above', 40, 60],
  ['open', 10, 30],
  ['within', 5, 60],
  ['none', 0, 0],
])('the share is %s the target at %i of %i', (verdict, count, of) => {
  expect(besideTarget(wilson(count, of), HANDS_ON_TARGET)).toBe(verdict);
});
