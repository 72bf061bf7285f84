import { expect, test } from 'vitest';
import { isReasonSaid } from './is-reason-said.ts';

const none = { level: 'none', because: 'Only 3 changes landed.' } as const;

test('a reason that the answer gives, in the middle of its sentence, is said', () => {
  expect(isReasonSaid('Not enough evidence: only 3 changes landed. 2 of them directly.', none)).toBe(true);
});

test('another reason is not, nor what stands beside a figure that is there', () => {
  expect(isReasonSaid('Not enough evidence: nobody could be told to be the lead.', none)).toBe(false);
  expect(isReasonSaid('Only 3 changes landed.', { ...none, level: 'low' })).toBe(false);
});
