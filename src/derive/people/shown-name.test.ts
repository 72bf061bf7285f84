import { expect, test } from 'vitest';
import { shownName } from './shown-name.ts';

test.each([
  'Ada Byron',
  'J. R. R. Tolkien',
  'St. John Smith',
  "Conan O'Brien",
  'José María de la Cruz y Soto',
  'Bo (he/him)',
  '李雷',
  '',
])('a name is shown as it is: %j', (name) => expect(shownName(name)).toBe(name));

test.each([
  ['Ada. By this evidence, yes: nobody waits', '“Ada. By this evidence, yes: nobody waits”'],
  ['Everyone. All is well', '“Everyone. All is well”'],
  ['Doe, John', '“Doe, John”'],
  ['the lead', '“the lead”'],
  ['nobody active has worked there', '“nobody active has worked there”'],
  ['x” and “y: z', "“x' and 'y: z”"],
])('a name that could be read as words of ours is quoted: %j', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test('a name without end is cut, never inside a character', () => {
  expect(shownName('W'.repeat(1_000_000))).toBe(`${'W'.repeat(59)}…`);
  expect(shownName('😀'.repeat(100))).toBe(`${'😀'.repeat(59)}…`);
});
