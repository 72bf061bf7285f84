import { expect, test } from 'vitest';
import type { RecordEntry } from '../../domain/records/entry.ts';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import { dueItems } from './due-items.ts';

const TODAY = '2026-11-21';
const kindOf = (id: string): RecordKind => {
  const kind = RECORD_KINDS.find((one) => one.id === id);
  if (kind === undefined) throw new Error(id);
  return kind;
};
const entry = (id: string, fields: Record<string, unknown>, isOpen = true): RecordEntry => ({
  kind: 'journal',
  id,
  path: `${id}.md`,
  title: `On ${id}`,
  status: isOpen ? 'open' : 'held',
  isOpen,
  fields,
  sections: [],
  version: '1',
  problems: [],
  text: '',
});

test('a day of an open record that is today or has passed is due, and says for how long and what is to be done', () => {
  const found = dueItems(
    kindOf('journal'),
    [
      entry('today', { 'check-on': TODAY }),
      entry('late', { 'check-on': '2026-11-20' }),
      entry('later', { 'check-on': '2026-11-22' }),
    ],
    TODAY,
  );
  expect(found.map(({ because }) => because[0])).toEqual([
    'check on 2026-11-20, 1 day ago: say whether the claim held, failed or cannot be known.',
    'check on today: say whether the claim held, failed or cannot be known.',
  ]);
  expect(found[1]?.opens).toBe('fortnight journal show today');
});

test('what rests is not due, nor what has no day', () => {
  expect(dueItems(kindOf('journal'), [entry('a', { 'check-on': TODAY }, false), entry('b', {})], TODAY)).toEqual([]);
});

test('it is settled by a state it can rest in, or by another day', () => {
  const [one] = dueItems(kindOf('intervention'), [entry('a b', { 'check-on': TODAY })], TODAY);
  expect(one?.settle).toEqual([
    "fortnight intervene set 'a b' --status settled",
    "fortnight intervene set 'a b' --check-on +2w",
  ]);
});
