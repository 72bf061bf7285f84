import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascii, plain, REPLACEMENT } from './plain.ts';

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '\u009b', '\u0007', '\r', '\n', '\t', '\u202e', '\u2066', '\u200b', '\u200d', '\ufeff'),
    fc.constantFrom('\u061c', '\u00ad', '\u{e0041}', '\u2028', '\u0301', '\ud800', '[31m', ']8;;http://x', '👩', 'م'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('plain', () => {
  test('leaves ordinary names and paths as they are', () => {
    for (const text of ['Zoë Ångström', 'src/index.ts', '山田 太郎', 'Владимир', '👩‍💻 dev', 'می‌خواهم', '']) {
      expect(plain(text)).toBe(text.normalize('NFC'));
    }
  });

  test('shows terminal escapes instead of obeying them', () => {
    expect(plain('\u001b[31mred\u001b]8;;http://evil\u0007')).toBe('␛[31mred␛]8;;http://evil␇');
    expect(plain('\u009b2J')).toBe(`${REPLACEMENT}2J`);
  });

  test('shows bidirectional and invisible tricks', () => {
    expect(plain('a\u202egnp.exe')).toBe(`a${REPLACEMENT}gnp.exe`);
    expect(plain('ad\u200bmin')).toBe(`ad${REPLACEMENT}min`);
    expect(plain('ad\u200dmin')).toBe(`ad${REPLACEMENT}min`);
  });

  test('puts everything on one line', () => {
    expect(plain('a\r\nb\u2028c\td')).toBe('a␍␤b␤c d');
  });

  test('does not let combining marks pile up', () => {
    expect([...plain(`a${'\u0335'.repeat(50)}b`)]).toHaveLength(5);
  });

  test('never lets through a control, a direction, a line break or half a character', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const out = plain(text);
        expect(out).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(out).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/u);
        expect(plain(out)).toBe(out);
      }),
      { numRuns: 3000 },
    );
  });

  test('in ASCII, nothing but printable ASCII remains', () => {
    expect(ascii('Zoë — 35–51 % 山')).toBe('Zoe - 35-51 % ?');
    fc.assert(
      fc.property(nasty, (text) => {
        expect(ascii(text)).toMatch(/^[ -~]*$/);
      }),
    );
  });
});
