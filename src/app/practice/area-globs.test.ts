import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaGlobs } from './area-globs.ts';
import { pathsMatcher } from './paths-matcher.ts';

it('names a part of the tree by its folders', () => {
  const all = ['src/core/a.ts', 'src/core/deep/b.ts', 'src/ui/c.ts', 'setup.ts'];
  expect(areaGlobs(['src/core/a.ts', 'src/core/deep/b.ts'], all)).toEqual(['src/core/**']);
  expect(areaGlobs(['setup.ts'], all)).toEqual(['/setup.ts']);
  expect(areaGlobs(all, all)).toEqual(['**']);
  expect(areaGlobs([], all)).toEqual([]);
});

it('names a folder without what in it belongs elsewhere', () => {
  const many = Array.from({ length: 8 }, (_, i) => `src/file-${i}.ts`);
  expect(areaGlobs(many, [...many, 'src/other/a.ts', 'b.ts'])).toEqual(['src/**', '!src/other/**']);
});

it('does not list files for want of a name', () => {
  const all = Array.from({ length: 20 }, (_, i) => `src/file-${i}.ts`);
  expect(
    areaGlobs(
      all.filter((_, i) => i % 2 === 0),
      all,
    ),
  ).toEqual([]);
});

it('matches its files and no others, however they are called', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', 'b', '[', ']', '*', '?', '!', '\\', '#', ' ', 'é'),
    minLength: 1,
    maxLength: 3,
  });
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), fc.nat(), (paths, seed) => {
      const all = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
      const own = all.filter((_, i) => ((seed >> (i % 12)) & 1) === 1);
      const globs = areaGlobs(own, all);
      if (globs.length > 0) expect(all.filter(pathsMatcher(globs))).toEqual(own);
    }),
    { numRuns: 2000 },
  );
});
