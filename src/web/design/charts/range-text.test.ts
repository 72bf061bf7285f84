import { expect, test } from 'vitest';
import { rangeText } from './range-text.ts';

test('a range says its unit once where both ends have the same', () => {
  expect(rangeText('31%', '56%')).toBe('31–56%');
  expect(rangeText('1.1 days', '5.5 days')).toBe('1.1–5.5 days');
  expect(rangeText('<1%', '3%')).toBe('<1–3%');
});

test('a range says both units where they differ', () => {
  expect(rangeText('5 hours', '2.1 days')).toBe('5 hours–2.1 days');
  expect(rangeText('3', '12')).toBe('3–12');
});
