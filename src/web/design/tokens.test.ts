import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Blindness, contrast, distance, type Rgb, rgbOf, seenBy } from './colours.ts';

type Theme = 'light' | 'dark';
const THEMES: readonly Theme[] = ['light', 'dark'];
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const TOKENS = new Map(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name as string,
    { light: rgbOf(light as string), dark: rgbOf(dark as string) },
  ]),
);
const colour = (name: string, theme: Theme): Rgb => {
  const found = TOKENS.get(name);
  if (found === undefined) throw new Error(`There is no colour --${name}.`);
  return found[theme];
};

const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', 'alone-ink', 'others-ink', 'warn', 'good'];
const SURFACES = ['paper', 'paper-2', 'paper-3'];
const DRAWN = ['line-2', 'accent', 'alone', 'others', 'cover-0', 'cover-1', 'cover-2', 'cover-3'];
const COVER = ['cover-0', 'cover-1', 'cover-2', 'cover-3'];
const SIGHTS: readonly (Blindness | 'all colours')[] = ['all colours', 'protan', 'deutan', 'tritan'];
const seen = (sight: Blindness | 'all colours', one: Rgb): Rgb => (sight === 'all colours' ? one : seenBy(sight, one));

describe.each(THEMES)('the %s theme', (theme) => {
  test.each(TEXT)('writes in %s readably on every surface', (name) => {
    for (const surface of SURFACES) {
      expect(contrast(colour(name, theme), colour(surface, theme)), surface).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('writes readably on what is filled', () => {
    const pairs = [
      ['on-accent', 'accent'],
      ['ink', 'accent-2'],
      ['accent', 'accent-2'],
      ['ink', 'alone-2'],
      ['ink', 'others-2'],
      ['alone-ink', 'alone-2'],
      ['others-ink', 'others-2'],
      ...COVER.map((name) => [`on-${name}`, name]),
    ] as [string, string][];
    for (const [ink, filled] of pairs) {
      expect(contrast(colour(ink, theme), colour(filled, theme)), `${ink} on ${filled}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(DRAWN)('draws in %s visibly on every surface', (name) => {
    for (const surface of SURFACES) {
      expect(contrast(colour(name, theme), colour(surface, theme)), surface).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(SIGHTS)('keeps "waits on one" and "others can" apart for %s', (sight) => {
    expect(distance(seen(sight, colour('alone', theme)), seen(sight, colour('others', theme)))).toBeGreaterThan(15);
  });

  test.each(SIGHTS)('keeps the four steps of who could cover apart for %s', (sight) => {
    for (const [i, one] of COVER.entries()) {
      for (const other of COVER.slice(i + 1)) {
        const between = distance(seen(sight, colour(one, theme)), seen(sight, colour(other, theme)));
        expect(between, `${one} and ${other}`).toBeGreaterThan(10);
      }
    }
  });
});

describe('how colours are compared', () => {
  test('black on white is the most there is, grey on itself nothing', () => {
    expect(contrast(rgbOf('#000000'), rgbOf('#ffffff'))).toBeCloseTo(21, 5);
    expect(contrast(rgbOf('#777777'), rgbOf('#777777'))).toBe(1);
  });

  test('the grey that WCAG gives as just readable on white is just readable', () => {
    expect(contrast(rgbOf('#767676'), rgbOf('#ffffff'))).toBeGreaterThan(4.5);
    expect(contrast(rgbOf('#777777'), rgbOf('#ffffff'))).toBeLessThan(4.5);
  });

  test('a red and a green of one lightness fall together without the middle cones, orange and blue do not', () => {
    const [red, green] = [rgbOf('#c8553d'), rgbOf('#7f8a2b')] as const;
    expect(distance(seenBy('deutan', red), seenBy('deutan', green))).toBeLessThan(distance(red, green) / 2);
  });
});
