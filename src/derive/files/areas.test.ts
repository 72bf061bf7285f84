import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Config, EMPTY_CONFIG, parseConfig } from '../../domain/config.ts';
import { MOST_AREAS } from './area-cut.ts';
import { planAreas } from './areas.ts';

type Files = Readonly<Record<string, number>>;
function plan(files: Files, documents: Readonly<Record<string, string>> = {}, config: Config = EMPTY_CONFIG) {
  const busy = Object.entries(files).map(([path, weight]) => ({ path, weight }));
  return planAreas(busy, config, new Map(Object.entries(documents)), Object.keys(files));
}
const many = (directory: string, count: number, weight: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${directory}/f${i}.ts`, weight]));

test('a small repository is cut into its top directories, with the root as one of them', () => {
  const areas = plan({ 'main.ts': 1, 'lib/a.ts': 1, 'lib/deep/b.ts': 1, 'test/a.ts': 1 });
  expect(['main.ts', 'lib/a.ts', 'lib/deep/b.ts', 'test/a.ts'].map(areas.of)).toEqual(['.', 'lib', 'lib', 'test']);
  expect(areas.sourceOf('lib')).toBe('directories');
});

test('where it is busy it is cut finer; what is idle stays together', () => {
  const areas = plan({
    ...many('src/api', 30, 50),
    ...many('src/core', 30, 50),
    ...many('src/old', 10, 0.1),
    ...many('src/odd', 5, 0.1),
    ...many('docs', 5, 0.1),
  });
  expect(areas.of('src/api/f1.ts')).toBe('src/api');
  expect(areas.of('src/core/f1.ts')).toBe('src/core');
  expect(areas.of('src/old/f1.ts')).toBe('src');
  expect(areas.of('src/odd/f1.ts')).toBe('src');
  expect(areas.of('docs/f1.ts')).toBe('docs');
});

test('a path that is gone belongs to the area of its directory, or to none', () => {
  const areas = plan({ 'main.ts': 1, ...many('lib', 4, 1), ...many('src/a', 40, 9), ...many('src/b', 40, 9) });
  expect(areas.of('lib/gone/x.ts')).toBe('lib');
  expect(areas.of('src/a/gone.ts')).toBe('src/a');
  expect(areas.of('gone.ts')).toBe('.');
  // Nothing lies in src itself any more, and nothing in attic.
  expect(areas.of('src/gone.ts')).toBeNull();
  expect(areas.of('attic/x.ts')).toBeNull();
});

test('owners name the parts, unless they say the same as the rule above them', () => {
  const files = {
    ...many('src/api', 9, 9),
    ...many('src/ui/forms', 9, 3),
    ...many('src/ui/lists', 9, 3),
    ...many('tools', 3, 1),
  };
  const areas = plan(files, { CODEOWNERS: '* @all\n/src/api/ @api\n/src/ui/ @ui\n/src/ui/forms/ @ui\n' });
  expect(['src/api/f0.ts', 'src/ui/forms/f0.ts', 'src/ui/lists/f0.ts', 'tools/f0.ts'].map(areas.of)).toEqual([
    'src/api',
    'src/ui',
    'src/ui',
    'tools',
  ]);
  expect(areas.sourceOf('src/ui')).toBe('codeowners');
  expect(areas.sourceOf('tools')).toBe('directories');
});

test('packages of a workspace name the parts where no owners do', () => {
  const files = {
    ...many('packages/a/src', 9, 9),
    ...many('packages/b', 9, 9),
    'packages/a/package.json': 0,
    'packages/b/package.json': 0,
  };
  const areas = plan(files, { 'package.json': '{"workspaces":["packages/*"]}', CODEOWNERS: '* @one' });
  expect(areas.of('packages/a/src/f0.ts')).toBe('packages/a');
  expect(areas.of('packages/b/f0.ts')).toBe('packages/b');
  expect(areas.sourceOf('packages/b')).toBe('workspace');
});

test('the configuration comes before everything, its last match winning', () => {
  const config = parseConfig({ areas: { front: ['web/', '*.css'], back: ['/server', '/web/api'] } }, 'fortnight.yml');
  const areas = plan({ 'web/a.ts': 1, 'web/api/b.ts': 1, 'server/c.ts': 1, 'x/d.css': 1, 'x/e.ts': 1 }, {}, config);
  expect(['web/a.ts', 'web/api/b.ts', 'server/c.ts', 'x/d.css', 'x/e.ts', 'web/gone.ts'].map(areas.of)).toEqual([
    'front',
    'back',
    'back',
    'front',
    'x',
    'front',
  ]);
  expect(areas.sourceOf('front')).toBe('configuration');
});

test('however the tree looks, every file has an area, there are not too many, and the order of files is nothing to it', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const path = fc.array(name, { minLength: 1, maxLength: 16 }).map((names) => `${names.join('/')}.ts`);
  const file = fc.record({ path, weight: fc.nat({ max: 1000 }) });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: (f) => f.path, maxLength: 120 }), (files) => {
      const one = planAreas(files, EMPTY_CONFIG, new Map(), []);
      const other = planAreas(files.toReversed(), EMPTY_CONFIG, new Map(), []);
      const named = files.map((f) => one.of(f.path));
      expect(named).not.toContain(null);
      expect(new Set(named).size).toBeLessThanOrEqual(MOST_AREAS);
      expect(files.map((f) => other.of(f.path))).toEqual(named);
    }),
    { numRuns: 1000 },
  );
  const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`d${i}/f.ts`, i]));
  const areas = plan(wide);
  expect(new Set(Object.keys(wide).map(areas.of)).size).toBe(MOST_AREAS);
  expect(areas.of('d2999/f.ts')).toBe('d2999');
  expect(areas.of('d0/f.ts')).toBe('.');
});
