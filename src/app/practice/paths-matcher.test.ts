import { expect, it } from 'vitest';
import { pathsMatcher } from './paths-matcher.ts';

const matched = (globs: readonly string[], ...paths: string[]) => paths.filter(pathsMatcher(globs));

it('a folder holds everything beneath it, however it is written', () => {
  for (const glob of ['src/parser', 'src/parser/', 'src/parser/**', './src/parser/**', '/src/parser']) {
    expect(matched([glob], 'src/parser/a.ts', 'src/parser/b/c.ts', 'src/parsers.ts', 'lib/src/parser/a.ts')).toEqual([
      'src/parser/a.ts',
      'src/parser/b/c.ts',
    ]);
  }
});

it('a name without a slash stands at any depth, and a dot is everything', () => {
  expect(matched(['*.sql'], 'a.sql', 'db/b.sql', 'db/b.ts')).toEqual(['a.sql', 'db/b.sql']);
  expect(matched(['.'], 'a.sql', 'db/b.ts')).toEqual(['a.sql', 'db/b.ts']);
});

it('what begins with an exclamation mark is taken out again, and the last that fits decides', () => {
  expect(matched(['src/**', '!src/old'], 'src/a.ts', 'src/old/b.ts')).toEqual(['src/a.ts']);
  expect(matched(['!src/old', 'src/**'], 'src/a.ts', 'src/old/b.ts')).toEqual(['src/a.ts', 'src/old/b.ts']);
});

it('of nothing, or of what is no glob, is nothing', () => {
  expect(matched([], 'a.ts')).toEqual([]);
  expect(matched(['', '!', '[a'], 'a.ts')).toEqual([]);
});
