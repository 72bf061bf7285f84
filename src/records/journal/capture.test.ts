import { describe, expect, it } from 'vitest';
import { captured, type JournalCapture } from './capture.ts';

const TODAY = '2026-11-21';
const TITLE = 'Asked what breaks if we wait';

describe('what is logged', () => {
  it.each<[string, JournalCapture, object]>([
    ['alone claims nothing and is never due', { title: TITLE }, { status: 'noted', on: TODAY }],
    [
      'with a claim is looked at 30 days later',
      { title: TITLE, claim: 'saves two weeks', sure: 70 },
      { status: 'open', on: TODAY, claim: 'saves two weeks', sure: 70, 'check-on': '2026-12-21' },
    ],
    [
      'may name another day',
      { title: TITLE, claim: 'saves two weeks', checkOn: '+2w' },
      { status: 'open', on: TODAY, claim: 'saves two weeks', 'check-on': '2026-12-05' },
    ],
    [
      'may name its kind, whom it was for and what shows it',
      { title: TITLE, kind: 'question', beneficiary: 'bo', links: ['4be1'], repository: 'engine' },
      { status: 'noted', on: TODAY, kind: 'question', beneficiary: 'bo', repository: 'engine', evidence: ['4be1'] },
    ],
  ])('%s', (_, capture, fields) => expect(captured(capture, TODAY)).toEqual(fields));

  it.each<[JournalCapture, RegExp]>([
    [{ title: TITLE, sure: 70 }, /^How sure you are belongs to a claim\.$/],
    [{ title: TITLE, checkOn: '+2w' }, /^A day to check belongs to a claim\.$/],
    [{ title: TITLE, claim: 'saves two weeks', checkOn: 'soon' }, /^--check-on soon is not a day\.$/],
  ])('%j is refused', (capture, message) => expect(() => captured(capture, TODAY)).toThrow(message));
});
