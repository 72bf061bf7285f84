import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { lineages, MOST_OF_A_FILE } from './lineage.ts';

const renames = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([old_path, path]) => ({ old_path, path }));

test('a file has the paths it was renamed from, at any remove', () => {
  const { ancestors, isCut } = lineages(['c', 'x'], renames(['a', 'b'], ['b', 'c']));
  expect([...ancestors]).toEqual([['c', ['b', 'a']]]);
  expect(isCut).toBe(false);
});

test('a path used twice has the ancestors of both uses', () => {
  const { ancestors } = lineages(['c'], renames(['a', 'c'], ['b', 'c']));
  expect(ancestors.get('c')).toEqual(['a', 'b']);
});

test('renames in a circle come to an end, and a file is not its own ancestor', () => {
  const { ancestors } = lineages(['a', 'b'], renames(['a', 'b'], ['b', 'a']));
  expect([...ancestors]).toEqual([
    ['a', ['b']],
    ['b', ['a']],
  ]);
});

test('a hostile chain of renames is cut, said, and quick', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `f${i}`);
  const chain = names.slice(1).map((path, i) => ({ path, old_path: `f${i}` }));
  const start = processorTime();
  const { ancestors, isCut } = lineages(names, chain);
  expect(processorTime() - start).toBeLessThan(5000);
  expect(isCut).toBe(true);
  expect(ancestors.get('f1000')).toHaveLength(MOST_OF_A_FILE);
  expect([...ancestors.values()].reduce((sum, list) => sum + list.length, 0)).toBeLessThanOrEqual(1_000_000);
});

test('a path that thousands were renamed onto costs no more', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({ path: 'hub', old_path: `o${i}` }));
  const files = Array.from({ length: 5000 }, (_, i) => `f${i}`);
  const start = processorTime();
  lineages(files, [...many, ...files.map((path) => ({ path, old_path: 'hub' }))]);
  expect(processorTime() - start).toBeLessThan(5000);
});
