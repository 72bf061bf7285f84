import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../../test/hostile.ts';
import { json } from './json.ts';

test('a program reads back what was written', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(JSON.parse(json({ text }))).toEqual({ text });
    }),
  );
});

test('a terminal is shown nothing that it would obey', () => {
  expect(json({ name: 'a\u202eb\u009b' })).toBe('{\n  "name": "a\\u202eb\\u009b"\n}\n');
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(json([text])).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b]/u);
    }),
  );
});
